/** What stands in the way of a release. */

export interface Release {
  /** Of the commit, for example `v0.1.0`; null where none was given. */
  readonly tag: string | null;
  readonly version: string;
  /** Of package.json: a provenance statement names the repository, and npm refuses one that package.json does not. */
  readonly repository: string | undefined;
  readonly changelog: string;
}

const NO_REPOSITORY =
  'package.json has no "repository". npm refuses provenance for a package that does not name the repository it is built in, and nobody but its owner ' +
  'knows that address: npm pkg set repository.type=git repository.url=git+https://HOST/OWNER/NAME.git';

function tagFaults({ tag, version }: Release): readonly string[] {
  if (tag === null) return [`no tag was given: npm run release:check -- v${version}`];
  return tag === `v${version}` ? [] : [`the tag is ${tag}, and package.json says ${version}`];
}

function changelogFaults({ version, changelog }: Release): readonly string[] {
  const heading = changelog
    .split('\n')
    .find((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  if (heading === undefined) return [`CHANGELOG.md has no part ## ${version}`];
  return heading.includes('unreleased') ? [`CHANGELOG.md says that ${version} is unreleased`] : [];
}

/** @returns a line for each fault. */
export function releaseFaults(release: Release): readonly string[] {
  const unknown = release.repository === undefined ? [NO_REPOSITORY] : [];
  return [...tagFaults(release), ...unknown, ...changelogFaults(release)];
}
