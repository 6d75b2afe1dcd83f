import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Challenge } from '../../src/core/types.js';
import { parseTestChallenge } from '../../src/liveness/challenge.js';

/** A folder of one's own videos: `genuine/` and one `attack-SPECIES/` for each kind of attack (docs/liveness.md, “Measure it yourself”). */

export interface VideoFile {
  /** Absolute, or relative to the working directory. */
  readonly path: string;
  /** Relative to the folder, for the report. */
  readonly name: string;
  /** What was asked in it, from `NAME.challenge` beside it (`turn-left@1100,turn-right@3000`); null = nobody followed a
   * cue, so each stretch of five seconds is judged against a challenge drawn for it. */
  readonly challenge: Challenge | null;
}

export interface VideoSet {
  /** null = genuine. */
  readonly species: string | null;
  readonly folder: string;
  readonly videos: readonly VideoFile[];
}

export interface ClipsFolder {
  readonly sets: readonly VideoSet[];
  /** What lies there and is not used, with the reason: nothing is passed over in silence. */
  readonly unused: readonly { readonly name: string; readonly why: string }[];
}

const ATTACK = /^attack-(?<species>[a-z0-9][a-z0-9-]*)$/i;
const SIDECAR = '.challenge';

function speciesOf(folder: string): string | null | undefined {
  return folder === 'genuine' ? null : ATTACK.exec(folder)?.groups?.species;
}

async function challengeOf(
  folder: string,
  file: string,
  names: readonly string[],
): Promise<Challenge | null> {
  const sidecar = file.slice(0, -extname(file).length) + SIDECAR;
  if (!names.includes(sidecar)) return null;
  const text = await readFile(join(folder, sidecar), 'utf8');
  return parseTestChallenge(text.trim(), sidecar);
}

async function readSet(root: string, folder: string, species: string | null): Promise<VideoSet> {
  const names = (await readdir(join(root, folder))).toSorted();
  const files = names.filter((name) => !name.startsWith('.') && !name.endsWith(SIDECAR));
  const videos = await Promise.all(
    files.map(async (file) => ({
      path: join(root, folder, file),
      name: `${folder}/${file}`,
      challenge: await challengeOf(join(root, folder), file, names),
    })),
  );
  return { species, folder, videos };
}

/** Lists what can be judged. Whether a file is a video is only known when it is played.
 * @throws Error when the folder cannot be read or holds neither `genuine/` nor an `attack-SPECIES/`, RangeError naming a
 * `.challenge` file that cannot be read. */
export async function readClipsFolder(root: string): Promise<ClipsFolder> {
  const entries = (await readdir(root, { withFileTypes: true })).toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
  const sets: VideoSet[] = [];
  const unused: { name: string; why: string }[] = [];
  for (const entry of entries) {
    const species = entry.isDirectory() ? speciesOf(entry.name) : undefined;
    if (species === undefined) unused.push({ name: entry.name, why: 'neither genuine/ nor attack-SPECIES/' });
    else sets.push(await readSet(root, entry.name, species));
  }
  if (sets.length === 0) throw new Error(`${root} holds neither genuine/ nor attack-SPECIES/ folders`);
  for (const { folder, videos } of sets) {
    if (videos.length === 0) unused.push({ name: `${folder}/`, why: 'empty' });
  }
  return { sets, unused };
}
