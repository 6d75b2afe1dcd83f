import { expect, it } from 'vitest';
import { readStyles, slimStyles } from './assets.js';

/** What of a stylesheet has a meaning: its words and marks, in their order. */
function tokensOf(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .trim();
}

it('a published stylesheet says what its sources say, in fewer bytes', async () => {
  const sources = await readStyles();
  const slim = slimStyles(sources);
  expect(tokensOf(slim)).toBe(tokensOf(sources));
  expect(slim).not.toMatch(/\/\*|\n\s/);
  expect(slim.length).toBeLessThan(0.85 * sources.length);
});

it('a selector that goes over lines keeps what is between its parts', () => {
  const css = '.a\n  > .b,\n.c {\n  /* why */\n  margin: 1px\n    2px;\n}\n';
  expect(slimStyles(css)).toBe('.a\n> .b,.c {margin: 1px\n2px;}\n');
});
