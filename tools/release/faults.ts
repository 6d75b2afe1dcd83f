/** What stands in the way of a release. */

export interface Release {
  /** Of the commit, for example `v0.1.0`. */
  readonly tag: string;
  readonly version: string;
  /** Of package.json: a provenance statement names the repository, and npm refuses one that package.json does not. */
  readonly repository: string | undefined;
  readonly changelog: string;
}

/** @returns a line for each fault. */
export function releaseFaults({ tag, version, repository, changelog }: Release): readonly string[] {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version}`));
  return [
    ...(tag === `v${version}` ? [] : [`the tag is ${tag}, and package.json says ${version}`]),
    ...(repository === undefined
      ? ['package.json names no repository, without which there is no provenance']
      : []),
    ...(heading === undefined ? [`CHANGELOG.md has no part ## ${version}`] : []),
    ...(heading?.includes('unreleased') ? [`CHANGELOG.md says that ${version} is unreleased`] : []),
  ];
}
