import { sql } from 'drizzle-orm';
import type { Database } from '../store/database.js';
import type { Finding } from './finding.js';

/** What is answered as deleted has to be on the server's disk. */
export async function findInCommits(database: Database): Promise<Finding> {
  const what = 'commits';
  const synchronous = sql<string>`current_setting('synchronous_commit')`;
  const synced = sql<string>`current_setting('fsync')`;
  const [row] = await database.select({ synchronous, synced }).from(sql`(select 1) as one`);
  const off = [
    ...(row?.synchronous === 'off' ? ['synchronous_commit'] : []),
    ...(row?.synced === 'off' ? ['fsync'] : []),
  ];
  if (off.length === 0) return { kind: 'ok', what, words: `on the disk when answered (${row?.synchronous})` };
  const words = `${off.join(' and ')} off: a crash of the server can bring back what was answered as deleted; set on`;
  return { kind: 'fault', what, words };
}
