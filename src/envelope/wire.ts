import * as v from 'valibot';
import type { Envelope, Header, Kem, Outcome, Payload, StoredRecord } from '../core/record.js';
import type {
  Alternative,
  Session as CoreSession,
  Threshold as CoreThreshold,
  Notice,
  Search,
} from '../core/types.js';
import { CHECK_IDS, REASON_CODES } from '../core/verdict.js';
import type { Agrees, Proven } from './agrees.js';
import { SearchSchema, ThresholdSchema } from './comparison.js';
import { ConsentActSchema } from './consent-act.js';
import {
  byLocale,
  bytes,
  count,
  id,
  locale,
  MAX_BODY_BYTES,
  MAX_DISCOVERY_BYTES,
  sha256Hex,
  text,
  time,
  token,
  url,
} from './primitives.js';
import { contactEntries, KemSchema, KeySchema, OperatorsSchema } from './recipients.js';

/** The wire, for both sides (docs/protocol.md). All objects are closed: an unknown field is refused. */

export * from './problem.js';
export { KemSchema, KeySchema, MAX_BODY_BYTES, MAX_DISCOVERY_BYTES, ThresholdSchema };
/** Every plaintext is padded to this, so that the body's size says nothing (requirement E-08). */
export const PLAINTEXT_BYTES = 4_096;
export const ENVELOPE_CONTENT_TYPE = 'application/vnd.candor.envelope+json';
export const DISCOVERY_PATH = '/.well-known/candor';

export const ActionSchema = v.picklist(['turn-left', 'turn-right', 'look-up', 'move-closer', 'open-mouth']);
export const ProfileSchema = v.picklist(['standard', 'no-gestures']);

export const AlternativeSchema = v.strictObject({
  id,
  label: byLocale,
  expectedTime: byLocale,
  href: v.optional(url),
});

export const NoticeLegalSchema = v.strictObject({
  basis: text,
  rights: v.strictObject({ access: text, rectification: text, portability: text }),
  processors: text,
  transfers: text,
  afterWithdrawal: text,
  ageDeclaration: text,
});

export const NoticeSchema = v.strictObject({
  version: id,
  controller: v.strictObject(contactEntries),
  purpose: text,
  reason: text,
  why_now: text,
  regions: text,
  comparison: text,
  sent: text,
  notSent: text,
  recipients: text,
  storagePlace: text,
  retentionDays: v.pipe(count, v.minValue(1), v.maxValue(1_095)),
  removal: text,
  complaint: text,
  humanDecision: text,
  ifDeclined: text,
  policyUrl: url,
  purposes: v.pipe(v.array(v.strictObject({ id, text })), v.minLength(1)),
  /** Notices of before it have none; the reference receiver takes no such notice. */
  legal: v.optional(NoticeLegalSchema),
});

export const DiscoverySchema = v.strictObject({
  version: v.literal(1),
  audience: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  notices: v.record(locale, NoticeSchema),
  keys: v.array(KeySchema),
  seq: count,
  keysSignature: v.optional(bytes(64)),
  /** With them, the receiver gets no template: each operator gets a part. */
  operators: v.optional(OperatorsSchema),
  threshold: ThresholdSchema,
  /** Receivers of before it say nothing. */
  search: v.optional(SearchSchema),
  alternatives: v.pipe(v.array(AlternativeSchema), v.minLength(1)),
  actions: v.array(ActionSchema),
  profiles: v.pipe(v.array(ProfileSchema), v.minLength(1)),
  maxAttempts: v.pipe(count, v.minValue(1)),
  /** The receiver's clock while it writes this; receivers of before it say nothing. */
  now: v.optional(time),
});

/** Body of `POST /sessions` (docs/protocol.md).
 * @example
 * const { value } = await readJson(context, 'application/json', SessionRequestSchema);
 * save(value.noticeHash); */
export const SessionRequestSchema = v.strictObject({
  subject: v.optional(id),
  profile: ProfileSchema,
  noticeHash: bytes(32),
  locale,
  light: v.boolean(),
  /** The seller asks for one movement in place of two. */
  moreTime: v.optional(v.boolean()),
});

const channel = v.pipe(count, v.maxValue(255));
export const ChallengeSchema = v.strictObject({
  id,
  steps: v.array(v.strictObject({ action: ActionSchema, cueAtMs: count })),
  colours: v.optional(
    v.array(v.strictObject({ rgb: v.strictTuple([channel, channel, channel]), atMs: count })),
  ),
});

