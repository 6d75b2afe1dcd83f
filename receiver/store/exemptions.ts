import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lte, or } from 'drizzle-orm';
import { principalOf, type Secrets } from '../keys/secrets.js';
import type { Database } from './database.js';
import { exemptions } from './schema.js';

/** Whom an exemption is about: a seller, or where the marketplace gave no id, one verification. */
export interface Party {
  readonly subject: string | null;
  readonly verificationId: string;
  /** When the verification is deleted. */
  readonly deleteAfter: Date;
}

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
  readonly reason: string;
  readonly grantedAt: Date;
  /** Null: for good. */
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
    expiresAt: earliest(exemption.expiresAt, ...[own, other].map(endOf)),
  }));
  await transaction.insert(exemptions).values(rows);
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
