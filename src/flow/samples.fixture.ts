import type { CaptureEmbedding, FrameObservation } from '../core/observation.js';
import type { SourceSignals } from '../core/source.js';
import type { LightStep } from '../core/types.js';
import { CHECK_IDS, type Verdict } from '../core/verdict.js';
import type { Discovery, Outcome, Session } from '../envelope/wire.js';
import type { PayloadPreview } from './state.js';

/** What goes through the flow in its own tests. */

export const DISCOVERY: Discovery = {
  version: 1,
  audience: 'https://market.example',
  notices: { en: notice('en'), de: notice('de') },
  keys: [],
  seq: 1,
  threshold: {
    modelId: 'model-a',
    modelSha256: 'a'.repeat(64),
    metric: 'cosine',
    value: 0.919,
    fmr: 0.001,
    fnmr: 0.033,
    n: 4_500,
    calibration: 'https://market.example/calibration',
  },
  alternatives: [
    { id: 'id-document', label: { en: 'Identity document' }, expectedTime: { en: 'two days' } },
    { id: 'second-account', label: { en: 'Second account' }, expectedTime: { en: 'one day' } },
  ],
  actions: ['turn-left', 'turn-right'],
  profiles: ['standard', 'no-gestures'],
  maxAttempts: 3,
};

function notice(version: string): Discovery['notices'][string] {
  const text = 'text';
  return {
    version,
    controller: { name: text, contact: text, address: text },
    purpose: text,
    reason: text,
    why_now: text,
    regions: text,
    comparison: text,
    sent: text,
    notSent: text,
    recipients: text,
    storagePlace: text,
    retentionDays: 30,
    removal: text,
    complaint: text,
    humanDecision: text,
    ifDeclined: text,
    policyUrl: 'https://market.example/policy',
    purposes: [{ id: 'duplicate-check', text }],
  };
}

export const PREVIEW: PayloadPreview = {
  fields: [],
  bodyBytes: 10,
  kem: 'x-wing',
  origin: 'https://shop.example',
  operators: [],
};

export const OUTCOME: Outcome = {
  verificationId: 'v1',
  status: 'needs_review',
  decidedAt: '2026-01-01T00:00:00.000Z',
  deleteAfter: '2026-02-01T00:00:00.000Z',
  removalToken: 'dG9rZW4',
};

export function session(attemptsLeft = 2): Session {
  return {
    sessionId: 's1',
    nonce: 'A'.repeat(43),
    captureBy: '2099-01-01T00:00:00.000Z',
    submitBy: '2099-01-01T00:00:00.000Z',
    attemptsLeft,
    challenge: { id: 'c1', steps: [{ action: 'turn-left', cueAtMs: 1_100 }] },
  };
}

/** What a session is asked to show that was opened with light. */
export const COLOURS: readonly LightStep[] = [
  { rgb: [255, 120, 120], atMs: 0 },
  { rgb: [120, 120, 255], atMs: 1_000 },
];

export const LIVE: Verdict = {
  verdict: 'live',
  profile: 'standard',
  checks: CHECK_IDS.map((id) => ({ id, band: 'pass' })),
};

export function observation(frameId: number, mediaTimeMs: number): FrameObservation {
  return {
    frameId,
    mediaTimeMs,
    widthPx: 640,
    heightPx: 480,
    faceCount: 1,
    secondFaceAreaRatio: 0,
    sceneLuminance: 128,
    backgroundRgb: [0.2, 0.2, 0.2],
    pixelHash: frameId,
    workMs: 1,
    face: {
      boxPx: { x: 220, y: 120, width: 200, height: 240 },
      // No sensor sees a face twice in the same place.
      iedPx: 100 + 0.001 * frameId,
      eyeMidpointPx: [320, 200],
      yawDeg: 0,
      pitchDeg: 0,
      rollDeg: 0,
      rigidPointsPx: [],
      eyeToChinPx: 130,
      lidGapRatio: 0.05,
      lipGapRatio: 0,
      sharpness: 0.5,
      entropyBits: 7,
      overExposedShare: 0,
      illuminationUniformity: 0.8,
      cheekLightRatio: 0.9,
      eyeContrast: 1.4,
      orbitLightRatio: 0.6,
      lipContrast: 0.45,
      lipColourDistance: 0.7,
      meanRgb: [0.3, 0.2, 0.15],
    },
  };
}

/** A camera that the browser knows. */
export const SOURCE: SourceSignals = {
  track: 'camera',
  isEnumerated: true,
  isNative: true,
  label: 'Integrated Camera',
  isLabelAllowed: false,
  hasCaptureTimes: true,
};

/** Embedded frames that all show one face. */
export const ALIKE: Omit<CaptureEmbedding, 'embedding' | 'count'> = {
  lowestSimilarity: 1,
  sameFaceSimilarity: 0.5,
  turnedSimilarities: [],
  turnedFaceSimilarity: null,
  texture: { kind: 'absent' },
};
