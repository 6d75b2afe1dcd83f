import { open, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ShareError } from '../errors.js';

/** Keeps a second node of the same machine out of the folder: a file that says which process has it. One whose process is gone is
 * taken over. It does not see processes of other machines or containers: a folder that they share needs another lock.
 * @returns lets go of the folder.
 * @throws {@link ShareError} `shares.in_use`. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'node.lock');
  if (!(await claim(path))) {
    const holder = await readFile(path, 'utf8').catch(() => '');
    if (await lives(holder))
      throw new ShareError('shares.in_use', { detail: `process ${parseInt(holder, 10)}` });
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
  if (file === null) return false;
  await file.writeFile(await markOf(process.pid));
  await file.close();
  return true;
}

async function lives(holder: string): Promise<boolean> {
  const processId = parseInt(holder, 10);
  return processId > 0 && isRunning(processId) && (await markOf(processId)) === holder;
}

/** The process's number, and what tells it from another one that gets the same number later: a container that is started again has the
 * numbers of before. The latter where the system tells, which Linux does. */
async function markOf(processId: number): Promise<string> {
  const [boot, numbers, stat] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
    readFile(`/proc/${processId}/stat`, 'utf8').catch(() => ''),
  ]);
  // proc(5): field 22 is when it started, counted here after the name, which may hold anything.
  const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return [processId, boot.trim(), numbers, startedAt].join(' ');
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    // It runs, and is somebody else's.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
