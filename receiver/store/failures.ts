import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from './database.js';
import { attempts } from './schema.js';

const MINUTE_MS = 60_000;
/** So close together, failures are somebody who tries what passes (requirement P-12), ms. */
const CLUSTER_MS = 3 * MINUTE_MS;
/** How long nobody may try then, ms. */
const COOL_DOWN_MS = 30 * MINUTE_MS;
/** For how long a failure counts, ms. */
export const FAILURE_WINDOW_MS = CLUSTER_MS + COOL_DOWN_MS;

/** Notes that a capture was not live or inconclusive, or that an envelope was refused.
 * @param principal - keyed hash of who is counted, of failures alone: they stand among the attempts. */
export async function recordFailure(database: Database, principal: string, at: Date): Promise<void> {
  await database.insert(attempts).values({ principal, at });
}

/** Until when nobody may try who failed so often within three minutes; null when they may.
 * @param max - failures that begin a cool-down. */
export async function coolsUntil(
  database: Database,
  principal: string,
  max: number,
  now: Date,
): Promise<Date | null> {
  if (max === Number.POSITIVE_INFINITY) return null;
  const failed = await database
    .select({ at: attempts.at })
    .from(attempts)
    .where(
      and(eq(attempts.principal, principal), gt(attempts.at, new Date(now.getTime() - FAILURE_WINDOW_MS))),
    )
    .orderBy(asc(attempts.at));
  const times = failed.map(({ at }) => at.getTime());
  const lastOfClusters = times.filter(
    (atMs, index) => atMs - (times[index - max + 1] ?? -Infinity) <= CLUSTER_MS,
  );
  const untilMs = (lastOfClusters.at(-1) ?? -Infinity) + COOL_DOWN_MS;
  return untilMs > now.getTime() ? new Date(untilMs) : null;
}
