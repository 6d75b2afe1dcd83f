import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { replaced } from './index-cost-sections.js';

const PAGE = `# Exact

old table

## How it grows

old steps

## Eight bits or four

by hand

## The index pgvector

old graph
`;

describe('the page of what the indexes cost', () => {
  it('takes a new part for the exact index, with its own headings, and keeps what was written by hand', () => {
    expect(replaced(PAGE, 'exact', '# Exact\n\nnew table\n\n## How it grows\n\nnew steps\n')).toBe(
      PAGE.replaceAll('old table', 'new table').replaceAll('old steps', 'new steps'),
    );
  });

  it('takes a new part for the index pgvector, and keeps the rest', () => {
    expect(replaced(PAGE, 'pgvector', 'new graph\n')).toBe(PAGE.replace('old graph', 'new graph'));
  });

  it('begins one that is not there yet', () => {
    expect(replaced('# Exact\n', 'pgvector', 'graph')).toBe('# Exact\n\n## The index pgvector\n\ngraph\n');
  });

  it('is in this order in the document', async () => {
    const page = await readFile('docs/index-cost.md', 'utf8');
    const [, pgvector = ''] = page.split('## The index pgvector\n');
    expect(replaced(page, 'pgvector', pgvector)).toBe(page);
    expect(page).toContain('\n## Eight bits or four\n');
  });
});
