import { midpoint, type Point } from '../core/geometry.js';
import {
  type CaptureEvidence,
  type EmbeddingEvidence,
  type FaceObservation,
  type FrameObservation,
  RIGID_POINTS,
} from '../core/observation.js';
import type { SourceSignals } from '../core/source.js';
import { CLIP_DURATION_MS } from '../core/types.js';

/** Observation series of made-up clips: what the worker would measure of a head or a card before a pinhole camera. */

type Vector = readonly [x: number, y: number, z: number];

/** RIGID_POINTS of a face in centimetres, y up, z towards the camera; halves mirrored from the person's right. */
const HEAD: Readonly<Record<number, Vector>> = {
  1: [0, -1.1, 7.5],
  4: [0, -0.5, 7.6],
  5: [0, 0.4, 7.2],
  2: [0, -2.1, 6.1],
  98: [-1.4, -1.7, 5.2],
  327: [1.4, -1.7, 5.2],
  168: [0, 3.3, 5.2],
  6: [0, 2.5, 5.8],
  9: [0, 4.9, 5.4],
  33: [-4.4, 2.7, 3.2],
  133: [-1.9, 2.6, 3.8],
  362: [1.9, 2.6, 3.8],
  263: [4.4, 2.7, 3.2],
  50: [-4.8, -0.7, 3.5],
  280: [4.8, -0.7, 3.5],
  205: [-3.8, -1.5, 4.1],
  425: [3.8, -1.5, 4.1],
  101: [-3.3, 0.1, 4.1],
  330: [3.3, 0.1, 4.1],
};
const EYES: readonly [Vector, Vector] = [
  [-3.15, 2.65, 3.9],
  [3.15, 2.65, 3.9],
];
const FOCAL_PX = 560;

export interface Subject {
  /** A card is the same face printed flat. */
  readonly shape: 'head' | 'card';
  readonly distanceCm: number;
  /** Shift of each point on the picture, px; called once per coordinate. */
  readonly noisePx: () => number;
  /** How much of the true turn the landmarker reports. */
  readonly reportedShare: number;
}

const PERSON: Subject = { shape: 'head', distanceCm: 45, noisePx: () => 0, reportedShare: 1 };

function pointOf(vector: Vector, yawDeg: number, subject: Subject): Point {
  const [x, y, depth] = vector;
  const z = subject.shape === 'card' ? 0 : depth;
  const yaw = (yawDeg * Math.PI) / 180;
  const [turnedX, turnedZ] = [x * Math.cos(yaw) + z * Math.sin(yaw), z * Math.cos(yaw) - x * Math.sin(yaw)];
  const scale = FOCAL_PX / (subject.distanceCm - turnedZ);
  return [320 + turnedX * scale + subject.noisePx(), 240 - y * scale + subject.noisePx()];
}

/** A good face, turned by `yawDeg` (positive = the person's left). */
export function faceAt(yawDeg: number, subject: Subject = PERSON): FaceObservation {
  const at = (vector: Vector): Point => pointOf(vector, yawDeg, subject);
  const [right, left] = [at(EYES[0]), at(EYES[1])];
  const iedPx = Math.hypot(left[0] - right[0], left[1] - right[1]);
  const eyes = midpoint(right, left);
  return {
    boxPx: { x: eyes[0] - 1.1 * iedPx, y: eyes[1] - iedPx, width: 2.2 * iedPx, height: 2.9 * iedPx },
    iedPx,
    eyeMidpointPx: eyes,
    yawDeg: yawDeg * subject.reportedShare,
    pitchDeg: 2,
    rollDeg: -1,
    rigidPointsPx: RIGID_POINTS.flatMap((index) => at(HEAD[index] ?? [Number.NaN, 0, 0])),
    eyeToChinPx: 1.9 * iedPx,
    lidGapRatio: 0.09,
    lipGapRatio: 0.01,
    sharpness: 0.5,
    entropyBits: 7,
    overExposedShare: 0,
    illuminationUniformity: 0.7,
    cheekLightRatio: 0.9,
    eyeContrast: 1.4,
    orbitLightRatio: 0.6,
    lipContrast: 0.45,
    lipColourDistance: 0.7,
    meanRgb: [0.3, 0.2, 0.15],
  };
}

