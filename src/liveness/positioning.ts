import type { FrameObservation } from '../core/observation.js';
import type { ReasonCode } from '../core/verdict.js';
import { type FaceFrame, hasFace } from './check.js';
import { frameDefects, isDarkRoom } from './quality.js';

/** Above the gate's limit, so that a person who sways a little stays good for the whole clip, px. */
const COMFORTABLE_IED_PX = 66;
/** Share of the picture's height that a face may fill, so that turning and leaning keep it inside. */
const MAX_FACE_HEIGHT = 0.8;
/** How far the face's middle may be from the picture's, as a share of its width and height. */
const MAX_OFF_CENTER_X = 0.18;
const MAX_OFF_CENTER_Y = 0.2;

function placeDefect({ face, widthPx, heightPx }: FaceFrame): ReasonCode | null {
  const { x, y, width, height } = face.boxPx;
  if (height > MAX_FACE_HEIGHT * heightPx) return 'face.too_close';
  const offX = Math.abs(x + width / 2 - widthPx / 2) / widthPx;
  const offY = Math.abs(y + height / 2 - heightPx / 2) / heightPx;
  return offX > MAX_OFF_CENTER_X || offY > MAX_OFF_CENTER_Y ? 'face.off_center' : null;
}

/** The one thing to say while the seller finds the place, the most helpful first; null = the frame is good. */
export function positioningHint(observation: FrameObservation): ReasonCode | null {
  const defects = frameDefects(observation);
  const first = defects[0] ?? null;
  // Who sits in the dark is there, and cannot be found: light is what helps.
  if (first === 'face.none' && isDarkRoom(observation)) return 'light.too_dark';
  if (!hasFace(observation) || first === 'model.failed' || first === 'face.multiple') return first;
  if (observation.face.iedPx < COMFORTABLE_IED_PX && !defects.includes('face.not_frontal'))
    return 'face.too_far';
  // A blink is no reason to say something.
  return placeDefect(observation) ?? defects.find((defect) => defect !== 'face.eyes_closed') ?? null;
}
