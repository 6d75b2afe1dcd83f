import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A rate without errors is a bound, 3/n, and never nothing (requirement P-03). */

const DOCUMENTS = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const BARE_ZERO = /(?<![\d.,–])0(?:\.0+)? ?%/;

describe('the documentation', () => {
  it('is looked at as a whole', () => expect(DOCUMENTS.length).toBeGreaterThan(10));

  it.each(DOCUMENTS)('%s says of no rate that it is nought', (file) => {
    const bare = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => BARE_ZERO.test(line));
    expect(bare).toEqual([]);
  });

  it.each(['APCER 0 %', '| 0.0 % |', '(0%)'])('would find %s', (text) => expect(text).toMatch(BARE_ZERO));
  it.each(['10 %', '0.0 to 0.5 %', '≤ 2.0 %', '100 %'])('lets %s stand', (text) =>
    expect(text).not.toMatch(BARE_ZERO),
  );
});
