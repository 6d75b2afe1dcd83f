import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { leftoversIn } from '../keys/leftovers.js';
import { freeBytes, RESERVE_BYTES } from '../store/room.js';
import type { Finding } from './finding.js';

/** The data folder: whether there is room; and whether others can read the keys' folder.
 * @param keys - null: the keys are in no folder. */
export async function findInFolder(dataDir: string, keys: string | null): Promise<readonly Finding[]> {
  const what = 'folder';
  const room = await freeBytes(dataDir).catch(() => null);
  if (room === null)
    return [{ kind: 'skipped', what, words: `${dataDir} is not there yet; the first start makes it` }];
  const megabytes = `${Math.floor(room / 2 ** 20)} MiB free`;
  const disk: Finding =
    room >= RESERVE_BYTES
      ? { kind: 'ok', what: 'disk', words: megabytes }
      : { kind: 'fault', what: 'disk', words: `${megabytes}, which is too little to store anything` };
  return keys === null ? [disk] : [disk, ...(await findLeftovers(keys)), ...(await findOpenFiles(keys))];
}

async function findLeftovers(keys: string): Promise<readonly Finding[]> {
  const paths = await leftoversIn(keys);
  return paths.map((path) => {
    const words = `${path} is left of a write that was cut short, and may hold private keys; the next start removes it`;
    return { kind: 'warning', what: 'keys', words };
  });
}

/** Windows has no such bits. */
async function findOpenFiles(keys: string): Promise<readonly Finding[]> {
  const what = 'keys';
  const names = await readdir(keys).catch(() => null);
  if (names === null) return [{ kind: 'skipped', what, words: 'there are none in the folder yet' }];
  if (process.platform === 'win32') return [];
  const open: Finding[] = [];
  for (const path of [keys, ...names.map((name) => join(keys, name))]) {
    const mode = (await stat(path)).mode & 0o777;
    if ((mode & 0o077) !== 0)
      open.push({ kind: 'fault', what, words: `${path} is open to others (mode ${mode.toString(8)})` });
  }
  return open.length > 0
    ? open
    : [{ kind: 'ok', what, words: `${names.length} files, for their owner alone` }];
}
