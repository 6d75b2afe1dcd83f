import { and, eq, gte, type InferInsertModel, type InferSelectModel, inArray, lte } from 'drizzle-orm';
import { appendAudit } from './audit-log.js';
import { inBatches } from './batches.js';
import type { Database } from './database.js';
import { cases, envelopes, objections, sessions, templates, verifications } from './schema.js';

export type VerificationRow = InferSelectModel<typeof verifications>;

export interface NewVerification {
  readonly verification: InferInsertModel<typeof verifications>;
  readonly template: Omit<InferInsertModel<typeof templates>, 'verificationId'>;
  readonly body: Uint8Array;
}

/** Stores a verification with its template, envelope and event, all or nothing.
 * Returns null when the session already has one, or was ended meanwhile: of two at once, one wins, in the database. */
export async function storeVerification(
  database: Database,
  { verification, template, body }: NewVerification,
): Promise<VerificationRow | null> {
  return database.transaction(async (transaction) => {
    const [open] = await transaction
      .select({ sessionId: sessions.sessionId })
      .from(sessions)
      .where(
        and(eq(sessions.sessionId, verification.sessionId), gte(sessions.submitBy, verification.receivedAt)),
      )
      .for('update');
    if (open === undefined) return null;
    const [stored] = await transaction
      .insert(verifications)
      .values(verification)
      .onConflictDoNothing({ target: verifications.sessionId })
      .returning();
    if (stored === undefined) return null;
    const { verificationId } = stored;
    await transaction.insert(templates).values({ verificationId, ...template });
    await transaction.insert(envelopes).values({ verificationId, body });
    await appendAudit(transaction, [{ kind: 'received', about: verificationId, at: stored.receivedAt }]);
    return stored;
  });
}

export async function findVerification(
  database: Database,
  verificationId: string,
): Promise<VerificationRow | null> {
  const [row] = await database
    .select()
    .from(verifications)
    .where(eq(verifications.verificationId, verificationId))
    .limit(1);
  return row ?? null;
}

export async function findBySession(database: Database, sessionId: string): Promise<VerificationRow | null> {
  const [row] = await database
    .select()
    .from(verifications)
    .where(eq(verifications.sessionId, sessionId))
    .limit(1);
  return row ?? null;
}

/** Whether there never was a verification: also what was withdrawn or deleted still answers to its token. */
export async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.select({ test: verifications.test }).from(verifications).limit(1);
  return rows.length === 0;
}

/** Deletes everything about the face and the person; the row stays as a tombstone. Again: the same row, unchanged. */
export async function withdrawVerification(
  database: Database,
  verificationId: string,
  now: Date,
): Promise<VerificationRow | null> {
  await database.transaction((transaction) => erase(transaction, [verificationId], 'withdrawn', now));
  return findVerification(database, verificationId);
}

/** Erases what has reached its `deleteAfter`, some at a time: each value of a statement is one of at most 65,535 parameters,
 * and what is erased stays erased whatever becomes of the rest. Returns how many. */
export async function sweepVerifications(database: Database, now: Date): Promise<number> {
  return inBatches((size) =>
    database.transaction(async (transaction) => {
      const due = await transaction
        .select({ verificationId: verifications.verificationId })
        .from(verifications)
        .where(isDue(now))
        .limit(size);
      const ids = due.map(({ verificationId }) => verificationId);
      return ids.length === 0 ? 0 : erase(transaction, ids, 'deleted', now);
    }),
  );
}

/** How many have reached their `deleteAfter`. */
export function countDue(database: Database, now: Date): Promise<number> {
  return database.$count(verifications, isDue(now));
}

const isDue = (now: Date) => and(eq(verifications.state, 'stored'), lte(verifications.deleteAfter, now));

/** Empties these rows, where they are still stored. Returns how many it was. */
export async function erase(
  transaction: Database,
  verificationIds: readonly string[],
  state: 'withdrawn' | 'deleted',
  now: Date,
): Promise<number> {
  const erased = await transaction
    .update(verifications)
    .set({ state, deletedAt: now, subject: null, consent: null, capture: null })
    .where(
      and(inArray(verifications.verificationId, [...verificationIds]), eq(verifications.state, 'stored')),
    )
    .returning({ verificationId: verifications.verificationId, sessionId: verifications.sessionId });
  if (erased.length === 0) return 0;
  const ids = erased.map(({ verificationId }) => verificationId);
  await transaction.delete(templates).where(inArray(templates.verificationId, ids));
  await transaction.delete(envelopes).where(inArray(envelopes.verificationId, ids));
  // With its acts; the message that tells of it is the webhook's.
  await transaction.delete(cases).where(inArray(cases.verificationId, ids));
  await transaction.delete(objections).where(inArray(objections.verificationId, ids));
  await transaction
    .update(sessions)
    .set({ subject: null })
    .where(
      inArray(
        sessions.sessionId,
        erased.map(({ sessionId }) => sessionId),
      ),
    );
  await appendAudit(
    transaction,
    ids.map((about) => ({ kind: state, about, at: now })),
  );
  return erased.length;
}
