import { and, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Counted } from '../counts/counts.js';
import type { Database } from './database.js';
import { auditLog } from './schema.js';

export type MonthlyCount = Readonly<Record<Counted, number>> & {
  /** YYYY-MM, of UTC. */
  readonly month: string;
};

const counting = (condition: SQL): SQL<number> =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number);

const { kind, about, details, at } = auditLog;
const month = sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM')`;

/** Counts what the audit log says, which stays when verifications are withdrawn or deleted. Oldest first; a month in which nothing
 * happened is not there. */
export function countByMonth(database: Database, from: Date, before: Date): Promise<MonthlyCount[]> {
  const isHit = sql`${kind} = 'decided' and ${details} ->> 'basis' = 'hit'`;
  const isOverturned = sql`${kind} = 'reviewed' and ${details} ->> 'outcome' = 'different_person'`;
  return database
    .select({
      month,
      verifications: counting(sql`${kind} = 'received'`),
      optOuts: counting(sql`${kind} = 'opted-out'`),
      searches: counting(sql`${kind} = 'decided' and ${details} ->> 'searched' <> 'none'`),
      hits: counting(isHit),
      // A case that was decided twice is one.
      overturnedHits: sql<number>`count(distinct ${about}) filter (where ${isOverturned})`.mapWith(Number),
      withdrawals: counting(sql`${kind} = 'withdrawn'`),
    })
    .from(auditLog)
    .where(and(gte(at, from), lt(at, before)))
    .groupBy(month)
    .orderBy(month);
}
