import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Documents that back their claims with tests, and how many claims they have at least. */
const DOCUMENTS = [
  { document: 'docs/threat-model.md', atLeast: 30 },
  { document: 'docs/three-operators.md', atLeast: 120 },
];
/** `[“the test's title”](../its/file.ts)` */
const CLAIM = /\[“(?<title>[^”]+)”\]\(\.\.\/(?<file>[^)#]+)\)/g;

interface Claim {
  readonly title: string;
  readonly file: string;
}

function claimsIn(text: string): readonly Claim[] {
  return [...text.matchAll(CLAIM)].map(({ groups }) => ({
    title: groups?.title ?? '',
    file: groups?.file ?? '',
  }));
}

/** Titles as they stand in the source: quotes escaped, `each` rows and placeholders left alone. */
function holdsTest(source: string, title: string): boolean {
  return [title, title.replaceAll("'", "\\'")].some((written) => source.includes(written));
}

describe.each(DOCUMENTS)('$document', ({ document, atLeast }) => {
  const text = readFileSync(document, 'utf8');
  const claims = claimsIn(text);

  it('backs its claims with tests', () => expect(claims.length).toBeGreaterThan(atLeast));

  it.each(claims)('“$title” is a test of $file', ({ title, file }) => {
    expect(existsSync(file), file).toBe(true);
    expect(holdsTest(readFileSync(file, 'utf8'), title)).toBe(true);
  });

  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)(?<file>[^)#]+)[^)]*\)/g)];
    const missing = links
      .map(({ groups }) => join('docs', groups?.file ?? ''))
      .filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });
});
