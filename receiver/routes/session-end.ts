import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { check } from '../../src/envelope/check.js';
import type { SessionEnd } from '../../src/envelope/session-end.js';
import { EnvelopeSchema } from '../../src/envelope/wire.js';
import type { ReceiverContext } from '../context.js';
import { ProblemError } from '../problem.js';
import { endAndWithdraw, nonceSources } from '../store/session-end.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `DELETE /sessions/{id}`: for a seller who may have sent something and never heard an answer. The session takes no
 * envelope from now on, and what had arrived is withdrawn. Carries nothing about the face. Again: nothing is left. */
export function endSession({ config, database }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    const sessionId = context.req.param('id') ?? '';
    if (!UUID.test(sessionId)) throw new ProblemError('not_found');
    const endedAt = config.now();
    const sources = await nonceSources(database, sessionId);
    // Nothing can be under a session that is unknown and has no envelope: that is the answer, whoever asks.
    if (sources === null) return context.json(ended(sessionId, null, endedAt));
    const nonce = sources.nonce ?? nonceIn(sources.body);
    if (!isBearer(context.req.header('authorization'), nonce)) throw new ProblemError('session.unknown');
    const verificationId = await endAndWithdraw(database, sessionId, endedAt);
    if (verificationId !== null) config.log({ event: 'verification.withdrawn', verificationId });
    return context.json(ended(sessionId, verificationId, endedAt));
  };
}

function ended(sessionId: string, verificationId: string | null, at: Date): SessionEnd {
  return { sessionId, state: 'ended', verificationId, endedAt: at.toISOString() };
}

/** The session's row is swept a day after its time; the envelope that it let in still names its nonce. */
function nonceIn(body: Uint8Array | null): string | null {
  if (body === null) return null;
  const envelope = check(EnvelopeSchema, JSON.parse(Buffer.from(body).toString('utf8')));
  return envelope.ok ? envelope.value.header.nonce : null;
}

/** Compares in constant time. */
function isBearer(authorization: string | undefined, nonce: string | null): boolean {
  const [, token = ''] = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(authorization ?? '') ?? [];
  const given = Buffer.from(token);
  const expected = Buffer.from(nonce ?? '');
  return nonce !== null && given.length === expected.length && timingSafeEqual(given, expected);
}
