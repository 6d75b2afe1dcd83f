import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ShareError } from '../errors.js';
import type { Database } from './database.js';
import { readOwnerOnly, writeOwnerOnly } from './owner-only.js';

/** Sees to it that the folder's keys are those of this database. Both have the same random id, which is given to a database that is new,
 * beside a folder without keys. With another database, all keys of the folder would be taken for left over, and destroyed.
 * @param hasKeys - whether the folder has any.
 * @throws {@link ShareError} `shares.damaged`. */
export async function assertFolderOf(database: Database, dataDir: string, hasKeys: boolean): Promise<void> {
  const path = join(dataDir, 'database.id');
  const there = (await readOwnerOnly(path))?.toString('utf8');
  const { rows } = await database.query<{ id: string }>('select id from folder');
  const [stored] = rows;
  if (stored !== undefined && stored.id === there) return;
  // A database of before there were ids is in its folder.
  const isWithoutId = stored === undefined && (!hasKeys || (await isOlder(database)));
  if (!isWithoutId) throw new ShareError('shares.damaged', { detail: 'the database of another folder' });
  const id = randomBytes(16).toString('hex');
  await writeOwnerOnly(path, id);
  await database.query('insert into folder (id) values ($1)', [id]);
}

async function isOlder(database: Database): Promise<boolean> {
  const { rows } = await database.query('select from node');
  return rows.length > 0;
}
