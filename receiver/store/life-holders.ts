import { sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { LIFE_LOCK } from './life-lock.js';

/** How many receivers, and commands, hold the lock for life of this PostgreSQL database now.
 * @param which - `alone`: only those whose keys are their own. */
export async function countLifeHolders(database: Database, which: 'all' | 'alone'): Promise<number> {
  const held = sql<number>`(select count(*)::int from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid = 0 and objid = ${LIFE_LOCK}
    and (mode = 'ExclusiveLock' or ${which === 'all'}))`;
  const [row] = await database.select({ held }).from(sql`(select 1) as one`);
  return row?.held ?? 0;
}
