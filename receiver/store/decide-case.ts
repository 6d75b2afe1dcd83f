import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { principalOf, type Secrets } from '../keys/secrets.js';
import { type AuditEntry, appendAudit } from './audit-log.js';
import type { Database } from './database.js';
import { type NewExemption, replaceExemptions } from './exemptions.js';
import { reviewOf } from './review-state.js';
import { cases, reviews, verifications } from './schema.js';
import { lockTemplates } from './template-log.js';
import type { VerificationRow } from './verifications.js';
import { enqueue } from './webhook-messages.js';

/** What a person found, or that the seller is asked first. */
export type Act =
  | { readonly kind: 'same_person' | 'different_person' | 'no_concern' | 'asked' }
  | {
      readonly kind: 'allowed_second_account';
      /** Why it is allowed, in the reviewer's words. */
      readonly reason: string;
      /** Null: for good. */
      readonly expiresAt: Date | null;
    };

/** Every act that there is. */
export const ACT_KINDS = [
  'same_person',
  'different_person',
  'allowed_second_account',
  'no_concern',
  'asked',
] as const satisfies readonly Act['kind'][];

/** What can be found: something about two people where there are two, and nothing of the kind where there is one. */
export function actsFor({ hits }: { readonly hits: readonly unknown[] }): readonly Act['kind'][] {
  return ACT_KINDS.filter((kind) => kind === 'asked' || (kind === 'no_concern') === (hits.length === 0));
}

export interface Decision {
  readonly caseId: string;
  /** The revision that the person looked at. */
  readonly revision: number;
  readonly act: Act;
  /** Who it was, as the host names them. */
  readonly reviewer: string;
  readonly at: Date;
  /** What else the log says of it, where it is stored. */
  readonly also?: readonly AuditEntry[] | undefined;
}

export type CaseRow = typeof cases.$inferSelect;

export type Decided =
  | { readonly kind: 'decided'; readonly row: CaseRow }
  /** Somebody acted between the look and the act: nothing was stored. */
  | { readonly kind: 'meanwhile'; readonly row: CaseRow }
  /** This case does not have this act: nothing was stored. */
  | { readonly kind: 'not_offered'; readonly row: CaseRow }
  | { readonly kind: 'unknown' };

/** Stores what a person found, with its exemption, its entry in the log and the message to the marketplace, all or nothing. Of two
 * people at once, one wins, in the database. Nothing happens to the seller by it. */
export async function decideCase(database: Database, secrets: Secrets, decision: Decision): Promise<Decided> {
  return database.transaction(async (transaction) => {
    const { caseId, revision, act } = decision;
    const [found] = await transaction
      .select({ verificationId: cases.verificationId })
      .from(cases)
      .where(eq(cases.caseId, caseId));
    if (found === undefined) return { kind: 'unknown' };
    const { verificationId } = found;
    // First the verification, then the case: the order in which a withdrawal takes them.
    const [verification] = await transaction
      .select()
      .from(verifications)
      .where(eq(verifications.verificationId, verificationId))
      .for('update');
    const [row] = await transaction
      .select()
      .from(cases)
      .where(eq(cases.verificationId, verificationId))
      .for('update');
    if (row === undefined || verification === undefined) return { kind: 'unknown' };
    if (row.revision !== revision) return { kind: 'meanwhile', row };
    if (!actsFor(row).includes(act.kind)) return { kind: 'not_offered', row };
    return {
      kind: 'decided',
      row: await store(transaction, secrets, decision, { verification, before: row }),
    };
  });
}

async function store(
  transaction: Database,
  secrets: Secrets,
  { caseId, act, reviewer, at, also = [] }: Decision,
  { verification, before }: { readonly verification: VerificationRow; readonly before: CaseRow },
): Promise<CaseRow> {
  const { verificationId } = before;
  const change =
    act.kind === 'asked'
      ? ({ state: 'asked' } as const)
      : ({ state: 'closed', outcome: act.kind, decidedAt: at } as const);
  const [row] = await transaction
    .update(cases)
    .set({ ...change, revision: sql`${cases.revision} + 1` })
    .where(eq(cases.verificationId, verificationId))
    .returning();
  if (row === undefined) throw new Error('a locked case is gone');
  await transaction
    .update(verifications)
    .set({ reviewOutcome: row.outcome })
    .where(eq(verifications.verificationId, verificationId));
  const hash = principalOf(secrets, 'reviewer', reviewer);
  await transaction
    .insert(reviews)
    .values({ reviewId: randomUUID(), verificationId, caseId, outcome: act.kind, reviewer: hash, at });
  const isExempt =
    act.kind !== 'asked' && (await exempt(transaction, secrets, act, { verification, row, at }));
  await enqueue(transaction, {
    verificationId,
    type: 'verification.reviewed',
    body: reviewedBody(verification, row),
    createdAt: at,
  });
  const details = { outcome: act.kind, revision: row.revision, hits: row.hits.length };
  await appendAudit(transaction, [
    ...also,
    { kind: 'reviewed', about: caseId, at, details: { ...details, verificationId, reviewer: hash } },
    ...(isExempt ? [{ kind: 'exempted', about: caseId, at, details: { kind: act.kind } } as const] : []),
  ]);
  return row;
}

/** What the marketplace's backend is told of a review: no seller is judged by more than these words. */
function reviewedBody(
  { verificationId, subject, status }: VerificationRow,
  row: CaseRow,
): Readonly<Record<string, unknown>> {
  return {
    verificationId,
    subject,
    status,
    caseId: row.caseId,
    review: reviewOf(row),
  };
}

interface Found {
  readonly verification: VerificationRow;
  readonly row: CaseRow;
  readonly at: Date;
}

/** @returns whether there is an exemption from now on. */
async function exempt(
  transaction: Database,
  secrets: Secrets,
  act: Act,
  { verification, row, at }: Found,
): Promise<boolean> {
  const exemption = exemptionOf(act, at);
  // Whoever erases one of the others holds it: either it is seen here to be gone, or what is stored here is seen there.
  await lockTemplates(transaction);
  const others = await transaction
    .select()
    .from(verifications)
    .where(and(inArray(verifications.verificationId, row.hits), eq(verifications.state, 'stored')));
  await replaceExemptions(transaction, secrets, { own: verification, others }, exemption);
  return exemption !== null && others.length > 0;
}

function exemptionOf(act: Act, grantedAt: Date): NewExemption | null {
  switch (act.kind) {
    case 'allowed_second_account':
      return { kind: 'second-account', reason: act.reason, grantedAt, expiresAt: act.expiresAt };
    case 'different_person':
      return {
        kind: 'different-person',
        reason: null,
        grantedAt,
        expiresAt: null,
      };
    default:
      return null;
  }
}
