import { CLIP_DURATION_MS } from '../../src/core/types.js';
import { frameTimesMs } from '../../src/testing/index.js';
import type { Presentation } from './series.js';

/** What a machine analyses that takes 100 ms a frame. */
const ANALYSED_FPS = 10;
/** So that the face is tracked when the recording begins, as it is after positioning. */
const WARM_UP_MS = 300;

/** One picture for the worker. */
export interface FedFrame {
  /** Counts every picture that the camera delivers, fed or not. */
  readonly frameId: number;
  /** On the clip's clock. */
  readonly clipTimeMs: number;
  /** From the recording's start; negative while warming up. */
  readonly mediaTimeMs: number;
}

/** The pictures of the recording, and a few before it, at about ten a second and never between the camera's own. */
export function framesOf({ script, startAtMs }: Presentation): readonly FedFrame[] {
  const step = Math.max(1, Math.floor(script.framesPerSecond / ANALYSED_FPS));
  const first = Math.round((startAtMs * script.framesPerSecond) / 1000);
  return frameTimesMs(script)
    .map((clipTimeMs, frameId) => ({ frameId, clipTimeMs, mediaTimeMs: clipTimeMs - startAtMs }))
    .filter(({ frameId }) => (frameId - first) % step === 0)
    .filter(({ mediaTimeMs }) => mediaTimeMs >= -WARM_UP_MS - 1e-6 && mediaTimeMs <= CLIP_DURATION_MS);
}
