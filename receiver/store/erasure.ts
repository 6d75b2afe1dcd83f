import { and, eq, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { KeySlots } from '../keys/slots.js';
import type { TemplateIndex } from '../matching/template-index.js';
import { appendAudit } from './audit-log.js';
import { inBatches } from './batches.js';
import type { Database } from './database.js';
import { type Erased, endExemptions, type PartyOf } from './exemptions.js';
import { PROOF_MS } from './proof.js';
import { cases, objections, sessions, templates, verifications, webhookMessages } from './schema.js';
import { lockSessions } from './sessions.js';
import { forgetReceipts } from './share-receipts.js';
import { queueSharedRemovals } from './shared-templates.js';
import { lockTemplates, logTemplates } from './template-log.js';
import { findVerification, type VerificationRow } from './verifications.js';
import { enqueue } from './webhook-messages.js';

/** What deletion has to reach outside the database. */
export interface Erasing {
  readonly slots: Pick<KeySlots, 'destroy'>;
  readonly index: Pick<TemplateIndex, 'remove'>;
  /** By what exemptions know a seller. */
  readonly partyOf: PartyOf;
}

export type ErasedState = 'withdrawn' | 'deleted';

/** Deletes everything about the face and the person. The row stays as a tombstone, with the consent record but without whose it is:
 * whoever names the seller can put the name back and compare `consentHash`, and nobody finds the seller from it. Again: the same row, unchanged. */
export async function withdrawVerification(
  database: Database,
  erasing: Erasing,
  verificationId: string,
  now: Date,
): Promise<VerificationRow | null> {
  await database.transaction((transaction) =>
    erase(transaction, erasing, [verificationId], 'withdrawn', now),
  );
  return findVerification(database, verificationId);
}

/** Erases what has reached its `deleteAfter`, some at a time: each value of a statement is one of at most 65,535 parameters,
 * and what is erased stays erased whatever becomes of the rest. Returns how many. */
export async function sweepVerifications(database: Database, erasing: Erasing, now: Date): Promise<number> {
  return inBatches((size) =>
    database.transaction(async (transaction) => {
      const due = await transaction
        .select({ verificationId: verifications.verificationId })
        .from(verifications)
        .where(isDue(now))
        .limit(size);
      const ids = due.map(({ verificationId }) => verificationId);
      return ids.length === 0 ? 0 : erase(transaction, erasing, ids, 'deleted', now);
    }),
  );
}

/** How many have reached their `deleteAfter`. */
export function countDue(database: Database, now: Date): Promise<number> {
  return database.$count(verifications, isDue(now));
}

const isDue = (now: Date) => and(eq(verifications.state, 'stored'), lte(verifications.deleteAfter, now));

/** Deletes what is left of verifications whose proof nobody needs any more. Returns how many. */
export async function sweepProofs(database: Database, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - PROOF_MS);
  return inBatches((size) =>
    database.transaction(async (transaction) => {
      const due = await transaction
        .select({ verificationId: verifications.verificationId })
        .from(verifications)
        .where(and(ne(verifications.state, 'stored'), lte(verifications.deletedAt, oldest)))
        .limit(size);
      const ids = due.map(({ verificationId }) => verificationId);
      if (ids.length === 0) return 0;
      const deleted = await transaction
        .delete(verifications)
        .where(inArray(verifications.verificationId, ids))
        .returning({ about: verifications.verificationId });
      await forgetReceipts(transaction, ids);
      const details = { what: 'proof' };
      await appendAudit(
        transaction,
        deleted.map(({ about }) => ({ kind: 'deleted', about, at: now, details })),
      );
      return deleted.length;
    }),
  );
}

/** Empties these rows, where they are still stored, and destroys the keys of their templates as the last act before the
 * transaction ends: whatever says `withdrawn` or `deleted` has no key any more, on no machine and after no crash. A crash in
 * between leaves a row whose key is gone, which the next start finishes (`finishErasures`). Returns how many it was. */
