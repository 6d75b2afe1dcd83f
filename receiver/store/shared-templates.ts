import { and, asc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { sessions, sharedTemplates, verifications } from './schema.js';
import { lockSessions } from './sessions.js';

/** Templates that three operators keep: which verification each is of, and how far each has come. */

export type SharedTemplate = typeof sharedTemplates.$inferSelect;
export type NewSharedTemplate = Pick<
  SharedTemplate,
  'verificationId' | 'templateId' | 'sessionId' | 'madeAt'
> & { readonly pendingUntil: Date };

/** - `begun`: nobody else asks the operators for this session
 * - `busy`: another delivery of it does
 * - `over`: the session has a verification, or has ended */
export type Beginning = 'begun' | 'busy' | 'over';

const isIn = (verificationIds: readonly string[]) =>
  inArray(sharedTemplates.verificationId, [...verificationIds]);

/** Writes down, before the operators are asked, what they are about to store: whatever becomes of this process, somebody knows what is to
 * be deleted. What an earlier try for the session has left is to be deleted from here on. */
export async function beginShared(
  database: Database,
  { pendingUntil, ...template }: NewSharedTemplate,
): Promise<Beginning> {
  const { sessionId, madeAt: at } = template;
  return database.transaction(async (transaction) => {
    const own = eq(sessions.sessionId, sessionId);
    await lockSessions(transaction, own);
    const isOpen = and(own, isNull(sessions.endedAt), isNull(sessions.verificationId));
    if ((await transaction.$count(sessions, isOpen)) === 0) return 'over';
    const earlier = await transaction
      .select()
      .from(sharedTemplates)
      .where(and(eq(sharedTemplates.sessionId, sessionId), eq(sharedTemplates.state, 'pending')));
    if (earlier.some((row) => row.pendingUntil !== null && row.pendingUntil > at)) return 'busy';
    const left = earlier.map(({ verificationId }) => verificationId);
    await queueSharedRemovals(transaction, left, at);
    await transaction.insert(sharedTemplates).values({ ...template, state: 'pending', pendingUntil });
    return 'begun';
  });
}

/** In the transaction that stores its verification.
 * @returns false when it is pending no more: somebody took it for abandoned, and has it deleted. */
export async function storeShared(transaction: Database, verificationId: string): Promise<boolean> {
  const stored = await transaction
    .update(sharedTemplates)
    .set({ state: 'stored', wasStored: true, pendingUntil: null })
    .where(and(eq(sharedTemplates.verificationId, verificationId), eq(sharedTemplates.state, 'pending')))
    .returning({ verificationId: sharedTemplates.verificationId });
  return stored.length > 0;
}

/** From here on the operators are to delete these, until each has said that it did; what is deleted or being deleted stays so. */
export async function queueSharedRemovals(
  transaction: Database,
  verificationIds: readonly string[],
  at: Date,
): Promise<void> {
  if (verificationIds.length === 0) return;
  await transaction
    .update(sharedTemplates)
    .set({ state: 'removing', removingAt: at, pendingUntil: null })
    .where(and(isIn(verificationIds), inArray(sharedTemplates.state, ['pending', 'stored'])));
}

/** As {@link queueSharedRemovals}, of one that is pending and whose storing failed or was refused. */
export async function discardPending(database: Database, verificationId: string, at: Date): Promise<void> {
  await database
    .update(sharedTemplates)
    .set({ state: 'removing', removingAt: at, pendingUntil: null })
    .where(and(eq(sharedTemplates.verificationId, verificationId), eq(sharedTemplates.state, 'pending')));
}

/** Has what a receiver that died left pending deleted. Returns how many.
 * @param whose - `all`: no other receiver works on this database. `abandoned`: those of which whoever asked has given up for certain. */
export async function discardAbandoned(
  database: Database,
  whose: 'all' | 'abandoned',
  at: Date,
): Promise<number> {
  const pending = await database
    .select({ verificationId: sharedTemplates.verificationId })
    .from(sharedTemplates)
    .where(
      and(
        eq(sharedTemplates.state, 'pending'),
        ...(whose === 'all' ? [] : [lte(sharedTemplates.pendingUntil, at)]),
      ),
    );
  const ids = pending.map(({ verificationId }) => verificationId);
  await queueSharedRemovals(database, ids, at);
  return ids.length;
}

/** Of these templates, those that are known here. */
export function findShared(
  database: Database,
  templateIds: readonly string[],
): Promise<Pick<SharedTemplate, 'verificationId' | 'state' | 'sessionId'>[]> {
  const { verificationId, state, sessionId } = sharedTemplates;
  return database
    .select({ verificationId, state, sessionId })
    .from(sharedTemplates)
    .where(inArray(sharedTemplates.templateId, [...templateIds]));
}

/** Whose these verifications are: of those that are stored, and not due to be deleted at `at`. */
export function holdersOf(
  database: Database,
  verificationIds: readonly string[],
  at: Date,
): Promise<{ readonly verificationId: string; readonly subject: string | null }[]> {
  const { verificationId, subject, state, deleteAfter } = verifications;
  return database
    .select({ verificationId, subject })
    .from(verifications)
    .where(and(inArray(verificationId, [...verificationIds]), eq(state, 'stored'), gt(deleteAfter, at)));
}

/** How many a newcomer is compared with. */
export function countShared(database: Database): Promise<number> {
  return database.$count(sharedTemplates, eq(sharedTemplates.state, 'stored'));
}

/** Whether the operators have, or may have, anything that this database is about. */
export async function hasShared(database: Database): Promise<boolean> {
  const rows = await database
    .select({ state: sharedTemplates.state })
    .from(sharedTemplates)
    .where(ne(sharedTemplates.state, 'deleted'))
    .limit(1);
  return rows.length > 0;
}

export async function findSharedOf(
  database: Database,
  verificationId: string,
): Promise<SharedTemplate | null> {
  const own = eq(sharedTemplates.verificationId, verificationId);
  const [row] = await database.select().from(sharedTemplates).where(own).limit(1);
  return row ?? null;
}

/** What the operators may still have of what was sent under a session. */
export function leftOfSession(database: Database, sessionId: string): Promise<SharedTemplate[]> {
  return database
    .select()
    .from(sharedTemplates)
    .where(and(eq(sharedTemplates.sessionId, sessionId), ne(sharedTemplates.state, 'deleted')));
}

const receiptCount = sql<number>`jsonb_array_length(${sharedTemplates.receipts})`;

/** Those that not all three have deleted, first those that none has.
 * @param which - `never_stored`: no verification ever stood behind them, and none of the three has deleted them. */
export function listRemovals(
  database: Database,
  which: 'all' | 'never_stored',
  atMost: number,
): Promise<SharedTemplate[]> {
  const { state, wasStored, removingAt } = sharedTemplates;
  return database
    .select()
    .from(sharedTemplates)
    .where(
      and(eq(state, 'removing'), ...(which === 'all' ? [] : [eq(wasStored, false), eq(receiptCount, 0)])),
    )
    .orderBy(asc(receiptCount), asc(removingAt))
    .limit(atMost);
}

/** Of how many templates each operator still has its part, or has not said that it has not. */
export async function countRemovals(database: Database): Promise<readonly [number, number, number]> {
  const lacking = (operator: number) =>
    sql<number>`count(*) filter (where not ${sharedTemplates.receipts} @> ${JSON.stringify([{ receipt: { operator } }])}::jsonb)`.mapWith(
      Number,
    );
  const [counts] = await database
    .select({ first: lacking(0), second: lacking(1), third: lacking(2) })
    .from(sharedTemplates)
    .where(eq(sharedTemplates.state, 'removing'));
  return [counts?.first ?? 0, counts?.second ?? 0, counts?.third ?? 0];
}
