import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lte, or } from 'drizzle-orm';
import { principalOf, type Secrets } from '../keys/secrets.js';
import type { Database } from './database.js';
import { exemptions, verifications } from './schema.js';

/** Whom an exemption is about: a seller, or where the marketplace gave no id, one verification. */
export interface Party {
  readonly subject: string | null;
  readonly verificationId: string;
  /** When the verification is deleted. */
  readonly deleteAfter: Date;
}

/** What an exemption is about, of one that is erased. */
export type Erased = Pick<Party, 'subject' | 'verificationId'>;
export type PartyOf = (erased: Erased) => string;

/** The keyed hash that stands for a seller in an exemption. */
export function exemptParty(
  secrets: Secrets,
  { subject, verificationId }: Pick<Party, 'subject' | 'verificationId'>,
): string {
  return subject === null
    ? principalOf(secrets, 'verification', verificationId)
    : principalOf(secrets, 'subject', subject);
}

export interface NewExemption {
  readonly kind: 'second-account' | 'different-person';
  /** In the reviewer's words; null where none were asked for. */
  readonly reason: string | null;
  readonly grantedAt: Date;
  /** Null: for as long as something is stored of both. */
  readonly expiresAt: Date | null;
}

/** Puts what was found between one seller and each of the others in the place of what was there.
 * @param exemption - null: none from now on. */
export async function replaceExemptions(
  transaction: Database,
  secrets: Secrets,
  { own, others }: { readonly own: Party; readonly others: readonly Party[] },
  exemption: NewExemption | null,
): Promise<void> {
  const party = exemptParty(secrets, own);
  const opposite = new Map(others.map((other) => [exemptParty(secrets, other), other]));
  // A seller is never a hit of their own.
  opposite.delete(party);
  if (opposite.size === 0) return;
  const { left, right } = exemptions;
  const hashes = [...opposite.keys()];
  await transaction
    .delete(exemptions)
    .where(or(and(eq(left, party), inArray(right, hashes)), and(inArray(left, hashes), eq(right, party))));
  if (exemption === null) return;
  const rows = [...opposite].map(([hash, other]) => ({
    exemptionId: randomUUID(),
    ...(party < hash ? { left: party, right: hash } : { left: hash, right: party }),
    ...exemption,
    verificationId: own.verificationId,
    expiresAt: earliest(exemption.expiresAt, ...[own, other].map(endOf)),
  }));
  await transaction.insert(exemptions).values(rows);
}

/** Ends what was found about sellers of whom nothing is stored any more, and deletes what was written about these verifications. Call it once
 * they are erased, under the lock of the templates, which whoever grants an exemption takes as well.
 * @param partyOf - {@link exemptParty}. */
export async function endExemptions(
  transaction: Database,
  partyOf: PartyOf,
  erased: readonly Erased[],
): Promise<void> {
  const { left, right, verificationId } = exemptions;
  const ids = erased.map((one) => one.verificationId);
  await transaction.update(exemptions).set({ reason: null }).where(inArray(verificationId, ids));
  const subjects = new Map(erased.map((one) => [partyOf(one), one.subject]));
  const hashes = [...subjects.keys()];
  const found = await transaction
    .select({ left, right })
    .from(exemptions)
    .where(or(inArray(left, hashes), inArray(right, hashes)));
  const over = [];
  for (const hash of new Set(found.flatMap((row) => [row.left, row.right]))) {
    const subject = subjects.get(hash);
    if (subject !== undefined && !(await isStored(transaction, subject))) over.push(hash);
  }
  if (over.length === 0) return;
  await transaction.delete(exemptions).where(or(inArray(left, over), inArray(right, over)));
}

/** A seller may have other verifications. What is erased names none. */
async function isStored(transaction: Database, subject: string | null): Promise<boolean> {
  if (subject === null) return false;
  const { verificationId } = verifications;
  const own = eq(verifications.subject, subject);
  return (await transaction.select({ verificationId }).from(verifications).where(own).limit(1)).length > 0;
}

/** A seller without an id is known by one verification: what is about it ends with it. */
function endOf({ subject, deleteAfter }: Party): Date | null {
  return subject === null ? deleteAfter : null;
}

function earliest(...ends: readonly (Date | null)[]): Date | null {
  return ends.reduce((first, end) => (first === null || (end !== null && end < first) ? end : first));
}

/** Deletes what has ended. Returns how many. */
export async function sweepExemptions(database: Database, now: Date): Promise<number> {
  const ended = await database
    .delete(exemptions)
    .where(lte(exemptions.expiresAt, now))
    .returning({ exemptionId: exemptions.exemptionId });
  return ended.length;
}
