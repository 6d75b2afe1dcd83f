import { toBase64Url } from '../core/bytes.js';
import { CHECK_IDS, type Verdict } from '../core/verdict.js';
import { generateKeyPair, type Keyring, type ReceiverKey } from './open.js';
import { composePayload } from './payload.js';
import type { Operator, Operators } from './recipients.js';
import type { Binding } from './seal.js';
import type { Discovery, Kem, Key, Outcome, Payload, Session } from './wire.js';

/** Plausible values for tests; nothing here is measured from a person. */

export const AUDIENCE = 'https://verify.example/candor';

/** A unit vector that depends on `seed`, without a random number in it. */
export function unitVector(dim = 128, seed = 1): Float32Array<ArrayBuffer> {
  const raw = Float32Array.from({ length: dim }, (_, index) => Math.sin(seed * (index + 1) * 12.9898));
  const norm = Math.hypot(...raw);
  return raw.map((component) => component / norm);
}

/** Of a person who is found live on a browser that does not tell all, without the optional model. */
export const EXAMPLE_CHECKS: Verdict['checks'] = CHECK_IDS.map((id) => {
  if (id === 'texture') return { id, band: 'absent', reason: 'model.absent' };
  if (id === 'light' || id === 'injection-timing') return { id, band: 'absent', reason: 'not_run' };
  return { id, band: 'pass' };
});

export function examplePayload(embedding = unitVector()): Payload {
  return composePayload({
    embedding,
    verdict: {
      verdict: 'live',
      profile: 'standard',
      checks: EXAMPLE_CHECKS,
    },
    durationMs: 5_000,
    frames: 92,
    consent: {
      consentReceiptId: '0b0a3c1e-6f7d-4a58-9d65-2f8a2d8f5c11',
      method: 'button',
      givenAt: '2026-03-01T10:00:00.000Z',
    },
  });
}

const hash = (fill: number): string => toBase64Url(new Uint8Array(32).fill(fill));

export function exampleBinding(): Binding {
  return {
    sessionId: '5f0c1f0e-6c2a-4a4b-8a31-0d3d0a5b7a10',
    nonce: hash(1),
    challengeId: 'c-17',
    noticeHash: hash(2),
    consentHash: hash(3),
    locale: 'en',
    modelId: 'dlib-resnet-v1',
    modelSha256: '4'.repeat(64),
    purposeIds: ['duplicate-check'],
    widget: 'candor/0.1.0',
    origin: 'https://market.example',
    createdAt: '2026-03-01T10:01:00.000Z',
  };
}

export function publicKeyOf({ kid, kem, publicKey }: ReceiverKey): Key {
  return {
    kid,
    kem,
    publicKey,
    notBefore: '2026-02-20T00:00:00.000Z',
    notAfter: '2026-03-20T00:00:00.000Z',
  };
}

export async function exampleReceiver(kem: Kem): Promise<{ key: Key; keyring: Keyring }> {
  const pair = await generateKeyPair(kem);
  return { key: publicKeyOf(pair), keyring: new Map([[pair.kid, pair]]) };
}

/** Three who keep parts of templates, with the keys that open them. */
export async function exampleOperators(
  kem: Kem = 'x-wing',
): Promise<{ readonly operators: Operators; readonly keyrings: readonly Keyring[] }> {
  const pairs = await Promise.all([generateKeyPair(kem), generateKeyPair(kem), generateKeyPair(kem)]);
  const operator = (name: string, { kid, publicKey }: ReceiverKey): Operator => ({
    name,
    contact: `privacy@${name.toLowerCase()}.example`,
    address: `1 ${name} Street, Dublin`,
    kid,
    kem,
    publicKey,
    receiptKey: toBase64Url(new Uint8Array(44).fill(name.length)),
  });
  const [first, second, third] = pairs;
  return {
    operators: [operator('Audit', first), operator('Market', second), operator('Trustee', third)],
    keyrings: pairs.map((pair) => new Map([[pair.kid, pair]])),
  };
}

