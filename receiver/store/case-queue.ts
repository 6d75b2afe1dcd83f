import { and, asc, desc, eq, gt, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { AccountView, CaseSummary, CaseView } from '../review/case-view.js';
import type { Database } from './database.js';
import { deleteAfterOf } from './proof.js';
import { cases, objections, reviews, verifications } from './schema.js';
import type { VerificationRow } from './verifications.js';

/** Which cases: those that wait, oldest first, or those that were decided, newest first. */
export type Shown = 'waiting' | 'closed';

/** The last case of the page before. */
export interface Cursor {
  readonly at: Date;
  readonly caseId: string;
}

const SUMMARY = {
  caseId: cases.caseId,
  verificationId: cases.verificationId,
  subject: verifications.subject,
  reason: cases.reason,
  state: cases.state,
  outcome: cases.outcome,
  openedAt: cases.openedAt,
  decidedAt: cases.decidedAt,
};

const isShown = (shown: Shown): SQL | undefined =>
  shown === 'waiting' ? inArray(cases.state, ['open', 'asked']) : eq(cases.state, 'closed');

export function countCases(database: Database, shown: Shown): Promise<number> {
  return database.$count(cases, isShown(shown));
}

/** One page of cases.
 * @param after - null for the first. */
export function listCases(
  database: Database,
  shown: Shown,
  after: Cursor | null,
  limit: number,
): Promise<CaseSummary[]> {
  const { caseId } = cases;
  const [order, key, past] =
    shown === 'waiting' ? ([asc, cases.openedAt, gt] as const) : ([desc, cases.decidedAt, lt] as const);
  const beyond =
    after === null ? undefined : or(past(key, after.at), and(eq(key, after.at), past(caseId, after.caseId)));
  return database
    .select(SUMMARY)
    .from(cases)
    .innerJoin(verifications, eq(verifications.verificationId, cases.verificationId))
    .where(and(isShown(shown), beyond))
    .orderBy(order(key), order(caseId))
    .limit(limit);
}

/** Everything that a person is shown of a case; null when there is none. */
export async function readCase(database: Database, caseId: string): Promise<CaseView | null> {
  const [row] = await database.select().from(cases).where(eq(cases.caseId, caseId)).limit(1);
  if (row === undefined) return null;
  const { verificationId, hits, ...stored } = row;
  const rows = await database
    .select()
    .from(verifications)
    .where(inArray(verifications.verificationId, [verificationId, ...hits]));
  const own = rows.find((one) => one.verificationId === verificationId);
  if (own === undefined) return null;
  return {
    ...stored,
    account: accountOf(own),
    hits: rows
      .filter((one) => one !== own)
      .map(accountOf)
      .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime()),
    threshold: own.threshold,
    searched: own.decision?.scopeSize ?? null,
    objections: await listObjections(database, verificationId),
    acts: await database
      .select({ outcome: reviews.outcome, at: reviews.at, reviewer: reviews.reviewer })
      .from(reviews)
      .where(eq(reviews.verificationId, verificationId))
      .orderBy(asc(reviews.at)),
  };
}

/** What a seller said against a decision, oldest first. */
export function listObjections(
  database: Database,
  verificationId: string,
): Promise<{ objectionId: string; text: string; at: Date }[]> {
  return database
    .select({ objectionId: objections.objectionId, text: objections.text, at: objections.at })
    .from(objections)
    .where(eq(objections.verificationId, verificationId))
    .orderBy(asc(objections.at));
}

function accountOf(row: VerificationRow): AccountView {
  const { verificationId, subject, state, receivedAt, liveness, asked } = row;
  const deleteAfter = deleteAfterOf(row);
  return { verificationId, subject, state, receivedAt, deleteAfter, liveness, asked };
}
