/** All stages that only a seller who agreed needs, as one part: once it is there, nothing of the widget's code is left to
 * be fetched between the camera and the sealed envelope (wire-up.ts).
 * Storage alone is a part of its own: a seller who comes back may need it before they agree. */

export { openCamera } from '../camera/open-camera.js';
export { recordClip } from '../camera/record-clip.js';
export { afterVerdict } from '../liveness/after-verdict.js';
export { isCameraTooSlow } from '../liveness/camera-rate.js';
export { cueAt } from '../liveness/challenge.js';
export { faceView } from '../liveness/face-view.js';
export { colourAt } from '../liveness/light-schedule.js';
export { positioningHint } from '../liveness/positioning.js';
export { frameScore } from '../liveness/quality.js';
export { decide } from '../liveness/verdict.js';
export { startSellerVision } from '../vision/client.js';
export { capture } from './capture.js';
export { watchPosition } from './positioning.js';
export { sealVerification } from './seal-verification.js';
