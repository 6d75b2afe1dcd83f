import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { EnvelopeInvalid } from '../../src/envelope/open.js';
import {
  ENVELOPE_CONTENT_TYPE,
  type Envelope,
  EnvelopeSchema,
  type Outcome,
  type Payload,
} from '../../src/envelope/wire.js';
import { isAllowedOrigin } from '../allowed-origins.js';
import { bind, type Claim } from '../binding.js';
import { type ReadBody, readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { countFailure, countingRefusals } from '../cool-down.js';
import { removalToken } from '../keys/secrets.js';
import { ProblemError } from '../problem.js';
import { findSession, type SessionRow } from '../store/sessions.js';
import { findBySession, type VerificationRow } from '../store/verifications.js';
import { compareAndStore } from '../verify.js';

/** `POST /verifications`: the sealed envelope. The rows of docs/protocol.md's table, from the outside in. */
export function verifications(receiver: ReceiverContext) {
  const { config, database } = receiver;
  return async (context: Context): Promise<Response> => {
    const arrived = await readJson(context, ENVELOPE_CONTENT_TYPE, EnvelopeSchema);
    const { header } = arrived.value;
    if (context.req.header('idempotency-key') !== header.sessionId)
      throw new ProblemError('request.malformed');
    assertOrigin(context, header.origin, config.allowedOrigins);

    const session = await findSession(database, header.sessionId);
    const earlier = await findBySession(database, header.sessionId);
    const subject = session?.subject ?? earlier?.subject ?? undefined;
    const authorization = context.req.header('authorization');
    if (!(await config.authorize({ authorization, subject }))) throw new ProblemError('session.unknown');
    if (earlier !== null) return context.json(repeated(receiver, earlier, arrived), 201);
    if (session === null) throw new ProblemError('session.unknown');
    if (session.endedAt !== null || config.now() > session.submitBy)
      throw new ProblemError('session.expired');

    const countFailed = () => countFailure(receiver, context, session.subject ?? undefined);
    return context.json(
      await countingRefusals(countFailed, () => accept(receiver, session, arrived, countFailed)),
      201,
    );
  };
}

/** The page's origin as the browser states it, where it does, is the one that was sealed; and it is allowed. */
function assertOrigin(context: Context, sealedOrigin: string, allowedOrigins: readonly string[]): void {
  const stated = context.req.header('origin') ?? sealedOrigin;
  if (stated !== sealedOrigin || !isAllowedOrigin(allowedOrigins, sealedOrigin)) {
    throw new ProblemError('origin.refused');
  }
}

/** The same bytes again get the same answer, whatever has happened since. */
function repeated(receiver: ReceiverContext, row: VerificationRow, { bytes }: ReadBody<Envelope>): Outcome {
  if (row.bodyHash !== bodyHash(bytes)) throw new ProblemError('session.used');
  return outcomeOf(receiver, row);
}

async function accept(
  receiver: ReceiverContext,
  session: SessionRow,
  arrived: ReadBody<Envelope>,
  countFailed: () => Promise<void>,
): Promise<Outcome> {
  const payload = await openEnvelope(receiver, arrived.value);
  const claim: Claim<SessionRow> = { header: arrived.value.header, payload, session };
  const consent = await bind(claim, receiver.config);
  const stored = await compareAndStore(receiver, claim, consent, bodyHash(arrived.bytes));
  if (stored === null) {
    // Between the look-up and here another delivery of this session was stored, or the seller ended it.
    const winner = await findBySession(receiver.database, session.sessionId);
    if (winner === null) throw new ProblemError('session.expired');
    return repeated(receiver, winner, arrived);
  }
  if (payload.liveness.verdict !== 'live') await countFailed();
  return outcomeOf(receiver, stored);
}

async function openEnvelope({ keyRing, openers }: ReceiverContext, envelope: Envelope): Promise<Payload> {
  try {
    return await openers.open(envelope, await keyRing.opening(envelope.header.kid));
  } catch (cause) {
    if (cause instanceof EnvelopeInvalid) throw new ProblemError('envelope.invalid');
    throw cause;
  }
}

function outcomeOf({ secrets }: ReceiverContext, row: VerificationRow): Outcome {
  return {
    verificationId: row.verificationId,
    status: row.status,
    decidedAt: row.decidedAt.toISOString(),
    deleteAfter: row.deleteAfter.toISOString(),
    removalToken: removalToken(secrets, row.verificationId),
  };
}

function bodyHash(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}
