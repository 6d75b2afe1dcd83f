import { readFile, writeFile } from 'node:fs/promises';

const PAGE = 'docs/index-cost.md';
const PGVECTOR_HEADING = '## The index pgvector';

/** Replaces what one bench says on the page, and leaves what the other says.
 * @param text - of `pgvector`, what stands below its heading. */
export async function writeSection(kind: 'exact' | 'pgvector', text: string): Promise<void> {
  const [exact = '', pgvector = ''] = (await readFile(PAGE, 'utf8')).split(`\n${PGVECTOR_HEADING}\n`);
  const [above, below] = kind === 'exact' ? [text, pgvector] : [exact, text];
  const section = below.trim() === '' ? '' : `\n${PGVECTOR_HEADING}\n\n${below.trim()}\n`;
  await writeFile(PAGE, `${above.trim()}\n${section}`);
}
