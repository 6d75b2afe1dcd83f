import type * as v from 'valibot';
import { sha256, toBase64Url, toHex, utf8 } from '../../core/bytes.js';
import type { Challenge } from '../../core/types.js';
import { check } from '../../envelope/check.js';
import { EnvelopeInvalid, open } from '../../envelope/open.js';
import { MAX_OBJECTIONS, type Objection, ObjectionRequestSchema } from '../../envelope/review.js';
import type { SessionEnd } from '../../envelope/session-end.js';
import type { Withdrawal } from '../../envelope/stored-record.js';
import {
  ENVELOPE_CONTENT_TYPE,
  type Envelope,
  EnvelopeSchema,
  type OptOut,
  OptOutRequestSchema,
  type Outcome,
  type Payload,
  type Session,
  type SessionRequest,
  SessionRequestSchema,
  type StoredRecord,
} from '../../envelope/wire.js';
import { RequestRefused } from './problem.js';
import type { DoubleRecord, DoubleState, OpenedSession, ReceivedVerification, Scenario } from './state.js';
import { DOUBLE_ALTERNATIVES } from './terms.js';

const CAPTURE_TTL_MS = 180_000;
const SUBMIT_TTL_MS = 15 * 60_000;
const RETENTION_MS = 86_400_000;
/** What a withdrawal leaves of a record. */
const GONE = {
  state: 'withdrawn',
  fields: ['liveness'],
  review: null,
  objections: [],
} satisfies Partial<StoredRecord>;

export async function openSession(
  state: DoubleState,
  scenario: Scenario,
  request: Request,
): Promise<Response> {
  const { value } = await readBody(request, 'application/json', SessionRequestSchema);
  if (scenario === 'attempts_exhausted') throw new RequestRefused('attempts.exhausted');
  if (value.noticeHash !== state.noticeHash) throw new RequestRefused('envelope.unbound');
  const { id } = state.challenge;
  const session: Session = {
    sessionId: crypto.randomUUID(),
    nonce: newSecret(),
    captureBy: inFuture(state, CAPTURE_TTL_MS),
    submitBy: inFuture(state, SUBMIT_TTL_MS),
    attemptsLeft: state.discovery.maxAttempts - 1,
    challenge: { id, steps: [...stepsFor(state, value)] },
    now: inFuture(state, 0),
  };
  state.sessions.set(session.sessionId, { session, request: value });
  return Response.json(session, { status: 201 });
}

function stepsFor({ challenge }: DoubleState, { profile, moreTime }: SessionRequest): Challenge['steps'] {
  if (profile === 'no-gestures') return [];
  return moreTime === true ? challenge.steps.slice(0, 1) : challenge.steps;
}

export async function acceptEnvelope(
  state: DoubleState,
  scenario: Scenario,
  request: Request,
): Promise<Response> {
  const { value: envelope, bodyHash } = await readBody(request, ENVELOPE_CONTENT_TYPE, EnvelopeSchema);
  const { header } = envelope;
  if (request.headers.get('Idempotency-Key') !== header.sessionId)
    throw new RequestRefused('request.malformed');
  const opened = state.sessions.get(header.sessionId);
  if (opened === undefined) throw new RequestRefused('session.unknown');
  if (scenario === 'used') throw new RequestRefused('session.used');
  if (opened.used !== undefined) {
    if (opened.used.bodyHash !== bodyHash) throw new RequestRefused('session.used');
    return Response.json(opened.used.outcome, { status: 201 });
  }
  if (scenario === 'expired' || state.now() > new Date(opened.session.submitBy)) {
    throw new RequestRefused('session.expired');
  }
  const payload = await openBound(state, opened, envelope);
  const status = scenario === 'no_duplicate' ? 'no_duplicate' : 'needs_review';
  const asked = opened.session.challenge.steps.map(({ action }) => action);
  const outcome = store(state, { header, payload, asked, status });
  opened.used = { bodyHash, outcome };
  return Response.json(outcome, { status: 201 });
}

async function openBound(
  { discovery, keyring }: DoubleState,
  { session, request }: OpenedSession,
  envelope: Envelope,
): Promise<Payload> {
  const { header } = envelope;
  const isBound =
    header.nonce === session.nonce &&
    header.challengeId === session.challenge.id &&
    header.noticeHash === request.noticeHash &&
    header.locale === request.locale &&
    header.modelId === discovery.threshold.modelId &&
    header.modelSha256 === discovery.threshold.modelSha256;
  try {
    const payload = await open(envelope, keyring, discovery.audience);
    if (!isBound || payload.liveness.profile !== request.profile)
      throw new RequestRefused('envelope.unbound');
    return payload;
  } catch (thrown) {
    throw thrown instanceof EnvelopeInvalid ? new RequestRefused('envelope.invalid') : thrown;
  }
}

interface Accepted extends Omit<ReceivedVerification, 'outcome'> {
  readonly asked: StoredRecord['asked'];
  readonly status: Outcome['status'];
}

