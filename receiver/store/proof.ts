import type { VerificationRow } from './verifications.js';

const DAY_MS = 86_400_000;

/** How long the proof of a consent stays once the face is gone, ms: the three years within which most claims can be made
 * (GDPR 7(1), 17(3)(e)). The notices say so (`legal.afterWithdrawal`). */
export const PROOF_MS = 1_095 * DAY_MS;

/** When what is still stored of a verification goes: the face and all else, or, of one that was erased, the proof of its consent. */
export function deleteAfterOf({
  deleteAfter,
  deletedAt,
}: Pick<VerificationRow, 'deleteAfter' | 'deletedAt'>): Date {
  return deletedAt === null ? deleteAfter : new Date(deletedAt.getTime() + PROOF_MS);
}
