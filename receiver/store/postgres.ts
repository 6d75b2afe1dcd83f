import type { Pool } from 'pg';
import { importing } from '../peers.js';
import type { OpenDatabase, SharedDatabase } from './database.js';
import { LifeLock } from './life-lock.js';
import { PostgresLocks } from './locks.js';
import { assertNotNewer } from './newer-database.js';
import { PostgresListener } from './postgres-listener.js';
import * as schema from './schema.js';

/** Held while migrating: any number that no other program of this database uses. */
const MIGRATION_LOCK = 4_917_264_530;

/** Connections for locks: as many as one receiver holds at a time. */
const LOCKS_AT_ONCE = 4;
/** Connections beside those of transactions. */
const ASIDE = 3;

/** Opens up to 19 connections: 10 for transactions, {@link LOCKS_AT_ONCE}, {@link ASIDE}, one that listens, and one that holds a lock for life. */
export async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    importing('pg', () => import('pg')),
    import('drizzle-orm/node-postgres'),
  ]);
  const limits = {
    connectionString,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    // A lock that is held for long, and who listens, say nothing for long.
    keepAlive: true,
  };
  const poolOf = (max: number): Pool => {
    const pool = new pg.Pool({ ...limits, max });
    // A connection that breaks rejects its query, which is where it is reported. It also emits `error`, idle or in a
    // transaction, and without a listener that would end the process.
    pool.on('error', () => {});
    pool.on('connect', (connection) => connection.on('error', () => {}));
    return pool;
  };
  const [client, locking, beside] = [poolOf(10), poolOf(LOCKS_AT_ONCE), poolOf(ASIDE)];
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
  const shared: SharedDatabase = {
    aside: drizzle({ client: beside, schema }),
    listen: (channel, heard) => {
      const connect = () =>
        new pg.Client({ ...limits, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
      return new PostgresListener({ connect, channel, heard });
    },
    holdForLife: (mode, onLost) => {
      // A receiver that ends meanwhile waits for it.
      const soon = { connectionTimeoutMillis: 5_000, query_timeout: 5_000 };
      const connect = (name: string) => new pg.Client({ ...limits, ...soon, application_name: name });
      return LifeLock.take({ connect, mode, onLost });
    },
  };
  let ending: Promise<unknown> | undefined;
  // One that was lost has been abandoned when it is closed.
  const end = async (): Promise<void> => {
    ending ??= Promise.all([client.end(), locking.end(), beside.end()]);
    await ending;
  };
  const locks = new PostgresLocks(locking);
  return { database, locks, shared, hasRoom: async () => true, close: end, abandon: end };
}

/** On a connection of its own, whose statements may take their time, and under a lock: of two receivers that start at once on
 * an empty database, the second finds the first one's tables. The lock ends with the connection.
 * @throws {@link NewerDatabaseError} */
export async function migratePostgres(connectionString: string, migrationsFolder: string): Promise<void> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    importing('pg', () => import('pg')),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const database = drizzle({ client, schema });
    await assertNotNewer(database, migrationsFolder);
    await migrate(database, { migrationsFolder });
  } finally {
    await client.end().catch(() => {});
  }
}
