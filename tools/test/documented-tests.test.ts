import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCUMENT = 'docs/threat-model.md';
/** `[“the test's title”](../its/file.ts)` */
const CLAIM = /\[“(?<title>[^”]+)”\]\(\.\.\/(?<file>[^)#]+)\)/g;

const text = readFileSync(DOCUMENT, 'utf8');
const claims = [...text.matchAll(CLAIM)].map(({ groups }) => ({
  title: groups?.title ?? '',
  file: groups?.file ?? '',
}));

/** Titles as they stand in the source: quotes escaped, `each` rows and placeholders left alone. */
function holdsTest(source: string, title: string): boolean {
  return [title, title.replaceAll("'", "\\'")].some((written) => source.includes(written));
}

describe(DOCUMENT, () => {
  it('backs its claims with tests', () => expect(claims.length).toBeGreaterThan(30));

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
