import type { FaceObservation, FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { CheckResult, ReasonCode } from '../core/verdict.js';
import { absent, type FaceFrame, fail, hasFace, isSound, pass } from './check.js';
import {
  dynamicRangeScore,
  eyesOpenScore,
  headPoseScore,
  illuminationUniformityScore,
  interEyeDistanceScore,
  mouthClosedScore,
  overExposureScore,
  singleFaceScore,
} from './ofiq.js';
import { hasSecondFace } from './one-face.js';

/** Which frames are good enough to be embedded (requirements Q-02…Q-05). A poor sample is the cheapest evasion, so this
 * is a security control; and it must not ask for a skin tone, so nothing here looks at how bright the skin is,
 * nor at head size or margins. */

/** Inter-eye distance below which the 112 × 112 crop would be enlarged, px. */
const MIN_IED_PX = 60;
const MAX_YAW_DEG = 15;
const MAX_PITCH_DEG = 15;
const MAX_ROLL_DEG = 20;
/** OFIQ scores (see ofiq.ts). IlluminationUniformity ranks frames but gates none: in one and the same light its overlap
 * is 0.01–0.73 from person to person, and under a lamp from the side darker skin passes where lighter skin fails. */
const MIN_EYES_OPEN = 50;
const MIN_OVER_EXPOSURE = 20;
/** How far the face's bounds may leave the picture, as a share of its width or height. */
const MAX_CUT = 0.03;

/** Mean grey of the scene below which it is dark; the face's own entropy then says whether its light is enough. Eight
 * rendered persons: at 18 % of good light scene 21–25, entropy 4.1–4.7, and embeddings begin to drift (0.97); at 25 %
 * scene 30–35. */
const DARK_SCENE = 28;
const MIN_ENTROPY_IN_DARK_BITS = 5.2;
/** DynamicRange below which even a bright scene shows no face: a silhouette. */
const MIN_DYNAMIC_RANGE = 50;
/** Laplacian variance over grey variance below which the crop is blurred. Relative, because the Laplacian alone grows
 * with the square of the contrast, and a dark face has less of it than a light one under the same lamp. Sharp: rendered
 * persons 0.21–1.6, portraits 0.16–0.5. Blurred by 4 px: 0.007–0.04 and 0.003–0.009. */
const MIN_DETAIL = 0.035;

/** Share of the frontal frames that must be good. */
const MIN_GOOD_SHARE = 0.6;
/** Frames that are embedded at least. */
const MIN_GOOD_FRAMES = 5;

/** Sharpness without contrast: the Laplacian's variance over the grey values' variance, the latter taken from the
 * entropy as if the values were normally distributed (H = log2 σ√(2πe)). */
export function detailOf(face: FaceObservation): number {
  const variance = 2 ** (2 * face.entropyBits) / (2 * Math.PI * Math.E);
  return face.sharpness / variance;
}

/** Whether the room is dark, with or without a face in it. */
export function isDarkScene({ sceneLuminance }: Pick<FrameObservation, 'sceneLuminance'>): boolean {
  return sceneLuminance < DARK_SCENE;
}

function isTooDark(frame: FaceFrame): boolean {
  const { entropyBits } = frame.face;
  const isDarkRoom = isDarkScene(frame) && entropyBits < MIN_ENTROPY_IN_DARK_BITS;
  return isDarkRoom || dynamicRangeScore(entropyBits) < MIN_DYNAMIC_RANGE;
}

function isCut({ face, widthPx, heightPx }: FaceFrame): boolean {
  const { x, y, width, height } = face.boxPx;
  const [dx, dy] = [MAX_CUT * width, MAX_CUT * height];
  return x < -dx || y < -dy || x + width > widthPx + dx || y + height > heightPx + dy;
}

function isTurnedAway(face: FaceObservation): boolean {
  const { yawDeg, pitchDeg, rollDeg } = face;
  return (
    Math.abs(yawDeg) > MAX_YAW_DEG || Math.abs(pitchDeg) > MAX_PITCH_DEG || Math.abs(rollDeg) > MAX_ROLL_DEG
  );
}

function lightDefect(frame: FaceFrame): ReasonCode | null {
  // First, because a face that is blown out has no entropy either.
  if (overExposureScore(frame.face.overExposedShare) < MIN_OVER_EXPOSURE) return 'light.too_bright';
  return isTooDark(frame) ? 'light.too_dark' : null;
}

function faceDefects(frame: FaceFrame, profile: Profile): readonly ReasonCode[] {
  const { face } = frame;
  const eyesMayBeClosed = profile === 'no-gestures';
  const defects: readonly (ReasonCode | null | false)[] = [
    hasSecondFace(frame) && 'face.multiple',
    face.iedPx < MIN_IED_PX && !isTurnedAway(face) && 'face.too_far',
    isCut(frame) && 'face.off_center',
    lightDefect(frame),
    isTurnedAway(face) && 'face.not_frontal',
    !eyesMayBeClosed && eyesOpenScore(face.lidGapRatio) < MIN_EYES_OPEN && 'face.eyes_closed',
    detailOf(face) < MIN_DETAIL && 'image.blurry',
  ];
  return defects.filter((defect) => defect !== null && defect !== false);
}

/** Why a frame must not be embedded; empty = good. The profile `no-gestures` does not ask for open eyes. */
export function frameDefects(
  observation: FrameObservation,
  profile: Profile = 'standard',
): readonly ReasonCode[] {
  if (!isSound(observation)) return ['model.failed'];
  return hasFace(observation) ? faceDefects(observation, profile) : ['face.none'];
}

/** Ranks frames for embedding, 0–100; higher is better. Says nothing about whether a frame may be embedded. */
export function frameScore(observation: FrameObservation): number {
  if (!isSound(observation) || !hasFace(observation)) return 0;
  const { face } = observation;
  const detail = detailOf(face);
  const scores = [
    headPoseScore(face.yawDeg),
    headPoseScore(face.pitchDeg),
    headPoseScore(face.rollDeg),
    interEyeDistanceScore(face.iedPx, face.yawDeg),
    eyesOpenScore(face.lidGapRatio),
    mouthClosedScore(face.lipGapRatio),
    singleFaceScore(observation.secondFaceAreaRatio),
    illuminationUniformityScore(face.illuminationUniformity),
    dynamicRangeScore(face.entropyBits),
    overExposureScore(face.overExposedShare),
    (100 * detail) / (detail + MIN_DETAIL),
  ];
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function mostFrequent(reasons: readonly ReasonCode[]): ReasonCode | undefined {
  const counts = new Map<ReasonCode, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether enough of the clip can be embedded. Frames in which the head is turned are not held against it: turning is
 * what was asked.
 * @param observations - of one clip. */
export function checkQuality(
  observations: readonly FrameObservation[],
  profile: Profile = 'standard',
): CheckResult {
  if (!observations.every(isSound)) return absent('quality', 'model.failed');
  const faces = observations.filter(hasFace);
  if (faces.length === 0)
    return absent('quality', observations.length === 0 ? 'frames.too_few' : 'face.none');
  const defects = faces.map((frame) => frameDefects(frame, profile));
  const frontal = defects.filter((reasons) => !reasons.includes('face.not_frontal'));
  const good = frontal.filter((reasons) => reasons.length === 0).length;
  if (good >= MIN_GOOD_FRAMES && good >= MIN_GOOD_SHARE * frontal.length) return pass('quality');
  const reason = mostFrequent(frontal.flat()) ?? mostFrequent(defects.flat());
  return reason === undefined ? absent('quality', 'frames.too_few') : fail('quality', reason);
}
