import type { Settings } from './config.js';
import type { Database } from './database.js';
import { databaseUrlOf } from './database-url.js';
import { openPglite } from './pglite-database.js';
import { PostgresDatabase } from './postgres-database.js';
import { TABLES } from './tables.js';

export interface Opening extends Pick<Settings, 'dataDir' | 'database'> {
  /** What a server lists the connection as; the same whenever one node opens its database. */
  readonly name: string;
  /** Ends it while it is being opened. */
  readonly signal: AbortSignal;
}

/** A node's database, with its tables. The caller closes it.
 * @throws {@link ShareError} `shares.in_use` where another node works on it, `shares.database_failed`, `shares.bad_input`. */
export async function openDatabase(opening: Opening): Promise<Database> {
  const database = await connected(opening);
  try {
    await database.exec(TABLES);
    return database;
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
}

async function connected({ dataDir, database, name, signal }: Opening): Promise<Database> {
  switch (database.kind) {
    case 'pglite':
      return openPglite(dataDir);
    case 'postgres':
      return PostgresDatabase.open({ url: await databaseUrlOf(database), name, signal });
    default:
      return database satisfies never;
  }
}
