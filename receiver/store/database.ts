import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { makeOwnerOnlyFolder } from '../keys/owner-only.js';
import * as schema from './schema.js';

/** Either driver; also what a transaction gives. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** The build copies this folder next to the file that this module ends up in. */
const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Opens the database and brings it up to the newest migration.
 * @param databaseUrl - `postgres://…`, `memory://`, or undefined for PGlite in a folder below `dataDir`. */
export async function openDatabase(databaseUrl: string | undefined, dataDir: string): Promise<OpenDatabase> {
  if (databaseUrl !== undefined && /^postgres(ql)?:/.test(databaseUrl)) return openPostgres(databaseUrl);
  if (databaseUrl === undefined) {
    const folder = join(dataDir, 'database');
    await makeOwnerOnlyFolder(folder);
    return openPglite(folder);
  }
  if (databaseUrl === 'memory://') return openPglite(databaseUrl);
  // Without the value: it may hold a password.
  throw new RangeError('DATABASE_URL is neither postgres://… nor memory://');
}

async function openPglite(location: string): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const client = await PGlite.create(location);
  const database = drizzle({ client, schema });
  await migrate(database, { migrationsFolder: MIGRATIONS });
  return { database, close: () => client.close() };
}

async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
  });
  // A connection that breaks rejects its query, which is where it is reported. It also emits `error`, idle or in a
  // transaction, and without a listener that would end the process.
  client.on('error', () => {});
  client.on('connect', (connection) => connection.on('error', () => {}));
  const database = drizzle({ client, schema });
  // drizzle-orm 0.45 loses the pool's client for good when BEGIN fails, as it does whenever the database restarts
  // (https://github.com/drizzle-team/drizzle-orm/issues/6023), so the client is taken and given back here.
  database.transaction = async (work, config) => {
    const connection = await client.connect();
    let isSound = false;
    try {
      const result = await drizzle({ client: connection, schema }).transaction(work, config);
      isSound = true;
      return result;
    } finally {
      connection.release(!isSound);
    }
  };
  await migrate(database, { migrationsFolder: MIGRATIONS });
  return { database, close: () => client.end() };
}
