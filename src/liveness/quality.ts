import type { FaceObservation, FrameObservation } from '../core/observation.js';
import { relativeLuminance } from '../core/srgb.js';
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
  sideCropScore,
  singleFaceScore,
} from './ofiq.js';
import { hasSecondFace } from './one-face.js';
import { coveredPart } from './visible-parts.js';

/** Which frames are good enough to be embedded (requirements Q-02…Q-05). A poor sample is the cheapest evasion, so this
 * is a security control; and it must not ask for a skin tone, so nothing here looks at how bright the skin is,
 * nor at head size or margins. */

/** Inter-eye distance below which the 112 × 112 crop would be enlarged, px. */
export const MIN_IED_PX = 60;
const MAX_YAW_DEG = 15;
const MAX_PITCH_DEG = 15;
const MAX_ROLL_DEG = 20;
/** OFIQ scores (see ofiq.ts). IlluminationUniformity ranks frames but gates none: in one and the same light its overlap
 * is 0.01–0.73 from person to person, and under a lamp from the side darker skin passes where lighter skin fails. */
const MIN_EYES_OPEN = 50;
const MIN_OVER_EXPOSURE = 20;
const MIN_SIDE_CROP = 50;
/** How far the face's bounds may leave the picture, as a share of its width or height. No margin is asked for. */
const MAX_CUT = 0.03;

/** Light on the darker cheek over that on the lighter one, in linear light: skin tone cancels out. Rendered persons by the
 * ratio of a lamp at 75° to the light from everywhere: 5 : 1, a window, 0.20–0.67 (18 persons); 11 : 1 0.09–0.56. With
 * light that adds up as it does in a camera, one person in very light, middle and very dark skin has 0.201, 0.210 and 0.214
 * at 11 : 1, another 0.387, 0.363 and 0.399. Half of the face all but black: 0.015–0.082 where the cheeks face sideways,
 * 0.13–0.25, missed, where they face the camera (3 of 8 persons); their embeddings still are 0.94 and more like those in
 * good light. Five photographs: 0.65–0.98. */
const MIN_CHEEK_LIGHT = 0.1;

/** Luminance, in linear light, of what is behind the face below which the room is dark; the face's own entropy then says
 * whether its light is enough. Behind the face, because with the face in it the measure would ask for a skin tone: eight
 * rendered persons, two of them also in five tones from very light to very dark, have 0.0111–0.0128 at 20 % of good
 * exposure, where embeddings begin to drift, and 0.0154–0.0187 at 25 %. */
const DARK_ROOM = 0.014;
const MIN_DYNAMIC_RANGE_IN_DARK = 65;
/** DynamicRange below which even a bright scene shows no face: a silhouette. */
const MIN_DYNAMIC_RANGE = 50;
/** Laplacian variance that a sensor's noise makes in a picture without any detail, grey values squared: rendered persons
 * blurred by 6 px under noise of 2 grey values have 13.0–14.5. Without it a low contrast, as of dark skin, would let the
 * noise pass for detail. */
const NOISE_VARIANCE = 10;
/** Detail, see {@link detailOf}, below which the crop is blurred. 17 rendered persons (all skin tones, 100–125 px between
 * the eyes): sharp 0.17–2.0, blurred by 1 px 0.036–0.29, by 4 px 0.005–0.023, by 6 px 0.004–0.012; Chromium's fake
 * camera shows a motion JPEG with 1.36 times its grey variance and 1.35 times that of its Laplacian, noise included, and
 * 6 px then pass 0.015. Of each of 216 genuine clips nine frontal frames in ten have 0.084 and more. Five photographs at
 * 62 and 105 px: blurred by 1 px 0.026–0.19 whatever the compression (JPEG 25–92), by 6 px up to 0.009. Embeddings of the
 * photographs stay 0.99 like the sharp ones at 1.5 px, 0.96 at 4 px, 0.91 at 6 px. */
const MIN_DETAIL = 0.024;

/** Share of the frontal frames that must be good. */
const MIN_GOOD_SHARE = 0.6;
/** Frames that are embedded at least. */
const MIN_GOOD_FRAMES = 5;

/** Sharpness without contrast or noise: the Laplacian's variance, less that of noise, over the grey values' variance, the
 * latter taken from the entropy as if the values were normally distributed (H = log2 σ√(2πe)). Relative, because the
 * Laplacian alone grows with the square of the contrast, and a dark face has less of it than a light one under the same
 * lamp (requirement Q-04). */
function detailOf(face: FaceObservation): number {
  const variance = 2 ** (2 * face.entropyBits) / (2 * Math.PI * Math.E);
  return Math.max(0, face.sharpness - NOISE_VARIANCE) / variance;
}

/** Whether the room is dark, with or without a face in it. */
export function isDarkRoom({ backgroundRgb }: Pick<FrameObservation, 'backgroundRgb'>): boolean {
  return relativeLuminance(backgroundRgb) < DARK_ROOM;
}

function isTooDark(frame: FaceFrame): boolean {
  const { entropyBits } = frame.face;
  const minScore = isDarkRoom(frame) ? MIN_DYNAMIC_RANGE_IN_DARK : MIN_DYNAMIC_RANGE;
  return dynamicRangeScore(entropyBits) < minScore;
}

function isCut({ face, widthPx, heightPx }: FaceFrame): boolean {
  const { x, y, width, height } = face.boxPx;
  const [dx, dy] = [MAX_CUT * width, MAX_CUT * height];
  return x < -dx || y < -dy || x + width > widthPx + dx || y + height > heightPx + dy;
}

/** Whether a side edge is nearer to the eyes than a face is wide (OFIQ's LeftwardCrop and RightwardCrop). */
function isCropped({ face, widthPx }: FaceFrame): boolean {
  const [x] = face.eyeMidpointPx;
  return sideCropScore(Math.min(x, widthPx - x), face.iedPx) < MIN_SIDE_CROP;
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
  if (isTooDark(frame)) return 'light.too_dark';
  return isTurnedAway(frame.face) || frame.face.cheekLightRatio >= MIN_CHEEK_LIGHT ? null : 'light.uneven';
}

function faceDefects(frame: FaceFrame, profile: Profile): readonly ReasonCode[] {
  const { face } = frame;
  const eyesMayBeClosed = profile === 'no-gestures';
  const defects: readonly (ReasonCode | null | false)[] = [
    hasSecondFace(frame) && 'face.multiple',
    face.iedPx < MIN_IED_PX && !isTurnedAway(face) && 'face.too_far',
    (isCut(frame) || isCropped(frame)) && 'face.off_center',
    lightDefect(frame),
    isTurnedAway(face) && 'face.not_frontal',
    !eyesMayBeClosed && eyesOpenScore(face.lidGapRatio) < MIN_EYES_OPEN && 'face.eyes_closed',
    !isTurnedAway(face) && coveredPart(face, profile),
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
