import { statfs } from 'node:fs/promises';

/** What PGlite may need at once: two more segments of its log, 16 MiB each, and pages. Below this it is asked to store
 * nothing new, so that deletions still find room. */
export const RESERVE_BYTES = 48 * 2 ** 20;
/** What a new database takes, and the reserve. */
export const NEW_DATABASE_BYTES = 48 * 2 ** 20 + RESERVE_BYTES;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
