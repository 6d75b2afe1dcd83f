import type { ErrorCode } from '../core/errors.js';
import { check } from '../envelope/check.js';
import { ENVELOPE_CONTENT_TYPE, type Envelope, type Outcome, OutcomeSchema } from '../envelope/wire.js';
import { type CallCodes, call, type Receiver } from './call.js';
import { passesByItself, type Refusals, refusal, valid } from './problem.js';

const TIMEOUT_MS = 20_000;
const CODES: CallCodes = {
  network: 'submit.network',
  timeout: 'submit.timeout',
  malformed: 'submit.malformed',
};

const REFUSALS: Refusals = {
  byCode: {
    'session.used': 'session.used',
    'session.expired': 'session.expired',
    'session.unknown': 'session.unknown',
  },
  byStatus: (status): ErrorCode => (passesByItself(status) ? 'submit.busy' : 'submit.refused'),
  byStranger: (status): ErrorCode => (passesByItself(status) ? 'submit.busy' : 'submit.malformed'),
};

/** Delivers one sealed envelope, once. The same bytes may be delivered again and get the same answer.
 * @throws `submit.*`, `session.used`, `session.expired`, `session.unknown` */
export async function submit(receiver: Receiver, envelope: Envelope, signal: AbortSignal): Promise<Outcome> {
  const answer = await call(
    receiver,
    {
      method: 'POST',
      path: '/verifications',
      headers: { 'Content-Type': ENVELOPE_CONTENT_TYPE, 'Idempotency-Key': envelope.header.sessionId },
      body: envelope,
      timeoutMs: TIMEOUT_MS,
      codes: CODES,
    },
    signal,
  );
  if (answer.status !== 201) throw refusal(answer, REFUSALS);
  return valid(check(OutcomeSchema, answer.json), 'submit.malformed');
}
