import { lockFolder } from '../folder-lock.js';
import { type DeploymentKeys, type LostPairs, openDeploymentKeys } from '../keys/deployment-keys.js';
import { keyPlaceOf } from '../keys/key-place.js';
import type { ReceiverConfig } from '../options.js';
import { abandonWhenLost } from '../storage.js';
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
  return whileAlone(isPostgres(databaseUrl) ? null : dataDir, async ({ signal: lost }) => {
    const open = await openDatabase(databaseUrl, dataDir, migrating, index);
    abandonWhenLost(open, lost);
    try {
      return await work(open.database);
    } finally {
      await open.close();
    }
  });
}

/** Opens database and keys. Beside the receivers that run, but where the keys are in one receiver's own folder: that one must not
 * run.
 * @throws FolderInUseError, DatabaseInUseError, KeyLostError */
export async function withDeployment<T>(
  config: ReceiverConfig,
  work: (keys: DeploymentKeys, open: OpenDatabase) => Promise<T>,
  lostPairs: LostPairs = 'refuse',
): Promise<T> {
  const isOwn = keyPlaceOf(config).kind === 'own_folder';
  return whileAlone(isOwn ? config.dataDir : null, async (losing) => {
    const open = await openDatabase(config.databaseUrl, config.dataDir, 'migrate', config.index);
    abandonWhenLost(open, losing.signal);
    try {
      const life = await open.shared?.holdForLife(isOwn ? 'alone' : 'shared', (reason) =>
        losing.abort(reason),
      );
      try {
        return await withKeys(await openDeploymentKeys(config, open, losing.signal, lostPairs), open, work);
      } finally {
        await life?.release();
      }
    } finally {
      await open.close();
    }
  });
}

async function withKeys<T>(
  keys: DeploymentKeys,
  open: OpenDatabase,
  work: (keys: DeploymentKeys, open: OpenDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await work(keys, open);
  } finally {
    await keys.templateKeys.slots.close();
  }
}

/** @param folder - that no receiver may work in meanwhile; null for none. */
async function whileAlone<T>(
  folder: string | null,
  work: (losing: AbortController) => Promise<T>,
): Promise<T> {
  const losing = new AbortController();
  const lock = folder === null ? null : await lockFolder(folder, (reason) => losing.abort(reason));
  try {
    return await work(losing);
  } finally {
    await lock?.release();
  }
}