function store(state: DoubleState, { header, payload, asked, status }: Accepted): Outcome {
  const verificationId = crypto.randomUUID();
  const removalToken = newSecret();
  const decidedAt = inFuture(state, 0);
  const deleteAfter = inFuture(state, RETENTION_MS);
  const outcome: Outcome = { verificationId, status, decidedAt, deleteAfter, removalToken };
  const stored: StoredRecord = {
    verificationId,
    state: 'stored',
    status,
    receivedAt: decidedAt,
    decidedAt,
    deleteAfter,
    fields: ['embedding', 'liveness', 'capture', 'consent'],
    locale: header.locale,
    purposeIds: header.purposeIds,
    threshold: state.discovery.threshold,
    asked,
    liveness: payload.liveness,
    reviewOutcome: null,
    review:
      status === 'no_duplicate'
        ? null
        : { state: 'open', outcome: null, reviewerKind: null, decidedAt: null },
    objections: [],
    test: true,
  };
  state.records.set(verificationId, { stored, removalToken });
  state.received.push({ header, payload, outcome });
  return outcome;
}

export async function optOut(state: DoubleState, request: Request): Promise<Response> {
  const { value } = await readBody(request, 'application/json', OptOutRequestSchema);
  const chosen = DOUBLE_ALTERNATIVES.find(({ id }) => id === value.alternative);
  if (chosen === undefined) throw new RequestRefused('request.malformed');
  state.optOuts.push({ alternative: chosen.id, subject: value.subject });
  const answer: OptOut = { caseId: crypto.randomUUID(), alternative: chosen.id, next: chosen.next };
  return Response.json(answer, { status: 201 });
}

export function readRecord(state: DoubleState, verificationId: string, request: Request): Response {
  return Response.json(recordFor(state, verificationId, request).stored);
}

export async function objectTo(
  state: DoubleState,
  verificationId: string,
  request: Request,
): Promise<Response> {
  const record = recordFor(state, verificationId, request);
  const { value } = await readBody(request, 'application/json', ObjectionRequestSchema);
  const { stored } = record;
  if (stored.state !== 'stored') throw new RequestRefused('verification.gone');
  const earlier = stored.objections ?? [];
  if (earlier.length >= MAX_OBJECTIONS) throw new RequestRefused('objections.exhausted');
  const said = { objectionId: crypto.randomUUID(), text: value.text, at: inFuture(state, 0) };
  const review = stored.review ?? { outcome: null, reviewerKind: null, decidedAt: null };
  const objections = [...earlier, said];
  record.stored = { ...stored, review: { ...review, state: 'open' }, objections };
  const answer: Objection = {
    objectionId: said.objectionId,
    verificationId,
    at: said.at,
    objectionsLeft: MAX_OBJECTIONS - objections.length,
  };
  return Response.json(answer, { status: 201 });
}

/** The second time the same answer. */
export function withdraw(state: DoubleState, verificationId: string, request: Request): Response {
  const record = recordFor(state, verificationId, request);
  const deletedAt = record.stored.deletedAt ?? inFuture(state, 0);
  record.stored = { ...record.stored, ...GONE, deletedAt };
  const answer: Withdrawal = { verificationId, state: 'withdrawn', deletedAt };
  return Response.json(answer);
}

/** Ends a session and withdraws what it let in; a second time, and for a session that never was, nothing is left. */
export function endSession(state: DoubleState, sessionId: string, request: Request): Response {
  const opened = state.sessions.get(sessionId);
  const endedAt = inFuture(state, 0);
  const answer: SessionEnd = { sessionId, state: 'ended', verificationId: null, endedAt };
  if (opened === undefined) return Response.json(answer);
  if (request.headers.get('Authorization') !== `Bearer ${opened.session.nonce}`) {
    throw new RequestRefused('session.unknown');
  }
  state.sessions.set(sessionId, {
    ...opened,
    session: { ...opened.session, submitBy: new Date(0).toISOString() },
  });
  const record = state.records.get(opened.used?.outcome.verificationId ?? '');
  if (record?.stored.state !== 'stored') return Response.json(answer);
  record.stored = { ...record.stored, ...GONE, deletedAt: endedAt };
  return Response.json({ ...answer, verificationId: record.stored.verificationId });
}

function recordFor({ records }: DoubleState, verificationId: string, request: Request): DoubleRecord {
  const record = records.get(verificationId);
  if (record === undefined) throw new RequestRefused('not_found');
  if (request.headers.get('Authorization') !== `Bearer ${record.removalToken}`) {
    throw new RequestRefused('session.unknown');
  }
  return record;
}

/** 32 bytes, base64url. */
function newSecret(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function inFuture({ now }: DoubleState, afterMs: number): string {
  return new Date(now().getTime() + afterMs).toISOString();
}

async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  contentType: string,
  schema: Schema,
): Promise<{ readonly value: v.InferOutput<Schema>; readonly bodyHash: string }> {
  const [type] = (request.headers.get('Content-Type') ?? '').split(';', 1);
  if (type?.trim().toLowerCase() !== contentType) throw new RequestRefused('request.unsupported_type');
  const text = await request.text();
  const checked = check(schema, parseJson(text));
  if (!checked.ok) throw new RequestRefused('request.malformed');
  return { value: checked.value, bodyHash: toHex(await sha256(utf8(text))) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
