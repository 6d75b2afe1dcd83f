import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultPage, resultTable, type StackResult } from './results.js';
import { EXAMPLE_ENDPOINT, type Stack } from './stack.js';
import { STACKS } from './stacks.js';

/** What `npm run test:stacks` would find out only after an hour. */

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

/** What the stack begins with, as one text. */
function sourcesOf({ example, files = {}, serve }: Stack): string {
  const folder = serve.kind === 'framed' ? 'iframe' : example;
  const copied = folder === undefined ? [] : filesBelow(join('examples', folder));
  return [...copied.map((path) => readFileSync(path, 'utf8')), ...Object.values(files)].join('\n');
}

describe('the stacks', () => {
  it('have names of their own, and three go the whole way', () => {
    expect(new Set(STACKS.map(({ name }) => name)).size).toBe(STACKS.length);
    expect(STACKS.filter(({ goal }) => goal === 'done')).toHaveLength(3);
  });

  it.each(STACKS)('$name: each package has its version', ({ packages }) => {
    for (const name of packages) expect(name).toMatch(/^(?:@[\w-]+\/)?[\w-]+@\d+\.\d+\.\d+$/);
  });

  it.each(STACKS)('$name: its pages name the receiver, and its example is there', (stack) => {
    expect(stack.example === undefined || existsSync(`examples/${stack.example}/README.md`)).toBe(true);
    expect(sourcesOf(stack)).toContain(EXAMPLE_ENDPOINT);
  });
});

describe('the table of a run', () => {
  const [vue, next] = ['vue', 'next-webpack'].map((wanted) => STACKS.find(({ name }) => name === wanted));
  const results = [
    { stack: vue, reached: 'done', seconds: 12.4 },
    { stack: next, reached: null, seconds: 40 },
  ] as readonly StackResult[]; // both are among the stacks, or the rows would not name them

  it('says of each what was reached, and of one that failed that it did', () => {
    const table = resultTable(results);
    expect(table).toContain(
      '| vue | `vue@3.5.45`, `@vitejs/plugin-vue@6.0.11`, `vite@8.3.8` | the strict policy | done | 12 s |',
    );
    expect(table).toMatch(/\| next-webpack \|.*\| its own server \| \*\*failed\*\* \| 40 s \|/);
  });

  it('names what was not tried', () => {
    const page = resultPage(results, ['parcel'], 'Chromium 1');
    expect(page).toContain('Not tried in this run: parcel.');
    expect(resultPage(results, [], 'Chromium 1')).not.toContain('Not tried');
  });
});
