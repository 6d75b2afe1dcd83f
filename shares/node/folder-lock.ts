import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ShareError } from '../errors.js';

/** Keeps a second node of the same machine out of the folder: a file with the number of the process. One whose process is gone is
 * taken over. It does not see processes of other machines or containers: a folder that they share needs another lock.
 * @returns lets go of the folder.
 * @throws {@link ShareError} `shares.in_use`. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'node.lock');
  if (!(await claim(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (lives(holder)) throw new ShareError('shares.in_use', { detail: `process ${holder}` });
    await rm(path, { force: true });
    if (!(await claim(path))) throw new ShareError('shares.in_use');
  }
  return () => rm(path, { force: true });
}

async function claim(path: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'EEXIST') return null;
    throw thrown;
  });
  await file?.writeFile(String(process.pid));
  await file?.close();
  return file !== null;
}

function lives(processId: number): boolean {
  if (!(processId > 0)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (thrown) {
    // It lives, and is somebody else's.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
