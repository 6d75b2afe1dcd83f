import { randomUUID } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { discard } from './leftovers.js';

/** Makes the folder, readable by its owner alone (0700), also when it was there before. */
export async function makeOwnerOnlyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  // mkdir keeps the mode of a folder that exists.
  await chmod(path, 0o700);
}

/** Replaces a file in one step (0600): a crash leaves the old content or the new one, never half of it. What it may leave besides, the
 * next start removes (`removeLeftovers`). */
export async function writeOwnerOnly(path: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  try {
    await writeSynced(fresh, content);
    await rename(fresh, path);
  } catch (thrown) {
    await discard(fresh).catch(() => {});
    throw thrown;
  }
  await syncFolder(dirname(path));
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The content, or null when there is no such file.
 * @throws Error when others than the owner may read it: a key that has been open to others is no secret. */
export async function readOwnerOnly(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (file === null) return null;
  try {
    await assertOwnerOnly(file, path);
    return await readFile(file);
  } finally {
    await file.close();
  }
}

/** @throws Error when others than the owner may read it. */
export async function assertOwnerOnly(file: FileHandle, path: string): Promise<void> {
  const { mode } = await file.stat();
  // Windows has no such bits; there the folder's access list decides.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new Error(`${path} is readable by others (mode ${(mode & 0o777).toString(8)}); set it to 600`);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
