import { eq } from 'drizzle-orm';
import { parse } from 'valibot';
import { type Outcome, OutcomeSchema } from '../../src/envelope/wire.js';
import { openCase } from '../store/cases.js';
import type { CaseReason } from '../store/kinds.js';
import { cases, verifications } from '../store/schema.js';
import { type Harness, newFace, type SealOptions, sealFor } from './harness.fixture.js';

/** Sellers who verify, and cases about them, for this folder's tests. */

export async function verify(
  harness: Harness,
  subject?: string,
  options: SealOptions = {},
): Promise<Outcome> {
  const session = await harness.openSession(subject === undefined ? {} : { subject });
  const sealed = await sealFor(await harness.discover(), session, {
    subject,
    embedding: newFace(),
    ...options,
  });
  return parse(OutcomeSchema, await (await harness.deliver(sealed)).json());
}

/** A seller without an id of the marketplace, who shows this face. */
export function enrol(harness: Harness, embedding: Float32Array): Promise<Outcome> {
  return verify(harness, undefined, { embedding });
}

/** Opens a case as the matching does, in the place of the one that the delivery may have opened.
 * @returns its id. */
export async function caseFor(
  { context, now }: Harness,
  { verificationId }: Pick<Outcome, 'verificationId'>,
  hits: readonly Pick<Outcome, 'verificationId'>[],
  reason: CaseReason = hits.length === 0 ? 'inconclusive' : 'hit',
): Promise<string> {
  return context.database.transaction(async (transaction) => {
    await transaction.delete(cases).where(eq(cases.verificationId, verificationId));
    const [row] = await transaction
      .select({ deleteAfter: verifications.deleteAfter })
      .from(verifications)
      .where(eq(verifications.verificationId, verificationId));
    return openCase(transaction, {
      verificationId,
      reason,
      hits: hits.map((hit) => hit.verificationId),
      openedAt: now(),
      deleteAfter: row?.deleteAfter ?? now(),
    });
  });
}

/** A pair of accounts that may be one person's, and its case. */
export async function duplicate(
  harness: Harness,
  subjects: readonly [string | undefined, string | undefined],
): Promise<{ readonly caseId: string; readonly earlier: Outcome; readonly later: Outcome }> {
  const earlier = await verify(harness, subjects[0]);
  const later = await verify(harness, subjects[1]);
  return { caseId: await caseFor(harness, later, [earlier]), earlier, later };
}
