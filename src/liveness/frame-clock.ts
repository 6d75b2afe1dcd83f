import { median } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';

/** How far a time may lie from the grid and still be on it, ms: one microsecond of rounding at either end. */
const ROUNDING_MS = 0.002;
/** Observations below which nothing is said: a second and a half of a clip that is half analysed. */
const MIN_FRAMES = 25;

/** The periods that someone who counts frames would choose, near the one that was measured, ms: of a whole rate, of a
 * whole rate cut to microseconds, of whole milliseconds. */
function roundPeriodsMs(periodMs: number): readonly number[] {
  const exactMs = 1_000 / Math.round(1_000 / periodMs);
  return [exactMs, Math.floor(exactMs * 1_000) / 1_000, Math.round(periodMs)];
}

/** Whether the frames' times were counted and not measured: every one of them lies, to the microsecond, on the grid of a
 * round period. Measured over 150 frames each in Chromium 156, gaps between neighbours: its fake camera sd 2.1 ms, a
 * canvas sd 0.9 ms, a generator that takes the page's clock sd 0.13 ms, one that counts sd 0.0005 ms and never more than
 * 0.001 ms off. An even grid alone says nothing, because a phone's sensor may be as even; a round period to within
 * 0.002 ms in five seconds, or 0.4 ppm, is better than any two crystals agree.
 * @param observations - of one clip, in order, with the camera's own times.
 * @returns null with too few frames to say. */
export function isCountedClock(observations: readonly FrameObservation[]): boolean | null {
  const periodsMs = framePeriodsMs(observations);
  if (observations.length < MIN_FRAMES || periodsMs.length === 0) return null;
  const periodMs = median(periodsMs);
  if (!Number.isFinite(periodMs) || periodMs <= 0) return null;
  return roundPeriodsMs(periodMs).some((roundMs) => isOnGrid(observations, roundMs));
}

/** Time from one delivered frame to the next, ms, of each two neighbouring observations: `frameId` counts the frames
 * between them. */
export function framePeriodsMs(observations: readonly FrameObservation[]): readonly number[] {
  return observations.slice(1).flatMap((after, index) => {
    const before = observations[index];
    if (before === undefined || after.frameId <= before.frameId) return [];
    return [(after.mediaTimeMs - before.mediaTimeMs) / (after.frameId - before.frameId)];
  });
}

/** By time alone: a browser that leaves a frame out does not count it. */
function isOnGrid(observations: readonly FrameObservation[], periodMs: number): boolean {
  const startMs = observations[0]?.mediaTimeMs ?? 0;
  return observations.every(({ mediaTimeMs }) => {
    const elapsedMs = mediaTimeMs - startMs;
    const countedMs = Math.round(elapsedMs / periodMs) * periodMs;
    return Math.abs(elapsedMs - countedMs) <= ROUNDING_MS;
  });
}
