import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { MAX_OBJECTIONS } from '../../src/envelope/review.js';
import { appendAudit } from './audit-log.js';
import { openCase } from './cases.js';
import type { Database } from './database.js';
import { reviewOf } from './review-state.js';
import { cases, objections, verifications } from './schema.js';
import type { VerificationRow } from './verifications.js';
import { enqueue } from './webhook-messages.js';

export interface NewObjection {
  readonly verificationId: string;
  readonly text: string;
  readonly at: Date;
}

export type Objected =
  | { readonly kind: 'objected'; readonly objectionId: string; readonly objectionsLeft: number }
  | { readonly kind: 'exhausted' }
  /** Withdrawn or deleted: there is nothing left to object to. */
  | { readonly kind: 'gone' };

/** Stores what a seller says against a decision, and puts the case before a person again, all or nothing. It is deleted with the
 * verification. */
export async function storeObjection(database: Database, objection: NewObjection): Promise<Objected> {
  const { verificationId, text, at } = objection;
  return database.transaction(async (transaction) => {
    const [row] = await transaction
      .select()
      .from(verifications)
      .where(eq(verifications.verificationId, verificationId))
      .for('update');
    if (row === undefined || row.state !== 'stored') return { kind: 'gone' };
    const before = await transaction.$count(objections, eq(objections.verificationId, verificationId));
    if (before >= MAX_OBJECTIONS) return { kind: 'exhausted' };
    const objectionId = randomUUID();
    const { deleteAfter } = row;
    await transaction.insert(objections).values({ objectionId, verificationId, text, at, deleteAfter });
    await putBefore(transaction, row, at);
    return { kind: 'objected', objectionId, objectionsLeft: MAX_OBJECTIONS - before - 1 };
  });
}

/** Opens the case again, or one where there is none. Whoever has looked at it before this is told so when they decide. */
async function putBefore(transaction: Database, row: VerificationRow, at: Date): Promise<void> {
  const { verificationId, subject, status, deleteAfter } = row;
  const reopened = await transaction
    .update(cases)
    .set({ state: 'open', revision: sql`${cases.revision} + 1` })
    .where(eq(cases.verificationId, verificationId))
    .returning();
  const [known] = reopened;
  const caseId =
    known?.caseId ??
    (await openCase(transaction, {
      verificationId,
      reason: 'objection',
      hits: [],
      openedAt: at,
      deleteAfter,
    }));
  const review = reviewOf(known ?? { state: 'open', outcome: null, decidedAt: null });
  await enqueue(transaction, {
    verificationId,
    type: 'verification.objected',
    body: { verificationId, subject, status, caseId, objectedAt: at.toISOString(), review },
    createdAt: at,
  });
  await appendAudit(transaction, [{ kind: 'objected', about: verificationId, at, details: { caseId } }]);
}
