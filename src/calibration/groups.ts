const HEAD = 'person,group';

/** Reads lines `person,group`; a first line of just these words is left out. Names hold neither commas nor quotes.
 * @param file - its name, for what is thrown.
 * @throws RangeError that names the first line that is none. */
export function parseGroups(text: string, file: string): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [person = '', group = '', ...more] = line.split(',').map((cell) => cell.trim());
    if (line.trim() === '' || (index === 0 && line.trim() === HEAD)) continue;
    if (person === '' || group === '' || more.length > 0 || line.includes('"'))
      throw new RangeError(`${file}, line ${index + 1}: expected ${HEAD}`);
    groups.set(person, group);
  }
  return groups;
}
