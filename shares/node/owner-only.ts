import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ShareError } from '../errors.js';

/** Files and folders that nobody but their owner may read. The receiver has the like (receiver/keys/owner-only.ts), which this folder
 * may not import: an operator runs no receiver. */

/** Makes the folder, readable by its owner alone (0700), also when it was there before. */
export async function makeOwnerOnlyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

/** The content of the file; on the first start what `make` gives, written in one step (0600).
 * @throws {@link ShareError} `shares.damaged` when others than the owner may read it. */
export async function readOrMake(
  path: string,
  make: () => Uint8Array | string | Promise<string>,
): Promise<Buffer> {
  const there = await readOwnerOnly(path);
  if (there !== null) return there;
  await makeOwnerOnlyFolder(dirname(path));
  await writeOwnerOnly(path, await make());
  return readFile(path);
}

/** Writes the file in one step (0600), in the place of what was there. */
export async function writeOwnerOnly(path: string, content: Uint8Array | string): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
}

/** The content of the file; null where there is none.
 * @throws {@link ShareError} `shares.damaged` when others than the owner may read it. */
export async function readOwnerOnly(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (file === null) return null;
  try {
    const { mode } = await file.stat();
    // Windows has no such bits; there the folder's access list decides.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new ShareError('shares.damaged', { detail: `${path} is readable by others` });
    return await file.readFile();
  } finally {
    await file.close();
  }
}
