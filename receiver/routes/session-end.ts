import type { Context } from 'hono';
import type { SessionEnd } from '../../src/envelope/session-end.js';
import { bearerIn } from '../bearer.js';
import type { ReceiverContext } from '../context.js';
import { isSame } from '../keys/constant-time.js';
import { nonceHashOf, type Secrets } from '../keys/secrets.js';
import { ProblemError } from '../problem.js';
import { endAndWithdraw, type NonceSources, nonceSources } from '../store/session-end.js';
import { isUuid } from '../uuid.js';

/** `DELETE /sessions/{id}`: for a seller who may have sent something and never heard an answer. The session takes no
 * envelope from now on, and what had arrived is withdrawn. Carries nothing about the face. Again: nothing is left.
 * While one of three operators has not deleted its part, it is `operators.unavailable`; the session has ended all the same. */
export function endSession({ config, database, secrets, erasing, three }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    const sessionId = context.req.param('id') ?? '';
    if (!isUuid(sessionId)) throw new ProblemError('not_found');
    const endedAt = config.now();
    const sources = await nonceSources(database, sessionId);
    // Nothing can be under a session that is unknown and has no envelope: that is the answer, whoever asks.
    if (sources === null) return context.json(ended(sessionId, null, endedAt));
    if (!isNonce(bearerIn(context), sources, secrets)) throw new ProblemError('session.unknown');
    const verificationId = await endAndWithdraw(database, erasing, sessionId, endedAt);
    if (verificationId !== null) config.log({ event: 'verification.withdrawn', verificationId });
    // The page says that nothing is stored once it hears this answer.
    await three?.assertNothingOf(sessionId);
    return context.json(ended(sessionId, verificationId, endedAt));
  };
}

function ended(sessionId: string, verificationId: string | null, at: Date): SessionEnd {
  return { sessionId, state: 'ended', verificationId, endedAt: at.toISOString() };
}

/** The session's row is swept a day after its time; the verification that it let in still knows its nonce, as a hash. */
function isNonce(token: string, { nonce, nonceHash }: NonceSources, secrets: Secrets): boolean {
  if (nonce !== null) return isSame(token, nonce);
  return nonceHash !== null && isSame(nonceHashOf(secrets, token), nonceHash);
}
