import { and, asc, eq, gt, type InferSelectModel, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { inBatches } from './batches.js';
import type { Database } from './database.js';
import { attempts, sessions } from './schema.js';

export type SessionRow = InferSelectModel<typeof sessions>;

/** What is known of one that is opened. */
export type NewSession = Omit<SessionRow, 'attemptsLeft' | 'verificationId' | 'endedAt'>;

export interface AttemptRule {
  /** Keyed hash of who is counted. */
  readonly principal: string;
  readonly max: number;
  readonly windowMs: number;
}

export type Opened =
  | { readonly kind: 'opened'; readonly attemptsLeft: number }
  | { readonly kind: 'exhausted'; readonly retryAt: Date };

/** Opens a session if everyone whom it counts against has an attempt left; parallel requests of one principal wait for
 * each other. */
export async function openSession(
  database: Database,
  session: NewSession,
  rules: readonly AttemptRule[],
): Promise<Opened> {
  return database.transaction(async (transaction) => {
    const counted = [];
    // In one order, so that no two requests wait for each other.
    for (const rule of rules.toSorted((a, b) => a.principal.localeCompare(b.principal))) {
      counted.push(await count(transaction, rule, session.openedAt));
    }
    const retryAtMs = counted.flatMap(({ retryAt }) => (retryAt === null ? [] : [retryAt.getTime()]));
    if (retryAtMs.length > 0) return { kind: 'exhausted', retryAt: new Date(Math.max(...retryAtMs)) };
    const attemptsLeft = Math.min(...counted.map(({ left }) => left)) - 1;
    const at = session.openedAt;
    await transaction.insert(attempts).values(rules.map(({ principal }) => ({ principal, at })));
    await transaction.insert(sessions).values({ ...session, attemptsLeft });
    return { kind: 'opened', attemptsLeft };
  });
}

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Attempts that are left at `now`; with none, from when on there is one again. Until the transaction ends, nobody else counts. */
async function count(
  transaction: Transaction,
  { principal, max, windowMs }: AttemptRule,
  now: Date,
): Promise<{ readonly left: number; readonly retryAt: Date | null }> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${principal}, 0))`);
  const recent = await transaction
    .select({ at: attempts.at })
    .from(attempts)
    .where(and(eq(attempts.principal, principal), gt(attempts.at, new Date(now.getTime() - windowMs))))
    .orderBy(asc(attempts.at));
  const left = max - recent.length;
  const [oldest] = recent.slice(-max);
  if (left > 0 || oldest === undefined) return { left, retryAt: null };
  return { left: 0, retryAt: new Date(oldest.at.getTime() + windowMs) };
}

export async function findSession(database: Database, sessionId: string): Promise<SessionRow | null> {
  const [row] = await database.select().from(sessions).where(eq(sessions.sessionId, sessionId)).limit(1);
  return row ?? null;
}

/** Holds their rows until the transaction ends. Whoever changes a session and its verification takes the session first, and of
 * several sessions in one order: so no two wait for each other. */
export async function lockSessions(transaction: Database, which: SQL): Promise<void> {
  const { sessionId } = sessions;
  await transaction.select({ sessionId }).from(sessions).where(which).orderBy(asc(sessionId)).for('update');
}

/** Ends them: once this is committed none takes an envelope any more, also none that arrived before and is still under way
 * (`storeVerification` looks under the same lock). @returns their ids. */
export async function endSessions(transaction: Database, which: SQL, now: Date): Promise<string[]> {
  await lockSessions(transaction, which);
  const ended = await transaction
    .update(sessions)
    .set({ endedAt: now, subject: null, groups: [] })
    .where(which)
    .returning({ sessionId: sessions.sessionId });
  return ended.map(({ sessionId }) => sessionId);
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
  return inBatches((size) =>
    database.transaction((transaction) => deleteEnded(transaction, lt(sessions.submitBy, ended), size)),
  );
}

/** In the order in which all take sessions, and without those that somebody has: the next sweep finds them. */
async function deleteEnded(transaction: Transaction, which: SQL, size: number): Promise<number> {
  const { sessionId } = sessions;
  const due = await transaction
    .select({ sessionId })
    .from(sessions)
    .where(which)
    .orderBy(asc(sessionId))
    .limit(size)
    .for('update', { skipLocked: true });
  const ids = due.map((row) => row.sessionId);
  if (ids.length > 0) await transaction.delete(sessions).where(inArray(sessionId, ids));
  return ids.length;
}
