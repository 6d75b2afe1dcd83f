import { lockFolder } from '../folder-lock.js';
import { type DeploymentKeys, type LostPairs, openDeploymentKeys } from '../keys/deployment-keys.js';
import { keyPlaceOf } from '../keys/key-place.js';
import type { ReceiverConfig } from '../options.js';
import type { Database, OpenDatabase } from '../store/database.js';
import { isPostgres } from '../store/database-url.js';
import { type Migrating, openDatabase } from '../store/open-database.js';

/** Opens what a receiver has stored, for a command, and closes it again. PGlite lets one process in at a time; a Postgres
 * server lets this in beside the receivers that run.
 * @throws FolderInUseError */
export async function withDatabase<T>(
  { databaseUrl, dataDir, index }: Pick<ReceiverConfig, 'databaseUrl' | 'dataDir' | 'index'>,
  migrating: Migrating,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return whileAlone(isPostgres(databaseUrl) ? null : dataDir, async () => {
    const open = await openDatabase(databaseUrl, dataDir, migrating, index);
    try {
      return await work(open.database);
    } finally {
      await open.close();
    }
  });
}

/** Opens database and keys. Beside the receivers that run, but where the keys are in one receiver's own folder: that one must not
 * run.
 * @throws FolderInUseError, KeyLostError */
export async function withDeployment<T>(
  config: ReceiverConfig,
  work: (keys: DeploymentKeys, open: OpenDatabase) => Promise<T>,
  lostPairs: LostPairs = 'refuse',
): Promise<T> {
  const isOwn = keyPlaceOf(config).kind === 'own_folder';
  return whileAlone(isOwn ? config.dataDir : null, async () => {
    const open = await openDatabase(config.databaseUrl, config.dataDir, 'migrate', config.index);
    try {
      const keys = await openDeploymentKeys(config, open, lostPairs);
      try {
        return await work(keys, open);
      } finally {
        await keys.templateKeys.slots.close();
      }
    } finally {
      await open.close();
    }
  });
}

/** @param folder - that no receiver may work in meanwhile; null for none. */
async function whileAlone<T>(folder: string | null, work: () => Promise<T>): Promise<T> {
  const lock = folder === null ? null : await lockFolder(folder, () => {});
  try {
    return await work();
  } finally {
    await lock?.release();
  }
}
