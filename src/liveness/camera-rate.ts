import { median } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import { framePeriodsMs } from './frame-clock.js';

/** Pictures per second that the camera must deliver: 7.5, which a webcam in dim light goes down to, less its jitter. What is
 * judged are analysed frames, of which a slow machine has fewer still and all checks must hold with; docs/liveness.md
 * has what was measured. */
const MIN_CAMERA_FPS = 6.5;

/** The median over neighbouring observations, so that a page that stalls for a moment is not taken for a slow camera.
 * `frameId` counts the pictures that were delivered, whether analysed or not. */
function cameraFps(observations: readonly FrameObservation[]): number {
  const periodsMs = framePeriodsMs(observations);
  return periodsMs.length === 0 ? 0 : 1_000 / median(periodsMs);
}

/** Whether the camera delivers too few pictures to judge by. One observation alone says nothing. */
export function isCameraTooSlow(observations: readonly FrameObservation[]): boolean {
  return observations.length > 1 && cameraFps(observations) < MIN_CAMERA_FPS;
}
