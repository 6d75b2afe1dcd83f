import { lt, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { postCounts } from './schema.js';

/** Counts one more, on whichever receiver.
 * @param client - keyed hash of who is counted.
 * @returns how many it were in this minute, with this one. */
export async function countPost(database: Database, client: string, minute: number): Promise<number> {
  const [row] = await database
    .insert(postCounts)
    .values({ client, minute, count: 1 })
    .onConflictDoUpdate({
      target: [postCounts.client, postCounts.minute],
      set: { count: sql`${postCounts.count} + 1` },
    })
    .returning({ count: postCounts.count });
  return row?.count ?? 1;
}

/** Forgets the minutes before this one. */
export async function sweepPostCounts(database: Database, minute: number): Promise<void> {
  await database.delete(postCounts).where(lt(postCounts.minute, minute));
}
