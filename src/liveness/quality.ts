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
import { coveredParts } from './visible-parts.js';

/** Which frames are good enough to be embedded (requirements Q-02…Q-05). A poor sample is the cheapest evasion, so this
 * is a security control; and it must not ask for a skin tone, so nothing here looks at how bright the skin is,
 * nor at head size or margins. */

/** Inter-eye distance below which the 112 × 112 crop would be enlarged, px. */
export const MIN_IED_PX = 60;
const MAX_YAW_DEG = 15;
/** More than for yaw: a head that looks straight ahead reads as -16 to +8 (nine rendered persons), because no face has the
 * proportions of the landmarker's, and a camera in a laptop's lid adds 7 and more. At 20 off in the reading an embedding still is 0.7
 * and more like the same person's at rest, and others' are 0.41 at most (docs/liveness.md). */
const MAX_PITCH_DEG = 20;
const MAX_ROLL_DEG = 20;
/** OFIQ scores (see ofiq.ts), of what is inside the face's contour. IlluminationUniformity ranks frames but gates none: in one
 * and the same light its overlap is 0.01–0.73 from person to person, and under a lamp from the side darker skin passes where
 * lighter skin fails. OverExposure 33 is 2 % of the face blown out: 14 rendered persons at good exposure before a white wall have
 * none of it, real ones had up to 0.2 %; under glare 2.4–98 %. */
const MIN_OVER_EXPOSURE = 33;
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
 * whether its light is enough. Behind the face, because with the face in it the measure would ask for a skin tone: 14
 * rendered persons, two of them in three tones from very light to very dark, have 0.010–0.012 at 20 % of good exposure,
 * where embeddings begin to drift, and 0.015–0.018 at 25 %. Their faces then have 3.6–5.0 bits, all of them below the limit;
 * at good exposure 5.6 and more. */
const DARK_ROOM = 0.014;
const MIN_DYNAMIC_RANGE_IN_DARK = 63;
/** DynamicRange below which even a bright scene shows no face: a silhouette. Faces at 5 % of good exposure before a white wall
 * have up to 3.1 bits, at 10 % 2.9–4.7; the limit is 3.6, as in a room at 25 % very dark skin has 3.8. */
const MIN_DYNAMIC_RANGE = 46;
/** Sharpness (worker/sharpness.ts) below which the face is blurred. Where it is lower, the embedding begins to change: five
 * photographs at 65 and 100 px between the eyes, blurred by 0–8 px, with noise and as JPEG (docs/liveness.md). A soft webcam of
 * 0.012–0.018 by the Laplacian's variance, which was asked before, has 0.26 and more where the default model's embedding
 * stays 0.85 like the sharp one's. 16 rendered persons blurred by 6 px have up to 0.20, sharp ones 0.32 and more. */
const MIN_SHARPNESS = 0.21;
/** Lid gap, as a share of the person's own with open eyes, below which they are closed; and one that no open eye was seen with.
 * Not one limit for all: 3.8 % of East Asian press photographs were "closed" by it, 1.7 % of all. 72 rendered persons blink down
 * to 0.33 of their own (median), and have 0.7 and more in nine frames of ten. */
const MIN_LID_SHARE = 0.5;
const LEAST_LID_GAP = 0.006;
/** Share of a person's frames in which their eyes may be more closed than when they are open. */
const OPEN_QUANTILE = 0.8;

/** Frames in which the head is turned, as asked, or which show somebody else, are not counted. */
const NOT_COUNTED: readonly ReasonCode[] = ['face.not_frontal', 'face.multiple'];
/** Share of the frontal frames that must be good. */
const MIN_GOOD_SHARE = 0.6;
/** Frames that are embedded at least. */
const MIN_GOOD_FRAMES = 5;

/** How far apart this person's lids are when their eyes are open, over {@link FaceObservation.eyeToChinPx}. */
function ownLidGap(frames: readonly FrameObservation[]): number {
  const gaps = frames.flatMap(({ face }) => (face === null || isTurnedAway(face) ? [] : [face.lidGapRatio]));
  return gaps.toSorted((a, b) => a - b)[Math.floor(OPEN_QUANTILE * gaps.length)] ?? 0;
}

function areEyesClosed({ lidGapRatio }: FaceObservation, openLidGap: number): boolean {
  return lidGapRatio < Math.max(LEAST_LID_GAP, MIN_LID_SHARE * openLidGap);
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

function faceDefects(frame: FaceFrame, profile: Profile, openLidGap: number): readonly ReasonCode[] {
  const { face } = frame;
  const eyesMayBeClosed = profile === 'no-gestures';
  const defects: readonly (ReasonCode | null | false)[] = [
    hasSecondFace(frame) && 'face.multiple',
    face.iedPx < MIN_IED_PX && !isTurnedAway(face) && 'face.too_far',
    (isCut(frame) || isCropped(frame)) && 'face.off_center',
    lightDefect(frame),
    isTurnedAway(face) && 'face.not_frontal',
    !eyesMayBeClosed && areEyesClosed(face, openLidGap) && 'face.eyes_closed',
    ...(isTurnedAway(face) ? [] : coveredParts(face, profile)),
    face.sharpness < MIN_SHARPNESS && 'image.blurry',
  ];
  return defects.filter((defect) => defect !== null && defect !== false);
}

/** Why a frame must not be embedded; empty = good. The profile `no-gestures` does not ask for open eyes.
 * @param others - frames of the same clip, before it or all of them: from them it is known how this person's open eyes look. */
export function frameDefects(
  observation: FrameObservation,
  profile: Profile = 'standard',
  others: readonly FrameObservation[] = [],
): readonly ReasonCode[] {
  return defectsOf(observation, profile, ownLidGap([...others, observation]));
}

function defectsOf(
  observation: FrameObservation,
  profile: Profile,
  openLidGap: number,
): readonly ReasonCode[] {
  if (!isSound(observation)) return ['model.failed'];
  return hasFace(observation) ? faceDefects(observation, profile, openLidGap) : ['face.none'];
}

/** Ranks frames for embedding, 0–100; higher is better. Says nothing about whether a frame may be embedded. */
export function frameScore(observation: FrameObservation): number {
  if (!isSound(observation) || !hasFace(observation)) return 0;
  const { face } = observation;
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
    (100 * face.sharpness) / (face.sharpness + MIN_SHARPNESS),
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
  const openLidGap = ownLidGap(faces);
  const defects = faces.map((frame) => defectsOf(frame, profile, openLidGap));
  // A second face that comes and goes is for one-face; frames that show it are not embedded.
  const frontal = defects.filter((reasons) => !reasons.some((reason) => NOT_COUNTED.includes(reason)));
  const good = frontal.filter((reasons) => reasons.length === 0).length;
  if (good >= MIN_GOOD_FRAMES && good >= MIN_GOOD_SHARE * frontal.length) return pass('quality');
  const reason = mostFrequent(frontal.flat()) ?? mostFrequent(defects.flat());
  return reason === undefined ? absent('quality', 'frames.too_few') : fail('quality', reason);
}