export function exampleDiscovery(keys: readonly Key[]): Discovery {
  return {
    version: 1,
    audience: AUDIENCE,
    notices: { en: EXAMPLE_NOTICE },
    keys: [...keys],
    seq: 3,
    threshold: {
      modelId: 'dlib-resnet-v1',
      modelSha256: '4'.repeat(64),
      metric: 'cosine',
      value: 0.959,
      fmr: 0.00000984,
      fnmr: 0.59,
      n: 2_133_145,
      calibration: 'https://verify.example/calibration',
      worstGroup: { name: { en: 'East Asian people' }, fmr: 0.00102, fmrAtMost: 0.00222, n: 5_886 },
    },
    alternatives: [
      {
        id: 'document',
        label: { en: 'Send a copy of your trade licence' },
        expectedTime: { en: 'about two working days' },
      },
      {
        id: 'second-account',
        label: { en: 'This is my declared second account' },
        expectedTime: { en: 'about one working day' },
      },
    ],
    actions: ['turn-left', 'turn-right'],
    profiles: ['standard', 'no-gestures'],
    maxAttempts: 5,
  };
}

export const EXAMPLE_NOTICE: Discovery['notices'][string] = {
  version: '2026-02',
  controller: {
    name: 'Example Market Ltd',
    contact: 'privacy@market.example',
    address: '1 Market Street, Dublin',
  },
  purpose: 'To check that you do not already hold a seller account.',
  reason: 'One person may hold one seller account.',
  why_now: 'You are opening a seller account.',
  regions: 'Ireland and the European Union',
  comparison:
    'Your face template is compared with those of all other sellers (face recognition, one to many).',
  sent: 'A sealed face template of 128 numbers, the result of the liveness checks, and this consent.',
  notSent: 'No video and no picture leaves your device.',
  recipients: 'Nobody but Example Market Ltd.',
  storagePlace: 'Example Market servers in Dublin',
  retentionDays: 365,
  removal: 'Withdraw with the button on your receipt, at any time.',
  complaint: 'Data Protection Commission, dataprotection.ie',
  humanDecision: 'A person decides; no account is refused by a machine.',
  ifDeclined: 'You continue with another check, at no disadvantage.',
  policyUrl: 'https://market.example/biometric-policy',
  purposes: [
    {
      id: 'duplicate-check',
      text: 'I agree that Example Market processes biometric data of my face to check for duplicate accounts.',
    },
  ],
};

export const EXAMPLE_SESSION: Session = {
  sessionId: '5f0c1f0e-6c2a-4a4b-8a31-0d3d0a5b7a10',
  nonce: hash(1),
  captureBy: '2026-03-01T10:03:00.000Z',
  submitBy: '2026-03-01T10:15:00.000Z',
  attemptsLeft: 4,
  challenge: {
    id: 'c-17',
    steps: [
      { action: 'turn-left', cueAtMs: 1_100 },
      { action: 'turn-right', cueAtMs: 3_000 },
    ],
  },
};

export const EXAMPLE_OUTCOME: Outcome = {
  verificationId: '9d3f7c52-8c0b-4f0e-9a36-7e6d3b0c1a22',
  status: 'needs_review',
  decidedAt: '2026-03-01T10:01:01.000Z',
  deleteAfter: '2027-03-01T10:01:01.000Z',
  removalToken: hash(5),
};

/** What the receiver says of it afterwards. */
export const EXAMPLE_RECORD = {
  verificationId: EXAMPLE_OUTCOME.verificationId,
  state: 'stored',
  status: 'needs_review',
  receivedAt: '2026-03-01T10:01:00.500Z',
  decidedAt: EXAMPLE_OUTCOME.decidedAt,
  deleteAfter: EXAMPLE_OUTCOME.deleteAfter,
  fields: ['embedding', 'liveness', 'capture', 'consent'],
  locale: 'en',
  purposeIds: ['duplicate-check'],
  threshold: exampleDiscovery([]).threshold,
  liveness: examplePayload().liveness,
  asked: ['turn-left', 'open-mouth'],
  reviewOutcome: null,
  review: null,
  objections: [],
  test: false,
} as const;
