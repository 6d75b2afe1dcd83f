import type { ErrorCode } from '../core/errors.js';
import { type Try, tryQuietly } from '../core/retry.js';
import { check } from '../envelope/check.js';
import { type Session, type SessionRequest, SessionSchema } from '../envelope/wire.js';
import { type Answer, type CallCodes, call, type Receiver } from './call.js';
import { passesByItself, type Refusals, refusal, valid } from './problem.js';
import { learnTime } from './stated-time.js';

const TIMEOUT_MS = 10_000;
const CODES: CallCodes = {
  network: 'session.unreachable',
  timeout: 'session.unreachable',
  malformed: 'session.malformed',
};

const REFUSALS: Refusals = {
  byCode: {
    'attempts.exhausted': 'session.attempts_exhausted',
    'attempts.cooling_down': 'session.cooling_down',
    // No session was named: the host's credentials are refused, and its token may just be renewed.
    'session.unknown': 'session.unreachable',
  },
  byStatus: (status): ErrorCode => (passesByItself(status) ? 'session.unreachable' : 'session.refused'),
  byStranger: () => 'session.unreachable',
};

/** Opens the session of one attempt: nonce, challenge, deadlines. Carries nothing about the face.
 * @throws `session.refused`, `session.attempts_exhausted`, `session.cooling_down`, `session.unreachable`, `session.malformed` */
export async function openSession(
  receiver: Receiver,
  request: SessionRequest,
  signal: AbortSignal,
): Promise<Session> {
  return tryQuietly(signal, async () => {
    const answer = await call(
      receiver,
      { method: 'POST', path: '/sessions', body: request, timeoutMs: TIMEOUT_MS, codes: CODES },
      signal,
    );
    if (answer.status !== 201) return refusedNow(answer);
    learnTime(receiver.clock, answer, false);
    return { kind: 'done', value: valid(check(SessionSchema, answer.json), 'session.malformed') };
  });
}

/** Asked again only where the answer says that no session was opened: each one counts as an attempt. */
function refusedNow(answer: Answer): Try<Session> {
  const error = refusal(answer, REFUSALS);
  const isNoneOpen = answer.status === 429 || answer.status === 503;
  const again = isNoneOpen && error.code === 'session.unreachable' ? answer.again : 'never';
  return { kind: 'failed', error, again };
}
