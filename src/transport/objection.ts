import type { ErrorCode } from '../core/errors.js';
import { check } from '../envelope/check.js';
import { type Objection, ObjectionSchema } from '../envelope/review.js';
import { type CallCodes, call, type Receiver } from './call.js';
import { bearer, type Handle, sameVerification } from './handle.js';
import { passesByItself, type Refusals, refusal, valid } from './problem.js';

const TIMEOUT_MS = 15_000;
const UNREACHABLE: ErrorCode = 'objection.unreachable';
const CODES: CallCodes = { network: UNREACHABLE, timeout: UNREACHABLE, malformed: UNREACHABLE };

const byStatus = (status: number): ErrorCode => (passesByItself(status) ? UNREACHABLE : 'objection.refused');

/** A receiver of before objections answers 404, in whatever form, one that has deleted the verification 410. */
const REFUSALS: Refusals = {
  byCode: { 'objections.exhausted': 'objection.exhausted' },
  byStatus,
  byStranger: byStatus,
};

/** Tells the receiver what the seller says against a decision; a person reads it. The same text again, before a
 * person has acted, is the same objection and has the same answer: where none came, it may be sent again.
 * @param text - 1 to `MAX_OBJECTION_LENGTH` UTF-16 units that are not blank; the receiver refuses any other.
 * @throws `objection.unreachable`, `objection.refused`, `objection.exhausted` */
export async function contest(
  receiver: Receiver,
  handle: Handle,
  text: string,
  signal: AbortSignal,
): Promise<Objection> {
  const answer = await call(
    receiver,
    {
      method: 'POST',
      path: '/verifications/{id}/objections',
      id: handle.verificationId,
      headers: bearer(handle.removalToken),
      body: { text },
      timeoutMs: TIMEOUT_MS,
      codes: CODES,
    },
    signal,
  );
  if (answer.status !== 201) throw refusal(answer, REFUSALS);
  return sameVerification(valid(check(ObjectionSchema, answer.json), UNREACHABLE), handle, UNREACHABLE);
}
