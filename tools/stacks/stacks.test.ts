import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultPage, resultTable, seenAfter } from './results.js';
import { readSeen } from './seen.js';
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
  const stackOf = (wanted: string): Stack => {
    const found = STACKS.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`no stack ${wanted}`);
    return found;
  };
  const [vue, next] = [stackOf('vue'), stackOf('next-webpack')];
  const run = { date: '2026-11-28', browser: 'Chromium 1' };

  it('says of each how far it came', () => {
    const table = resultTable([
      { stack: vue, tried: 'walk', reached: 'positioning' },
      { stack: next, tried: 'build', reached: 'built' },
      { stack: stackOf('esbuild'), tried: 'walk', reached: 'nothing' },
    ]);
    expect(table).toMatch(/\| vue \|.*\| the strict policy \| yes \| {2}\| yes \| \*\*not reached\*\* \|/);
    expect(table).toMatch(/\| next-webpack \|.*\| its own server \| yes \| not seen \| not walked \| {2}\|/);
    expect(table).toMatch(/\| esbuild \|.*\| \*\*no\*\* \| {2}\| \*\*not reached\*\* \|/);
  });

  it('keeps what an earlier run saw of others, and of the same what the last one saw', () => {
    const earlier = seenAfter(
      [],
      [vue, next].map((stack) => ({ stack, tried: 'walk', reached: 'built' })),
      {
        ...run,
        date: '2026-11-27',
      },
    );
    const seen = seenAfter(earlier, [{ stack: vue, tried: 'walk', reached: 'done' }], run);
    expect(seen.map(({ name, reached, date }) => [name, reached, date])).toEqual([
      ['next-webpack', 'built', '2026-11-27'],
      ['vue', 'done', '2026-11-28'],
    ]);
  });

  it('keeps a walk where a later run only built, as long as it could', () => {
    const walked = seenAfter([], [{ stack: vue, tried: 'walk', reached: 'done' }], run);
    const later = (reached: 'built' | 'nothing') =>
      seenAfter(walked, [{ stack: vue, tried: 'build', reached }], run).map((entry) => entry.reached);
    expect([later('built'), later('nothing')]).toEqual([['done'], ['nothing']]);
  });

  it('names what was not tried, or only with other versions', () => {
    const seen = seenAfter([], [{ stack: vue, tried: 'walk', reached: 'done' }], run);
    expect(resultPage([vue, next], seen)).toContain('Not tried with these versions: next-webpack.');
    const newer = { ...vue, packages: ['vue@99.0.0'] };
    expect(resultPage([newer, next], seen)).toContain('Not tried with these versions: vue, next-webpack.');
    expect(resultPage([vue], seen)).not.toContain('Not tried');
  });

  it('is what docs/stacks.md holds of what was seen', async () => {
    expect(readFileSync('docs/stacks.md', 'utf8')).toBe(resultPage(STACKS, await readSeen()));
  });
});
