import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a write of a key file leaves when it is killed, or has no room, before the new file takes its name: a copy of private keys that
 * nothing else would ever remove. */

/** As `writeOwnerOnly` names a file that is not whole yet. */
const NAME =
  /^(?:hpke\.json|matrix\.json|\w+\.key|folder\.mark|slots(?:-memory)?\.bin)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns their paths; none where there is no folder. */
export async function leftoversIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => NAME.test(name)).map((name) => join(folder, name));
}

/** For whoever alone writes to the folder: what another is about to finish would be taken from it. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const path of await leftoversIn(folder)) await discard(path);
}

/** Overwrites a file and removes it. A file system that writes elsewhere, and a disk that wears evenly, keep what was there for a while. */
export async function discard(path: string): Promise<void> {
  // Of anything else, such as a link, nothing but its name is ours.
  if ((await lstat(path)).isFile()) await overwrite(path).catch(() => {});
  await rm(path, { force: true });
}

async function overwrite(path: string): Promise<void> {
  const file = await open(path, constants.O_RDWR | constants.O_NOFOLLOW);
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(size), 0, size, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}
