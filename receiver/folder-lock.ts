import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOwnerOnlyFolder } from './keys/owner-only.js';

/** Another receiver works in this folder. PGlite would lose the writes of one of the two. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';

  constructor(folder: string, holder: number) {
    super(`${folder} is in use by process ${holder}; stop it, or choose another folder with --data`);
  }
}

const NAME = 'receiver.lock';
/** Names this process among all that ever had its number: in a container, it always is number 1. */
const SELF = `${process.pid} ${performance.timeOrigin}`;

/** Takes the folder for this receiver, and makes it if need be.
 * @returns what lets go of it.
 * @throws {@link FolderInUseError} */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await makeOwnerOnlyFolder(folder);
  const path = join(folder, NAME);
  const holder = await holderOf(folder);
  if (holder !== null) throw new FolderInUseError(folder, holder);
  await rm(path, { force: true });
  await writeFile(path, SELF, { flag: 'wx', mode: 0o600 });
  return () => rm(path, { force: true });
}

/** The process that holds the folder; null when none does, or the one that did is gone. */
export async function holderOf(folder: string): Promise<number | null> {
  const written = await readFile(join(folder, NAME), 'utf8').catch(() => '');
  if (written === SELF) return process.pid;
  const holder = Number.parseInt(written, 10);
  return Number.isInteger(holder) && holder !== process.pid && isRunning(holder) ? holder : null;
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    // EPERM: it runs, as somebody else.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
