import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { GenericSchema } from 'valibot';
import { EnvelopeInvalid } from '../../src/envelope/open.js';
import { type SharedEnvelope, SharedEnvelopeSchema } from '../../src/envelope/three-share.js';
import {
  ENVELOPE_CONTENT_TYPE,
  type Envelope,
  EnvelopeSchema,
  type Outcome,
  type Payload,
} from '../../src/envelope/wire.js';
import { isAllowedOrigin } from '../allowed-origins.js';
import { bind } from '../binding.js';
import { type ReadBody, readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { countFailure, countingRefusals } from '../cool-down.js';
import { removalToken } from '../keys/secrets.js';
import { ProblemError } from '../problem.js';
import { findSession, type SessionRow } from '../store/sessions.js';
import { findBySession, type VerificationRow } from '../store/verifications.js';
import { admitAndStore } from '../three-operators/admission.js';
import type { ThreeOperators } from '../three-operators/three-operators.js';
import { compareAndStore } from '../verify.js';

/** What came of an envelope that was opened. */
interface Taken {
  readonly verdict: Payload['liveness']['verdict'];
  /** Null: its session has a verification already, or was ended meanwhile. */
  readonly stored: VerificationRow | null;
}

/** Opens an envelope, checks that it belongs to the session, compares and stores.
 * @throws `envelope.invalid`, `envelope.unbound` */
type Take<Sealed> = (session: SessionRow, arrived: ReadBody<Sealed>) => Promise<Taken>;

/** `POST /verifications`: the sealed envelope, of the one kind that discovery asks for. */
export function verifications(receiver: ReceiverContext) {
  const { three } = receiver;
  if (three === null)
    return deliveries(receiver, EnvelopeSchema, (session, arrived) => takeWhole(receiver, session, arrived));
  return deliveries(receiver, SharedEnvelopeSchema, (session, arrived) =>
    takeShared(receiver, three, session, arrived),
  );
}

/** The rows of docs/protocol.md's table, from the outside in. */
function deliveries<Sealed extends Envelope>(
  receiver: ReceiverContext,
  schema: GenericSchema<unknown, Sealed>,
  take: Take<Sealed>,
) {
  const { config, database } = receiver;
  return async (context: Context): Promise<Response> => {
    const arrived = await readJson(context, ENVELOPE_CONTENT_TYPE, schema);
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
      await countingRefusals(countFailed, async () =>
        answerTo(receiver, arrived, await take(session, arrived), countFailed),
      ),
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

async function answerTo(
  receiver: ReceiverContext,
  arrived: ReadBody<Envelope>,
  { verdict, stored }: Taken,
  countFailed: () => Promise<void>,
): Promise<Outcome> {
  if (stored === null) {
    // Between the look-up and here another delivery of this session was stored, or the seller ended it.
    const winner = await findBySession(receiver.database, arrived.value.header.sessionId);
    if (winner === null) throw new ProblemError('session.expired');
    return repeated(receiver, winner, arrived);
  }
  if (verdict !== 'live') await countFailed();
  return outcomeOf(receiver, stored);
}

async function takeWhole(
  receiver: ReceiverContext,
  session: SessionRow,
  { value: envelope, bytes }: ReadBody<Envelope>,
): Promise<Taken> {
  const { header } = envelope;
  const keyring = await receiver.keyRing.opening(header.kid);
  const payload = await opened(receiver.openers.open(envelope, keyring));
  const claim = { header, payload, session };
  const consent = await bind(claim, receiver.config);
  const stored = await compareAndStore(receiver, claim, consent, bodyHash(bytes));
  return { verdict: payload.liveness.verdict, stored };
}

async function takeShared(
  receiver: ReceiverContext,
  three: ThreeOperators,
  session: SessionRow,
  { value: envelope, bytes }: ReadBody<SharedEnvelope>,
): Promise<Taken> {
  const { header } = envelope;
  const keyring = await receiver.keyRing.opening(header.kid);
  const payload = await opened(receiver.openers.openShared(envelope, keyring));
  const claim = { header, payload, session };
  if (header.sharing.kids.join() !== three.kids.join()) throw new ProblemError('envelope.unbound');
  const consent = await bind(claim, receiver.config);
  const stored = await admitAndStore(receiver, three, claim, consent, {
    envelope,
    bodyHash: bodyHash(bytes),
  });
  return { verdict: payload.liveness.verdict, stored };
}

async function opened<Content>(opening: Promise<Content>): Promise<Content> {
  try {
    return await opening;
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