export type Change = Partial<Omit<FrameObservation, 'face'>> & {
  readonly face?: Partial<FaceObservation> | null;
};

/** A good frame, with changes. */
export function frame(change: Change = {}, face: FaceObservation = faceAt(0)): FrameObservation {
  const { face: faceChange, ...rest } = change;
  return {
    frameId: 0,
    mediaTimeMs: 0,
    widthPx: 640,
    heightPx: 480,
    faceCount: faceChange === null ? 0 : 1,
    secondFaceAreaRatio: 0,
    sceneLuminance: 120,
    backgroundRgb: [0.2, 0.2, 0.2],
    pixelHash: change.frameId ?? 0,
    workMs: 25,
    ...rest,
    face: faceChange === null ? null : { ...face, ...faceChange },
  };
}

export interface Filmed {
  readonly yawAt?: (atMs: number) => number;
  readonly changeAt?: (atMs: number) => Change;
  readonly subject?: Partial<Subject>;
  readonly cameraFps?: number;
  /** Every how many of the camera's frames one is analysed. */
  readonly every?: number;
}

/** A clip of five seconds. */
export function film({
  yawAt,
  changeAt,
  subject,
  cameraFps = 30,
  every = 2,
}: Filmed = {}): FrameObservation[] {
  const filmed = { ...PERSON, ...subject };
  const count = Math.floor((CLIP_DURATION_MS / 1_000) * cameraFps);
  const ids = Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
  return ids.map((frameId) => {
    const mediaTimeMs = (frameId * 1_000) / cameraFps;
    const change = { frameId, mediaTimeMs, ...changeAt?.(mediaTimeMs) };
    return frame(change, faceAt(yawAt?.(mediaTimeMs) ?? 0, filmed));
  });
}

export interface Turn {
  /** When the head begins to move. */
  readonly fromMs: number;
  /** Signed: positive = the person's left. */
  readonly peakDeg: number;
  readonly riseMs?: number;
  readonly holdMs?: number;
  readonly returns?: boolean;
}

function smoothStep(share: number): number {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
}

/** The yaw of a head that makes these turns, one after the other. */
export function turns(...made: readonly Turn[]): (atMs: number) => number {
  return (atMs) =>
    made.reduce((yawDeg, { fromMs, peakDeg, riseMs = 400, holdMs = 250, returns = true }) => {
      const up = smoothStep((atMs - fromMs) / riseMs);
      const down = returns ? smoothStep((atMs - fromMs - riseMs - holdMs) / riseMs) : 0;
      return yawDeg + peakDeg * (up - down);
    }, 0);
}

/** What the embeddings of one person give, in a build without the texture models. */
export const ONE_PERSON: EmbeddingEvidence = {
  count: 12,
  lowestSimilarity: 0.98,
  sameFaceSimilarity: 0.5,
  turnedSimilarities: [0.7, 0.7],
  turnedFaceSimilarity: 0.3,
  texture: { kind: 'absent' },
};

/** A camera that the browser knows. {@link film} counts its times, so they are not said to be the camera's. */
export const CAMERA: SourceSignals = {
  track: 'camera',
  isEnumerated: true,
  isNative: true,
  label: 'Integrated Camera',
  isLabelAllowed: false,
  hasCaptureTimes: false,
};

/** What the verdict is drawn from, all of it good but what is given. */
export function evidenceOf(
  observations: readonly FrameObservation[],
  change: Partial<CaptureEvidence> = {},
): CaptureEvidence {
  return { observations, embedded: ONE_PERSON, source: CAMERA, ...change };
}
