/** What a release's page says: the part of CHANGELOG.md about its version.
 * @param base - address below which the repository's files are, with a slash at its end: links of the changelog lead there.
 * @throws where the changelog has no such part, or an empty one. */
export function releaseNotes(changelog: string, version: string, base: string): string {
  const lines = changelog.split('\n');
  const from = lines.findIndex((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('## '));
  const part = from === -1 ? [] : lines.slice(from + 1, length === -1 ? undefined : from + 1 + length);
  const notes = part.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return notes.replaceAll(/\]\((?![a-z]+:|#)/g, `](${base}`);
}
