import { lockFolder } from '../folder-lock.js';
import type { ReceiverConfig } from '../options.js';
import type { Database } from '../store/database.js';
import { isPostgres, type Migrating, openDatabase } from '../store/open-database.js';

/** Opens what a receiver has stored, for a command, and closes it again. PGlite lets one process in at a time; a Postgres
 * server lets this in beside the receivers that run.
 * @throws FolderInUseError */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Pick<ReceiverConfig, 'databaseUrl' | 'dataDir'>,
  migrating: Migrating,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const lock = isPostgres(databaseUrl) ? null : await lockFolder(dataDir, () => {});
  try {
    const open = await openDatabase(databaseUrl, dataDir, migrating);
    try {
      return await work(open.database);
    } finally {
      await open.close();
    }
  } finally {
    await lock?.release();
  }
}
