import { eq, inArray } from 'drizzle-orm';
import { type AuditEntry, appendAudit } from '../store/audit-log.js';
import type { Database } from '../store/database.js';
import { type Erasing, withdrawVerification } from '../store/erasure.js';
import { cases, objections, optOuts, sessions, verifications } from '../store/schema.js';

/** What a marketplace can have of one of its sellers, and have deleted, without their receipt: by the subject that it named. */

/** Everything that is stored under a subject, but the vector: the template can only be deleted. Dates are ISO 8601. */
export interface SubjectExport {
  readonly subject: string;
  readonly exportedAt: string;
  readonly verifications: readonly object[];
  readonly cases: readonly object[];
  readonly objections: readonly object[];
  readonly sessions: readonly object[];
  readonly optOuts: readonly object[];
}

/** Reads it, and says so in the log. */
export async function exportSubject(database: Database, subject: string, now: Date): Promise<SubjectExport> {
  const stored = await database.select().from(verifications).where(eq(verifications.subject, subject));
  const ids = stored.map(({ verificationId }) => verificationId);
  const exported = {
    subject,
    exportedAt: now.toISOString(),
    verifications: stored,
    cases: await database.select().from(cases).where(inArray(cases.verificationId, ids)),
    objections: await database.select().from(objections).where(inArray(objections.verificationId, ids)),
    sessions: await database.select().from(sessions).where(eq(sessions.subject, subject)),
    optOuts: await database.select().from(optOuts).where(eq(optOuts.subject, subject)),
  };
  await database.transaction((transaction) =>
    appendAudit(
      transaction,
      ids.map((about) => ({ kind: 'exported', about, at: now })),
    ),
  );
  return exported;
}

export interface SubjectErased {
  /** Verifications that are withdrawn now: template, its key, consent and subject are gone. */
  readonly verifications: number;
  readonly optOuts: number;
  /** Sessions that may still have been open; they take no envelope any more. */
  readonly sessions: number;
}

/** Withdraws all verifications of a subject and deletes what else is stored under it. Sessions end first, so that nothing arrives
 * behind it. Again: nothing is left to erase.
 * @param also - what else the log says of it: stored with the first change, so that none is without it. */
export async function eraseSubject(
  database: Database,
  erasing: Erasing,
  subject: string,
  now: Date,
  also: readonly AuditEntry[] = [],
): Promise<SubjectErased> {
  const ended = await database.transaction(async (transaction) => {
    const over = await transaction
      .update(sessions)
      .set({ submitBy: new Date(now.getTime() - 1), subject: null, groups: [] })
      .where(eq(sessions.subject, subject))
      .returning({ sessionId: sessions.sessionId });
    await appendAudit(transaction, also);
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
  return { verifications: stored.length, optOuts: declined.length, sessions: ended.length };
}
