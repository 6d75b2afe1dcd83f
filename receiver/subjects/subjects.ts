import { asc, eq, inArray } from 'drizzle-orm';
import type { ByOperator, ShareRemoval } from '../../src/core/record.js';
import type { Action } from '../../src/core/types.js';
import { type AuditEntry, appendAudit } from '../store/audit-log.js';
import type { Database } from '../store/database.js';
import { type Erasing, withdrawVerification } from '../store/erasure.js';
import { cases, objections, optOuts, reviews, sessions, verifications } from '../store/schema.js';
import { endSessions, type NewSession, type SessionRow } from '../store/sessions.js';
import type { VerificationRow } from '../store/verifications.js';
import type { CheckedThreeOperators } from '../three-operators/option.js';
import type { ThreeOperators } from '../three-operators/three-operators.js';
import { type ExportedTemplate, exportParts } from './kept-parts.js';

/** What a marketplace can have of one of its sellers, and have deleted, without their receipt: by the subject that it named. */

/** What is stored of a seller, for a request of theirs (GDPR Art. 15 and 20), each list oldest first. Left out is the template, which can
 * only be deleted; what would let its reader act as the seller (a session's nonce ends the session and withdraws what it let in) or tells
 * nothing but to this receiver (hashes of the nonce and of the body); and whom else the seller was compared with (Art. 15 (4)). */
export interface SubjectExport {
  readonly subject: string;
  readonly exportedAt: string;
  readonly verifications: readonly ExportedVerification[];
  readonly cases: readonly ExportedCase[];
  readonly objections: readonly (typeof objections.$inferSelect)[];
  readonly sessions: readonly ExportedSession[];
  readonly optOuts: readonly (typeof optOuts.$inferSelect)[];
  /** What three operators keep in parts, where they do. */
  readonly templates?: readonly ExportedTemplate[] | undefined;
}

export type ExportedVerification = Omit<VerificationRow, 'bodyHash' | 'nonceHash'>;
export type ExportedCase = Omit<typeof cases.$inferSelect, 'hits' | 'revision'> & {
  readonly acts: readonly Pick<typeof reviews.$inferSelect, 'outcome' | 'at'>[];
};
export type ExportedSession = Omit<NewSession, 'nonce' | 'groups' | 'challenge'> & {
  readonly asked: readonly Action[];
};

/** Reads it, and says so in the log.
 * @param operators - the three who keep the templates, where there are any. */
export async function exportSubject(
  database: Database,
  subject: string,
  now: Date,
  operators?: CheckedThreeOperators['operators'],
): Promise<SubjectExport> {
  const stored = await database
    .select()
    .from(verifications)
    .where(eq(verifications.subject, subject))
    .orderBy(asc(verifications.receivedAt));
  const ids = stored.map(({ verificationId }) => verificationId);
  const opened = await sessionsOf(database, subject);
  const declined = await database
    .select()
    .from(optOuts)
    .where(eq(optOuts.subject, subject))
    .orderBy(asc(optOuts.openedAt));
  const exported = {
    subject,
    exportedAt: now.toISOString(),
    verifications: stored.map(({ bodyHash: _, nonceHash: __, ...shown }) => shown),
    cases: await exportCases(database, ids),
    objections: await database
      .select()
      .from(objections)
      .where(inArray(objections.verificationId, ids))
      .orderBy(asc(objections.at)),
    sessions: opened.map(exportedSession),
    optOuts: declined,
    ...(operators && { templates: await exportParts(database, operators, idsOf(ids, opened)) }),
  };
  const entries = exportEntries({ ids, opened, declined }, now);
  await database.transaction((transaction) => appendAudit(transaction, entries));
  return exported;
}

function idsOf(verificationIds: readonly string[], opened: readonly SessionRow[]) {
  return { verificationIds, sessionIds: opened.map(({ sessionId }) => sessionId) };
}

interface Read {
  readonly ids: readonly string[];
  readonly opened: readonly SessionRow[];
  readonly declined: readonly { readonly caseId: string }[];
}

/** One for whatever was read; a session that has a verification is told of by that. */
function exportEntries({ ids, opened, declined }: Read, at: Date): AuditEntry[] {
  const alone = opened.filter(({ verificationId }) => verificationId === null);
  const read = [...ids, ...alone.map(({ sessionId }) => sessionId), ...declined.map(({ caseId }) => caseId)];
  return read.map((about) => ({ kind: 'exported', about, at }));
}

