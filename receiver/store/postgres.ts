import { importing } from '../peers.js';
import type { OpenDatabase } from './database.js';
import * as schema from './schema.js';

/** Held while migrating: any number that no other program of this database uses. */
const MIGRATION_LOCK = 4_917_264_530;

export async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    importing('pg', () => import('pg')),
    import('drizzle-orm/node-postgres'),
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
  const end = (): Promise<void> => client.end();
  return { database, hasRoom: async () => true, close: end, abandon: end };
}

/** On a connection of its own, whose statements may take their time, and under a lock: of two receivers that start at once on
 * an empty database, the second finds the first one's tables. The lock ends with the connection. */
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
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.end().catch(() => {});
  }
}
