import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, max, sql } from 'drizzle-orm';
import { MAX_OBJECTIONS } from '../../src/envelope/review.js';
import { appendAudit } from './audit-log.js';
import { openCase } from './cases.js';
import type { Database } from './database.js';
import { reviewOf } from './review-state.js';
import { cases, objections, reviews, verifications } from './schema.js';
import type { VerificationRow } from './verifications.js';
import { enqueue } from './webhook-messages.js';

export interface NewObjection {
  readonly verificationId: string;
  readonly text: string;
  readonly at: Date;
}

/** What is stored of it. */
interface Held {
  readonly objectionId: string;
  readonly at: Date;
  readonly objectionsLeft: number;
}

export type Objected =
  | ({ readonly kind: 'objected' } & Held)
  /** The same words wait for a person already: the seller heard no answer, and sent them again. Nothing was stored. */
  | ({ readonly kind: 'known' } & Held)
  | { readonly kind: 'exhausted' }
  /** Withdrawn or deleted: there is nothing left to object to. */
  | { readonly kind: 'gone' };

/** Stores what a seller says against a decision, and puts the case before a person again, all or nothing; once, however often it
 * arrives before a person acts. It is deleted with the verification. */
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
    const objectionsLeft = MAX_OBJECTIONS - before;
    const known = await findWaiting(transaction, objection);
    if (known !== null) return { kind: 'known', ...known, objectionsLeft };
    if (objectionsLeft <= 0) return { kind: 'exhausted' };
    const objectionId = randomUUID();
    const { deleteAfter } = row;
    await transaction.insert(objections).values({ objectionId, verificationId, text, at, deleteAfter });
    await putBefore(transaction, row, at);
    return { kind: 'objected', objectionId, at, objectionsLeft: objectionsLeft - 1 };
  });
}

/** An objection in the same words that no person has acted after; null where there is none. Whoever says the same again to a newer
 * decision has said something new. */
async function findWaiting(
  transaction: Database,
  { verificationId, text }: NewObjection,
): Promise<Pick<Held, 'objectionId' | 'at'> | null> {
  const [acted] = await transaction
    .select({ at: max(reviews.at) })
    .from(reviews)
    .where(eq(reviews.verificationId, verificationId));
  const isSame = and(eq(objections.verificationId, verificationId), eq(objections.text, text));
  const [same] = await transaction
    .select({ objectionId: objections.objectionId, at: objections.at })
    .from(objections)
    .where(acted?.at == null ? isSame : and(isSame, gt(objections.at, acted.at)))
    .orderBy(desc(objections.at))
    .limit(1);
  return same ?? null;
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