export const SessionSchema = v.strictObject({
  sessionId: token,
  nonce: bytes(32),
  captureBy: time,
  submitBy: time,
  attemptsLeft: count,
  challenge: ChallengeSchema,
  /** As in discovery. */
  now: v.optional(time),
});

export const HeaderSchema = v.strictObject({
  v: v.literal(1),
  kid: bytes(16),
  kem: KemSchema,
  kdf: v.literal('hkdf-sha256'),
  aead: v.literal('aes-256-gcm'),
  sessionId: token,
  nonce: bytes(32),
  challengeId: id,
  noticeHash: bytes(32),
  consentHash: bytes(32),
  locale,
  modelId: id,
  modelSha256: sha256Hex,
  purposeIds: v.pipe(v.array(id), v.minLength(1)),
  widget: id,
  origin: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  createdAt: time,
});

/** Body of `POST /verifications` (docs/protocol.md): of constant size.
 * @example
 * const { value } = await readJson(context, 'application/vnd.candor.envelope+json', EnvelopeSchema); */
export const EnvelopeSchema = v.strictObject({
  v: v.literal(1),
  header: HeaderSchema,
  enc: bytes(),
  ciphertext: bytes(PLAINTEXT_BYTES + 16),
});

export const PayloadSchema = v.strictObject({
  embedding: v.strictObject({
    dtype: v.literal('f32le'),
    dim: v.pipe(count, v.minValue(1), v.maxValue(512)),
    data: bytes(),
  }),
  liveness: v.strictObject({
    verdict: v.picklist(['live', 'not-live', 'inconclusive']),
    profile: ProfileSchema,
    checks: v.array(
      v.strictObject({
        id: v.picklist(CHECK_IDS),
        band: v.picklist(['pass', 'warn', 'fail', 'absent']),
        reason: v.optional(v.picklist(REASON_CODES)),
      }),
    ),
  }),
  capture: v.strictObject({ durationMs: share100(10_000), frames: count, fps: share100(240) }),
  consent: ConsentActSchema,
});

function share100(maximum: number) {
  return v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(maximum));
}

export const OutcomeSchema = v.strictObject({
  verificationId: token,
  status: v.picklist(['no_duplicate', 'needs_review']),
  decidedAt: time,
  deleteAfter: time,
  removalToken: bytes(),
});

/** Body of `POST /opt-outs` (docs/protocol.md).
 * @example
 * const { value } = await readJson(context, 'application/json', OptOutRequestSchema);
 * goOn(value.alternative); */
export const OptOutRequestSchema = v.strictObject({
  alternative: id,
  subject: v.optional(id),
  locale,
  reason: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
});
export const OptOutSchema = v.strictObject({ caseId: id, alternative: id, next: text });

export type Key = v.InferOutput<typeof KeySchema>;
export type Discovery = v.InferOutput<typeof DiscoverySchema>;
export type SessionRequest = v.InferOutput<typeof SessionRequestSchema>;
export type Session = v.InferOutput<typeof SessionSchema>;
export type OptOutRequest = v.InferOutput<typeof OptOutRequestSchema>;
export type OptOut = v.InferOutput<typeof OptOutSchema>;

export type { Envelope, Header, Kem, Outcome, Payload, StoredRecord };

/** Fails to compile when the words of `core` and the wire drift apart, whichever side has moved. */
export type WireAgreesWithCore = [
  Proven<Agrees<v.InferOutput<typeof NoticeSchema>, Notice>>,
  Proven<Agrees<v.InferOutput<typeof AlternativeSchema>, Alternative>>,
  Proven<Agrees<v.InferOutput<typeof ThresholdSchema>, CoreThreshold>>,
  Proven<Agrees<v.InferOutput<typeof SearchSchema>, Search>>,
  Proven<Agrees<Session, CoreSession>>,
  Proven<Agrees<v.InferOutput<typeof PayloadSchema>, Payload>>,
  Proven<Agrees<v.InferOutput<typeof KemSchema>, Kem>>,
  Proven<Agrees<v.InferOutput<typeof HeaderSchema>, Header>>,
  Proven<Agrees<v.InferOutput<typeof EnvelopeSchema>, Envelope>>,
  Proven<Agrees<v.InferOutput<typeof OutcomeSchema>, Outcome>>,
];
