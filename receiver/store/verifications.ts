import { and, eq, gte, type InferInsertModel, type InferSelectModel, isNull } from 'drizzle-orm';
import type { Decision } from '../matching/decide.js';
import { appendAudit } from './audit-log.js';
import { openCase } from './cases.js';
import type { Database } from './database.js';
import type { DecisionRecord } from './kinds.js';
import { cases, sessions, verifications } from './schema.js';
import { lockSessions } from './sessions.js';
import { enqueue } from './webhook-messages.js';

export type VerificationRow = InferSelectModel<typeof verifications>;

export interface NewVerification {
  readonly verification: Omit<InferInsertModel<typeof verifications>, 'status' | 'basis' | 'decision'>;
  /** Decides, in the transaction. */
  readonly conclude: (transaction: Database) => Promise<Concluded>;
  /** Stores what there is of the face, in the transaction, once the verification's row is there. */
  readonly keepTemplate: (transaction: Database, stored: VerificationRow) => Promise<void>;
}

export interface Concluded {
  readonly decision: Decision;
  readonly record: DecisionRecord;
  /** Verification ids. */
  readonly hits: readonly string[];
}

/** Decides, and stores a verification with what there is of its template, its case where a person has to look, the marketplace's message and what
 * the log says of it, all or nothing.
 * Returns null when the session already has one, or was ended meanwhile: of two at once, one wins, in the database. */
export async function storeVerification(
  database: Database,
  { verification, conclude, keepTemplate }: NewVerification,
): Promise<VerificationRow | null> {
  return database.transaction(async (transaction) => {
    if (!(await enterSession(transaction, verification))) return null;
    const concluded = await conclude(transaction);
    const [stored] = await transaction
      .insert(verifications)
      .values({ ...verification, ...concluded.decision, decision: concluded.record })
      .returning();
    if (stored === undefined) throw new Error('a row that was inserted is returned');
    await keepTemplate(transaction, stored);
    await announce(transaction, stored, concluded);
    return stored;
  });
}

/** Of two that come at once, the second waits for the session's row, and then finds it taken. One that was ended says so itself:
 * an envelope may have arrived before that, and be stored after it.
 * @returns false when the session is over, or has a verification. */
async function enterSession(
  transaction: Database,
  { sessionId, verificationId, receivedAt }: NewVerification['verification'],
): Promise<boolean> {
  const isOpen = and(
    eq(sessions.sessionId, sessionId),
    gte(sessions.submitBy, receivedAt),
    isNull(sessions.endedAt),
    isNull(sessions.verificationId),
  );
  const entered = await transaction
    .update(sessions)
    .set({ verificationId })
    .where(isOpen)
    .returning({ sessionId: sessions.sessionId });
  return entered.length > 0;
}

/** Whether its session let it in, once nobody is storing it any more: of a transaction that failed as it ended, only the database
 * knows. */
export async function isLetIn(
  database: Database,
  { sessionId, verificationId }: Pick<VerificationRow, 'sessionId' | 'verificationId'>,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const own = eq(sessions.sessionId, sessionId);
    await lockSessions(transaction, own);
    return (await transaction.$count(sessions, and(own, eq(sessions.verificationId, verificationId)))) > 0;
  });
}

/** Tells those who have to know: the reviewers, the marketplace's backend, the log. */
async function announce(
  transaction: Database,
  { verificationId, subject, status, basis, decidedAt, deleteAfter, test }: VerificationRow,
  { decision, record, hits }: Concluded,
): Promise<void> {
  if (decision.status === 'needs_review') {
    const opened = { verificationId, reason: decision.basis, hits, openedAt: decidedAt, deleteAfter };
    await openCase(transaction, opened);
  } else {
    // As many statements as with a case: the time of the answer is not to tell which it was.
    await transaction.$count(cases, eq(cases.verificationId, verificationId));
  }
  const body = { verificationId, subject, status, decidedAt: decidedAt.toISOString(), test };
  await enqueue(transaction, { verificationId, type: 'verification.decided', body, createdAt: decidedAt });
  const { searched, gallerySize, scopeSize, falseHitsPerNewcomer, lowConfidence } = record;
  const details = { status, basis, searched, gallerySize, scopeSize, falseHitsPerNewcomer, lowConfidence };
  await appendAudit(transaction, [
    { kind: 'received', about: verificationId, at: decidedAt },
    { kind: 'decided', about: verificationId, at: decidedAt, details },
  ]);
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
