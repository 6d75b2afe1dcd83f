import { CandorError, type ErrorCode } from '../core/errors.js';
import type { Outcome } from '../envelope/wire.js';

/** The two things that a receipt is the key to: no login, no storage of the browser (requirement L-13). */
export type Handle = Pick<Outcome, 'verificationId' | 'removalToken'>;

/** The only credential of these requests; it wins over the host's own (call.ts). */
export function bearer(secret: string): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${secret}` };
}

/** What was confirmed, where it is about the verification that was asked about.
 * @throws `code` where it is about another. */
export function sameVerification<Confirmed extends { readonly verificationId: string }>(
  confirmed: Confirmed,
  { verificationId }: Handle,
  code: ErrorCode,
): Confirmed {
  if (confirmed.verificationId === verificationId) return confirmed;
  throw new CandorError(code, { detail: 'verificationId' });
}
