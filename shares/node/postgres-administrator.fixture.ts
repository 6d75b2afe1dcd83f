import pg from 'pg';
import { NODE_LOCK } from './postgres-database.js';

/** What somebody else does in a node's PostgreSQL. */
export async function administer<T extends object>(url: string, sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Takes the lock from the node that has it, by ending its connection. Held until the client ends. */
export async function takeLock(url: string): Promise<pg.Client> {
  const other = new pg.Client({ connectionString: url });
  other.on('error', () => {});
  await other.connect();
  const taking = other.query('select pg_advisory_lock($1)', [NODE_LOCK]);
  await administer(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'candor-share-node%'`,
  );
  await taking;
  return other;
}
