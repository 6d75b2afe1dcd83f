import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** docs/requirements.md holds what “requirement P-16” means. */

const TABLE = 'docs/requirements.md';
const ID = /\b[A-Z]-\d{2}\b/g;
/** Where such an id is a requirement's: not in names such as a model's. */
const LETTERS = new Set('PQCIMELBA');

function citedIn(text: string): readonly string[] {
  return (text.match(ID) ?? []).filter((id) => LETTERS.has(id.charAt(0)));
}

function sourceFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.md', '*.css'], { encoding: 'utf8' });
  return listed.split('\n').filter((file) => file !== '' && file !== TABLE);
}

const rows: readonly string[] = readFileSync(TABLE, 'utf8').match(/(?<=^\| )[A-Z]-\d{2}(?= \|)/gm) ?? [];
const cited = new Set(sourceFiles().flatMap((file) => citedIn(readFileSync(file, 'utf8'))));

it('says once what each requirement is that the repository cites', () => {
  expect([...cited].filter((id) => !rows.includes(id))).toEqual([]);
  expect(rows.filter((id, at) => rows.indexOf(id) !== at)).toEqual([]);
});

it('has no row that nothing cites', () => {
  expect(cited.size).toBeGreaterThan(50);
  expect(rows.filter((id) => !cited.has(id))).toEqual([]);
});
