import { and, asc, eq, gt, type InferSelectModel, inArray, lt, sql } from 'drizzle-orm';
import { inBatches } from './batches.js';
import type { Database } from './database.js';
import { attempts, sessions } from './schema.js';

export type SessionRow = InferSelectModel<typeof sessions>;

export interface AttemptRule {
  /** Keyed hash of the subject or address. */
  readonly principal: string;
  readonly max: number;
  readonly windowMs: number;
}

export type Opened =
  | { readonly kind: 'opened'; readonly attemptsLeft: number }
  | { readonly kind: 'exhausted'; readonly retryAt: Date };

/** Opens a session if the principal has an attempt left; parallel requests of one principal wait for each other. */
export async function openSession(
  database: Database,
  session: Omit<SessionRow, 'attemptsLeft'>,
  rule: AttemptRule,
): Promise<Opened> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${rule.principal}, 0))`);
    const since = new Date(session.openedAt.getTime() - rule.windowMs);
    const recent = await transaction
      .select({ at: attempts.at })
      .from(attempts)
      .where(and(eq(attempts.principal, rule.principal), gt(attempts.at, since)))
      .orderBy(asc(attempts.at));
    const [oldest] = recent.slice(-rule.max);
    if (recent.length >= rule.max && oldest !== undefined) {
      return { kind: 'exhausted', retryAt: new Date(oldest.at.getTime() + rule.windowMs) };
    }
    const attemptsLeft = rule.max - recent.length - 1;
    await transaction.insert(attempts).values({ principal: rule.principal, at: session.openedAt });
    await transaction.insert(sessions).values({ ...session, attemptsLeft });
    return { kind: 'opened', attemptsLeft };
  });
}

export async function findSession(database: Database, sessionId: string): Promise<SessionRow | null> {
  const [row] = await database.select().from(sessions).where(eq(sessions.sessionId, sessionId)).limit(1);
  return row ?? null;
}

/** How long after `submitBy` a session is still known, so that a late envelope hears `session.expired`, ms. */
const REMEMBERED_MS = 86_400_000;

/** Deletes attempts that count no more and sessions long ended; what became of a session is in its verification.
 * Returns how many sessions. */
export async function sweepSessions(database: Database, now: Date, windowMs: number): Promise<number> {
  const oldest = new Date(now.getTime() - windowMs);
  await inBatches(async (size) => {
    const due = database
      .select({ attemptId: attempts.attemptId })
      .from(attempts)
      .where(lt(attempts.at, oldest))
      .limit(size);
    return (
      await database.delete(attempts).where(inArray(attempts.attemptId, due)).returning({ at: attempts.at })
    ).length;
  });
  const ended = new Date(now.getTime() - REMEMBERED_MS);
  return inBatches(async (size) => {
    const due = database
      .select({ sessionId: sessions.sessionId })
      .from(sessions)
      .where(lt(sessions.submitBy, ended))
      .limit(size);
    return (
      await database
        .delete(sessions)
        .where(inArray(sessions.sessionId, due))
        .returning({ at: sessions.openedAt })
    ).length;
  });
}
