import type { FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { PositionHint } from '../core/verdict.js';
import { type FaceFrame, hasFace } from './check.js';
import { frameDefects, isDarkRoom, MIN_IED_PX } from './quality.js';

/** Above the gate's limit, so that a person who sways a little stays good for the whole clip, px. */
const COMFORTABLE_IED_PX = 66;
/** Share of the picture's height that a face may fill, so that turning and leaning keep it inside; and in a picture so small
 * that little is left between that and too far. */
const MAX_FACE_HEIGHT = 0.8;
const MAX_FACE_HEIGHT_IN_SMALL = 0.9;
/** How many times the distance between the eyes a face is high: rendered persons have 2.6–2.8. */
const FACE_HEIGHT_PER_IED = 2.75;
/** Of a picture that is not small: from too far to too close there is half as much again. */
const ROOMY_IED_PX = 1.5 * MIN_IED_PX;
/** Below it, a face that is just near enough is already cut when it moves. Rendered persons in 320 × 240 have 78, in
 * 320 × 180 have 59. */
const LEAST_IED_PX = 1.15 * MIN_IED_PX;
/** How far the face's middle may be from the picture's, as a share of its width and height. */
const MAX_OFF_CENTER_X = 0.18;
const MAX_OFF_CENTER_Y = 0.2;
/** Mean grey value of a picture below which it is black all over, 0–255: a covered lens, in whose picture more light in the room changes
 * nothing. Chosen, not measured; the rendered dark room has several times as much. */
const BLACK_LUMINANCE = 8;
/** How much more of the two above is allowed to who has found the place: who sways over a limit is not sent to and fro. */
const LEEWAY = 0.06;

/** What the picture has room for. */
interface Room {
  readonly maxFaceHeight: number;
  /** Largest distance between the eyes, px. */
  readonly iedPx: number;
}

function roomOf({ heightPx }: FrameObservation): Room {
  const iedPx = (heightPx * MAX_FACE_HEIGHT) / FACE_HEIGHT_PER_IED;
  if (iedPx >= ROOMY_IED_PX) return { maxFaceHeight: MAX_FACE_HEIGHT, iedPx };
  return {
    maxFaceHeight: MAX_FACE_HEIGHT_IN_SMALL,
    iedPx: (heightPx * MAX_FACE_HEIGHT_IN_SMALL) / FACE_HEIGHT_PER_IED,
  };
}

/** Nearer to the gate's limit where the picture leaves no more, and for who has found the place. */
function comfortableIedPx({ iedPx }: Room, isPlaced: boolean): number {
  if (isPlaced) return MIN_IED_PX;
  return Math.min(COMFORTABLE_IED_PX, MIN_IED_PX + (iedPx - MIN_IED_PX) / 4);
}

function placeDefect(
  { face, widthPx, heightPx }: FaceFrame,
  { maxFaceHeight }: Room,
  leeway: number,
): PositionHint | null {
  const { x, y, width, height } = face.boxPx;
  if (height > (maxFaceHeight + leeway) * heightPx) return 'face.too_close';
  const offX = (x + width / 2) / widthPx - 0.5;
  const offY = (y + height / 2) / heightPx - 0.5;
  // The camera does not mirror: what is left in its picture is at the person's right, who then moves to the left.
  if (Math.abs(offX) > MAX_OFF_CENTER_X + leeway) return offX < 0 ? 'place_left' : 'place_right';
  if (Math.abs(offY) > MAX_OFF_CENTER_Y + leeway) return offY < 0 ? 'place_down' : 'place_up';
  return null;
}

/** The one thing to say while the seller finds the place, the most helpful first; null = the frame is good.
 * @param isPlaced - the person has found it, and may sway a little.
 * @param profile - nothing is asked here that the clip is not judged by. */
export function positioningHint(
  observation: FrameObservation,
  isPlaced = false,
  profile: Profile = 'standard',
): PositionHint | null {
  const room = roomOf(observation);
  // Before anything that the seller could do: nothing of it would help.
  if (room.iedPx < LEAST_IED_PX) return 'picture_too_small';
  const defects = frameDefects(observation, profile);
  const first = defects[0] ?? null;
  if (first === 'face.none' && observation.sceneLuminance < BLACK_LUMINANCE) return 'camera.no_frames';
  // Who sits in the dark is there, and cannot be found: light is what helps.
  if (first === 'face.none' && isDarkRoom(observation)) return 'light.too_dark';
  if (!hasFace(observation) || first === 'model.failed' || first === 'face.multiple') return first;
  if (observation.face.iedPx < comfortableIedPx(room, isPlaced) && !defects.includes('face.not_frontal'))
    return 'face.too_far';
  // A blink is no reason to say something.
  return (
    placeDefect(observation, room, isPlaced ? LEEWAY : 0) ??
    defects.find((defect) => defect !== 'face.eyes_closed') ??
    null
  );
}