export async function erase(
  transaction: Database,
  { slots, index, partyOf }: Erasing,
  verificationIds: readonly string[],
  state: ErasedState,
  now: Date,
): Promise<number> {
  const before = await lockSessionsOf(transaction, verificationIds);
  const erased = await transaction
    .update(verifications)
    .set({
      state,
      deletedAt: now,
      subject: null,
      capture: null,
      nonceHash: null,
      asked: [],
      liveness: sql`jsonb_set(${verifications.liveness}, '{checks}', '[]')`,
      consent: sql`${verifications.consent} #- '{pii_principal_id}' #- '{event,0,entity_id}'`,
    })
    .where(
      and(inArray(verifications.verificationId, [...verificationIds]), eq(verifications.state, 'stored')),
    )
    .returning({ verificationId: verifications.verificationId, sessionId: verifications.sessionId });
  if (erased.length === 0) return 0;
  const ids = erased.map(({ verificationId }) => verificationId);
  const sessionIds = erased.map(({ sessionId }) => sessionId);
  await transaction
    .update(sessions)
    .set({ subject: null, groups: [] })
    .where(inArray(sessions.sessionId, sessionIds));
  // With its acts; the message that tells of it is the webhook's.
  await transaction.delete(cases).where(inArray(cases.verificationId, ids));
  await transaction.delete(objections).where(inArray(objections.verificationId, ids));
  await tellMarketplace(transaction, ids, state, now);
  await lockTemplates(transaction);
  const slotIds = await deleteTemplates(transaction, ids, now);
  // Where three operators keep it: whoever called this asks them once the transaction has ended.
  await queueSharedRemovals(transaction, ids, now);
  const gone = before.filter(({ verificationId }) => ids.includes(verificationId));
  await endExemptions(transaction, partyOf, gone);
  await appendAudit(
    transaction,
    ids.map((about) => ({ kind: state, about, at: now })),
  );
  await slots.destroy(slotIds);
  for (const verificationId of ids) index.remove(verificationId);
  return erased.length;
}

/** Before the verifications: whoever ends a session withdraws what it let in, in that order.
 * @returns whose they are. */
async function lockSessionsOf(
  transaction: Database,
  verificationIds: readonly string[],
): Promise<readonly Erased[]> {
  const { verificationId, sessionId, subject } = verifications;
  const rows = await transaction
    .select({ verificationId, sessionId, subject })
    .from(verifications)
    .where(inArray(verificationId, [...verificationIds]));
  const ids = rows.map((row) => row.sessionId);
  if (ids.length > 0) await lockSessions(transaction, inArray(sessions.sessionId, ids));
  return rows;
}

/** @returns the slots of their keys. */
async function deleteTemplates(transaction: Database, ids: readonly string[], now: Date): Promise<string[]> {
  const deleted = await transaction
    .delete(templates)
    .where(inArray(templates.verificationId, [...ids]))
    .returning({ verificationId: templates.verificationId, slotId: templates.slotId });
  await logTemplates(
    transaction,
    'remove',
    deleted.map(({ verificationId }) => verificationId),
    now,
  );
  return deleted.map(({ slotId }) => slotId);
}

/** What was delivered names the seller and is no longer needed. */
async function tellMarketplace(
  transaction: Database,
  ids: readonly string[],
  state: ErasedState,
  createdAt: Date,
): Promise<void> {
  const { verificationId: about, deliveredAt } = webhookMessages;
  await transaction.delete(webhookMessages).where(and(inArray(about, [...ids]), isNotNull(deliveredAt)));
  const messages = ids.map((verificationId) => {
    const body = { verificationId, state, deletedAt: createdAt.toISOString() };
    return { verificationId, type: 'verification.deleted', body, createdAt } as const;
  });
  await enqueue(transaction, ...messages);
}

/** Finishes deletions that a crash cut short: the key was gone, the row was still there. What was due was being deleted; what
 * was not was being withdrawn.
 * @param slotIds - those that rows refer to and that are not there. */
export async function finishErasures(
  database: Database,
  erasing: Erasing,
  slotIds: readonly string[],
  now: Date,
): Promise<void> {
  for (const slotId of slotIds) {
    await database.transaction(async (transaction) => {
      const [found] = await transaction
        .select({ verificationId: verifications.verificationId, deleteAfter: verifications.deleteAfter })
        .from(templates)
        .innerJoin(verifications, eq(verifications.verificationId, templates.verificationId))
        .where(eq(templates.slotId, slotId));
      if (found === undefined) return;
      const state = found.deleteAfter <= now ? 'deleted' : 'withdrawn';
      await erase(transaction, erasing, [found.verificationId], state, now);
    });
  }
}