async function exportCases(database: Database, ids: readonly string[]): Promise<ExportedCase[]> {
  const found = await database
    .select()
    .from(cases)
    .where(inArray(cases.verificationId, [...ids]))
    .orderBy(asc(cases.openedAt));
  const acts = await database
    .select()
    .from(reviews)
    .where(inArray(reviews.verificationId, [...ids]))
    .orderBy(asc(reviews.at));
  return found.map(({ hits: _, revision: __, ...shown }) => {
    const own = acts.filter(({ caseId }) => caseId === shown.caseId);
    return { ...shown, acts: own.map(({ outcome, at }) => ({ outcome, at })) };
  });
}

function sessionsOf(database: Database, subject: string): Promise<SessionRow[]> {
  return database
    .select()
    .from(sessions)
    .where(eq(sessions.subject, subject))
    .orderBy(asc(sessions.openedAt));
}

function exportedSession({
  nonce: _,
  groups: __,
  attemptsLeft: ___,
  verificationId: ____,
  ...shown
}: SessionRow): ExportedSession {
  // One that was ended names no subject.
  const { challenge, endedAt: _____, ...rest } = shown;
  return { ...rest, asked: challenge.steps.map(({ action }) => action) };
}

export interface SubjectErased {
  /** Verifications that are withdrawn now: template, its key, consent and subject are gone. */
  readonly verifications: number;
  readonly optOuts: number;
  /** Sessions that may still have been open; they take no envelope any more. */
  readonly sessions: number;
  /** What three operators say of their parts, where they kept any. Nothing leads from the seller to these any more. */
  readonly shares?: readonly ErasedShares[] | undefined;
}

export interface ErasedShares {
  readonly verificationId: string;
  readonly operators: ByOperator<ShareRemoval>;
}

/** What three operators are asked once it is erased here. */
export type ErasingOperators = Pick<ThreeOperators, 'removalsOf'> & {
  readonly removals: Pick<ThreeOperators['removals'], 'attempt'>;
};

/** Withdraws all verifications of a subject and deletes what else is stored under it. Sessions end first, so that nothing arrives
 * behind it. Again: nothing is left to erase.
 * @param also - what else the log says of it: stored with the first change, so that none is without it.
 * @param three - those who keep the templates: they are asked at once, and waited for a few seconds at most. */
export async function eraseSubject(
  database: Database,
  erasing: Erasing,
  subject: string,
  now: Date,
  also: readonly AuditEntry[] = [],
  three: ErasingOperators | null = null,
): Promise<SubjectErased> {
  const ended = await database.transaction(async (transaction) => {
    const over = await endSessions(transaction, eq(sessions.subject, subject), now);
    const entries = over.map((about) => ({ kind: 'erased', about, at: now }) as const);
    await appendAudit(transaction, [...also, ...entries]);
    return over;
  });
  const stored = await database
    .select({ verificationId: verifications.verificationId })
    .from(verifications)
    .where(eq(verifications.subject, subject));
  for (const { verificationId } of stored) await withdrawVerification(database, erasing, verificationId, now);
  const declined = await database.transaction(async (transaction) => {
    const gone = await transaction
      .delete(optOuts)
      .where(eq(optOuts.subject, subject))
      .returning({ about: optOuts.caseId });
    await appendAudit(
      transaction,
      gone.map(({ about }) => ({ kind: 'erased', about, at: now })),
    );
    return gone;
  });
  const ids = stored.map(({ verificationId }) => verificationId);
  return {
    verifications: stored.length,
    optOuts: declined.length,
    sessions: ended.length,
    ...(three && { shares: await sharesOf(three, ids) }),
  };
}

async function sharesOf(three: ErasingOperators, verificationIds: readonly string[]) {
  await Promise.all(verificationIds.map((id) => three.removals.attempt(id)));
  const told = verificationIds.map(async (verificationId): Promise<readonly ErasedShares[]> => {
    const operators = await three.removalsOf(verificationId);
    return operators === null ? [] : [{ verificationId, operators }];
  });
  return (await Promise.all(told)).flat();
}
