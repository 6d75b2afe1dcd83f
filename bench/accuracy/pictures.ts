import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseGroups } from '../../src/calibration/groups.js';

/** Somebody's own pictures of people: a folder `person/picture.jpg`, or a CSV file. */

export interface Picture {
  readonly person: string;
  /** As it is told in reports: relative to the folder or the list. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Which people are compared among themselves besides; null = none. */
  readonly group: string | null;
}

export interface PictureSet {
  readonly pictures: readonly Picture[];
  /** What lies there and is not used, with the reason: nothing is passed over in silence. */
  readonly unused: readonly { readonly name: string; readonly why: string }[];
}

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];
const GROUPS_FILE = 'groups.csv';

/** Comma-separated, without quotes: names of people and files that hold a comma are refused, not split.
 * @throws RangeError naming file and line. */
function rowsOf(text: string, file: string, columns: readonly string[]): readonly (readonly string[])[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const rows = lines.map((line) => line.split(',').map((cell) => cell.trim()));
  return rows.flatMap((row, index) => {
    if (lines[index] === '' || (index === 0 && row[0] === columns[0])) return [];
    const isWhole = row.length <= columns.length && row.length >= 2 && row.every((cell) => cell !== '');
    if (!isWhole || lines[index]?.includes('"'))
      throw new RangeError(`${file}, line ${index + 1}: expected ${columns.join(',')}`);
    return [row];
  });
}

async function groupsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const file = join(folder, GROUPS_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return parseGroups(text, GROUPS_FILE);
}

/** Names go into CSV files without quotes. To leave a person out would change the rates: the whole folder is refused.
 * @throws RangeError naming it. */
function assertPlain(name: string): string {
  if (/[,"]|\p{Cc}/u.test(name))
    throw new RangeError(`${name}: a name cannot hold commas, quotes or line breaks`);
  return name;
}

async function fromFolder(root: string): Promise<PictureSet> {
  const groups = await groupsIn(root);
  const pictures: Picture[] = [];
  const unused: { name: string; why: string }[] = [];
  const entries = await readdir(root, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    if (entry.name === GROUPS_FILE) continue;
    if (!entry.isDirectory()) unused.push({ name: entry.name, why: 'not in a folder of a person' });
    else for (const name of (await readdir(join(root, entry.name))).toSorted()) take(entry.name, name);
  }
  const known = new Set(pictures.map(({ person }) => person));
  const strangers = [...groups.keys()].filter((person) => !known.has(person));
  if (groups.size > 0 && strangers.length === groups.size)
    throw new RangeError(`${GROUPS_FILE} names nobody whose folder is here, such as ${strangers[0]}`);
  unused.push(...strangers.map((person) => ({ name: `${GROUPS_FILE}: ${person}`, why: 'no such folder' })));
  return { pictures, unused };

  function take(person: string, name: string): void {
    const group = groups.get(person) ?? null;
    if (PICTURES.includes(extname(name).toLowerCase()))
      pictures.push({
        person,
        name: assertPlain(`${person}/${name}`),
        path: join(root, person, name),
        group,
      });
    else unused.push({ name: `${person}/${name}`, why: 'no picture by its name' });
  }
}

async function fromCsv(file: string): Promise<PictureSet> {
  const rows = rowsOf(await readFile(file, 'utf8'), basename(file), ['person', 'picture', 'group']);
  const pictures = rows.map(([person = '', path = '', group]) => ({
    person,
    name: path,
    path: resolve(dirname(file), path),
    group: group ?? null,
  }));
  await assertThere(pictures, basename(file));
  return { pictures, unused: [] };
}

/** A list is wrong as a whole where a file of it is missing: half of somebody's pictures would give other rates. */
async function assertThere(pictures: readonly Picture[], list: string): Promise<void> {
  const there = await Promise.all(
    pictures.map(({ path }) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  const missing = pictures.filter((_, index) => !there[index]);
  if (missing.length > 0)
    throw new RangeError(
      `${list} names ${missing.length} files that are not there, such as ${missing[0]?.name}`,
    );
}

/** @param path - a folder with one folder a person, and a `groups.csv` (`person,group`) if there are groups; or a CSV file
 * with `person,picture` or `person,picture,group`, paths relative to it.
 * @throws Error when it cannot be read or holds pictures of fewer than two people; RangeError naming a line that is off, a file
 * that is missing, a name that holds a comma, or a `groups.csv` of other people. */
export async function readPictures(path: string): Promise<PictureSet> {
  const set = (await stat(path)).isDirectory() ? await fromFolder(resolve(path)) : await fromCsv(path);
  const people = new Set(set.pictures.map(({ person }) => person));
  if (people.size < 2)
    throw new Error(`${basename(path)} holds pictures of ${people.size} people; two are needed`);
  return set;
}
