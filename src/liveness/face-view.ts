import type { FaceView, FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';
import { frameDefects } from './quality.js';

/** How far a head is turned when its face is compared with the one from the front: far enough to belong to a turn, and not so
 * far that the model no longer knows it. */
const MIN_TURNED_DEG = 20;
const MAX_TURNED_DEG = 40;
/** A turned head reads as looking up. */
const MAX_TURNED_PITCH_DEG = 25;

/** From where a frame that may be embedded shows the face; null = it may not, for one of its {@link frameDefects}.
 * @param earlier - frames of the same clip. @param accepted - a defect that is not held against a frame. */
export function faceView(
  observation: FrameObservation,
  profile: Profile,
  earlier: readonly FrameObservation[] = [],
  accepted: ReasonCode | null = null,
): FaceView | null {
  const defects = frameDefects(observation, profile, earlier).filter((defect) => defect !== accepted);
  if (defects.length === 0) return 'front';
  const { face } = observation;
  if (face === null || defects.some((defect) => defect !== 'face.not_frontal')) return null;
  const turnedDeg = Math.abs(face.yawDeg);
  const isTurned = turnedDeg >= MIN_TURNED_DEG && turnedDeg <= MAX_TURNED_DEG;
  if (!isTurned || Math.abs(face.pitchDeg) > MAX_TURNED_PITCH_DEG) return null;
  return 'turned';
}
