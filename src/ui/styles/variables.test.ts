import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The table of docs/embedding.md has every variable that the stylesheet reads, with what it is where nobody sets it. */

const FOLDER = new URL('.', import.meta.url);
const css = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''))
  .join('\n');
const document = readFileSync(new URL('../../../docs/embedding.md', import.meta.url), 'utf8');

/** What stands between `var(--candor-x,` and the bracket that closes it. */
function fallbackAt(start: number): string {
  let depth = 1;
  let end = start;
  while (depth > 0) {
    const character = css[end];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    end += 1;
  }
  return css
    .slice(start, end - 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** `light-dark(#fff, #000)` → `#fff / #000`; the older browsers' single value stands first in the stylesheet and gives way. */
function variables(): Readonly<Record<string, string>> {
  const found = [...css.matchAll(/var\(\s*(--candor-[a-z-]+),/g)];
  return Object.fromEntries(
    found.map((match) => {
      const fallback = fallbackAt(match.index + match[0].length);
      return [match[1] ?? '', fallback.replace(/^light-dark\((.*), (.*)\)$/, '$1 / $2')];
    }),
  );
}

/** A base in the words of the document. */
const inWords = (fallback: string): string =>
  fallback
    .replaceAll(/calc\(([\d.]+) \* var\(--_unit\)\)/g, '$1 × font-size')
    .replaceAll(/var\(--_unit\)/g, 'font-size')
    .replaceAll(/var\(--_([a-z-]+)\)/g, '$1');

function documented(): Readonly<Record<string, string>> {
  const rows = [...document.matchAll(/^\| `(--candor-[a-z-]+)` +\| `([^`]+)` +\|/gm)];
  return Object.fromEntries(rows.map(([, name, value]) => [name ?? '', value ?? '']));
}

it('documents every variable with its default', () => {
  const wanted = Object.fromEntries(
    Object.entries(variables()).map(([name, fallback]) => [name, inWords(fallback)]),
  );
  expect(Object.keys(wanted).length).toBeGreaterThan(20);
  expect(documented()).toEqual(wanted);
});
