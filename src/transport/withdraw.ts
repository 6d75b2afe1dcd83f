import { CandorError, type ErrorCode } from '../core/errors.js';
import { check } from '../envelope/check.js';
import { type SessionEnd, SessionEndSchema } from '../envelope/session-end.js';
import type { Withdrawal } from '../envelope/stored-record.js';
import { StoredRecordSchema, WithdrawalSchema } from '../envelope/stored-record.js';
import type { StoredRecord } from '../envelope/wire.js';
import { type Answer, type CallCodes, call, type Receiver } from './call.js';
import { bearer, type Handle, sameVerification } from './handle.js';
import { passesByItself, type Refusals, refusal, valid } from './problem.js';
import { learnDate } from './stated-time.js';

const TIMEOUT_MS = 15_000;
const UNREACHABLE: ErrorCode = 'withdrawal.unreachable';
const CODES: CallCodes = { network: UNREACHABLE, timeout: UNREACHABLE, malformed: UNREACHABLE };

const REFUSALS: Refusals = {
  byCode: {},
  byStatus: (status): ErrorCode => (passesByItself(status) ? UNREACHABLE : 'withdrawal.refused'),
  byStranger: () => UNREACHABLE,
};

async function ask(
  receiver: Receiver,
  method: 'GET' | 'DELETE',
  handle: Handle,
  signal: AbortSignal,
): Promise<Answer> {
  const answer = await call(
    receiver,
    {
      method,
      path: '/verifications/{id}',
      id: handle.verificationId,
      headers: bearer(handle.removalToken),
      timeoutMs: TIMEOUT_MS,
      codes: CODES,
    },
    signal,
  );
  if (answer.status !== 200) throw refusal(answer, REFUSALS);
  // Where the receipt's own page asks, nobody has asked for the notice, which says what time it is.
  learnDate(receiver.clock, answer, method === 'GET');
  return answer;
}

/** Everything stored about this verification but the vector.
 * @throws `withdrawal.refused`, `withdrawal.unreachable` */
export async function read(receiver: Receiver, handle: Handle, signal: AbortSignal): Promise<StoredRecord> {
  const { json } = await ask(receiver, 'GET', handle, signal);
  return sameVerification(valid(check(StoredRecordSchema, json), UNREACHABLE), handle, UNREACHABLE);
}

/** Takes the consent back: template, ciphertext and index entry are deleted. Again gives the same answer.
 * @throws `withdrawal.refused`, `withdrawal.unreachable` */
export async function withdraw(receiver: Receiver, handle: Handle, signal: AbortSignal): Promise<Withdrawal> {
  const { json } = await ask(receiver, 'DELETE', handle, signal);
  return sameVerification(valid(check(WithdrawalSchema, json), UNREACHABLE), handle, UNREACHABLE);
}

/** Ends the session of something that was sent and never answered: what arrived is withdrawn, nothing more is taken.
 * Its key is the session's nonce, which only the page that opened it has.
 * @throws `withdrawal.refused`, `withdrawal.unreachable` */
export async function endSession(
  receiver: Receiver,
  { sessionId, nonce }: { readonly sessionId: string; readonly nonce: string },
  signal: AbortSignal,
): Promise<SessionEnd> {
  const answer = await call(
    receiver,
    {
      method: 'DELETE',
      path: '/sessions/{id}',
      id: sessionId,
      headers: bearer(nonce),
      timeoutMs: TIMEOUT_MS,
      codes: CODES,
    },
    signal,
  );
  if (answer.status !== 200) throw refusal(answer, REFUSALS);
  learnDate(receiver.clock, answer, false);
  const ended = valid(check(SessionEndSchema, answer.json), UNREACHABLE);
  if (ended.sessionId === sessionId) return ended;
  throw new CandorError(UNREACHABLE, { detail: 'sessionId' });
}
