import { receipt } from '../../src/consent/record.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { hashCanonical } from '../../src/envelope/canonical.js';
import { encodeEmbedding } from '../../src/envelope/embedding.js';
import { chooseKey } from '../../src/envelope/key.js';
import { type Binding, seal } from '../../src/envelope/seal.js';
import { EXAMPLE_CHECKS } from '../../src/envelope/wire.fixture.js';
import {
  type Discovery,
  ENVELOPE_CONTENT_TYPE,
  type Envelope,
  type Kem,
  type Key,
  type Payload,
  type Session,
  type SessionRequest,
} from '../../src/envelope/wire.js';

/** A seller's browser without the browser, also in a process of its own: nothing here needs the test runner. */

export const ORIGIN = 'https://shop.example';

export function deliveryHeaders({ header }: Envelope): Record<string, string> {
  return { 'Content-Type': ENVELOPE_CONTENT_TYPE, 'Idempotency-Key': header.sessionId };
}

export async function sessionRequest(
  { notices }: Discovery,
  request: Partial<SessionRequest> = {},
): Promise<SessionRequest> {
  const locale = request.locale ?? 'en';
  return {
    profile: 'standard',
    noticeHash: await hashCanonical(notices[locale]),
    locale,
    light: false,
    ...request,
  };
}

export interface SealOptions {
  readonly subject?: string | undefined;
  readonly locale?: string | undefined;
  readonly embedding?: Float32Array | undefined;
  readonly binding?: Partial<Binding> | undefined;
  readonly payload?: Partial<Payload> | undefined;
  readonly kem?: 'x-wing' | 'x25519' | undefined;
}

/** What the widget does between the end of the clip and the POST. */
export async function sealFor(
  discovery: Discovery,
  session: Session,
  options: SealOptions = {},
): Promise<Envelope> {
  const { locale = 'en', embedding = unitVector(1) } = options;
  const payload: Payload = {
    embedding: encodeEmbedding(embedding),
    liveness: { verdict: 'live', profile: 'standard', checks: [...EXAMPLE_CHECKS] },
    capture: { durationMs: 5_000, frames: 75, fps: 15 },
    consent: { consentReceiptId: 'r-1', method: 'button', givenAt: '2025-11-22T09:59:30.000Z' },
    ...options.payload,
  };
  const key = newestKey(discovery, options.kem);
  const binding = { ...(await bindingOf(discovery, session, payload, locale, options)), ...options.binding };
  return seal({ payload, binding, key, audience: discovery.audience });
}

/** The receiver's, of one kind where that is asked for. */
export function newestKey({ keys: all }: Discovery, wanted?: Kem): Key {
  const keys = all.filter(({ kem }) => wanted === undefined || kem === wanted);
  const newest = Math.max(...keys.map(({ notBefore }) => Date.parse(notBefore)));
  return chooseKey(keys, new Date(newest));
}

export async function bindingOf(
  { notices, alternatives, threshold }: Discovery,
  { sessionId, nonce, challenge }: Session,
  { consent }: Pick<Payload, 'consent'>,
  locale: string,
  { subject }: Pick<SealOptions, 'subject'>,
): Promise<Binding> {
  const notice = notices[locale];
  if (notice === undefined) throw new RangeError(`no notice in ${locale}`);
  const purposeIds = notice.purposes.map(({ id }) => id);
  const record = receipt(notice, locale, { ...consent, purposeIds }, { sessionId, subject }, alternatives);
  return {
    sessionId,
    nonce,
    challengeId: challenge.id,
    noticeHash: await hashCanonical(notice),
    consentHash: await hashCanonical(record),
    locale,
    modelId: threshold.modelId,
    modelSha256: threshold.modelSha256,
    purposeIds,
    widget: 'candor/0.1.0',
    origin: ORIGIN,
    createdAt: '2025-11-22T10:00:20.000Z',
  };
}

/** A direction that no other one is near: somebody who was never here before. Unit length. */
export function newFace(dim = SHIPPED_MODEL.dim): Float32Array<ArrayBuffer> {
  const raw = Float32Array.from({ length: dim }, () => Math.random() + Math.random() + Math.random() - 1.5);
  const norm = Math.hypot(...raw);
  return raw.map((component) => component / norm);
}

/** A direction that is reproducible from its seed, unit length. Those of two seeds may be as alike as one person's. */
export function unitVector(seed: number, dim = SHIPPED_MODEL.dim): Float32Array<ArrayBuffer> {
  const raw = Float32Array.from({ length: dim }, (_, index) => Math.sin(seed * 997 + index * 1.7));
  const norm = Math.hypot(...raw);
  return raw.map((component) => component / norm);
}
