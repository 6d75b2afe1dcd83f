import type { FrameObservation } from '../core/observation.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, fail, isSound, pass } from './check.js';

/** Share of the time for which neighbouring frames may be identical: a camera that changes its rate repeats some
 * (requirement I-05). Of the time and not of the frames, as a busy machine analyses fewer of them in some seconds. */
const MAX_FROZEN_SHARE = 0.2;
/** Later than this, no camera shows a picture again that had gone, ms. */
const RECURRENCE_MS = 200;
const MIN_FRAMES = 2;

function frozenShare(observations: readonly FrameObservation[]): number {
  const spanMs = (observations.at(-1)?.mediaTimeMs ?? 0) - (observations[0]?.mediaTimeMs ?? 0);
  const frozenMs = observations.reduce((sum, { pixelHash, mediaTimeMs }, index) => {
    const before = observations[index - 1];
    return before?.pixelHash === pixelHash ? sum + mediaTimeMs - before.mediaTimeMs : sum;
  }, 0);
  return frozenMs / Math.max(1, spanMs);
}

/** Whether a picture comes back after it had gone. One that is held, as by a camera that stalls for a moment, has not gone: for how
 * long it may be is {@link frozenShare}'s to say. */
function recurs(observations: readonly FrameObservation[]): boolean {
  const lastSeenMs = new Map<number, number>();
  return observations.some(({ pixelHash, mediaTimeMs }, index) => {
    const isHeld = observations[index - 1]?.pixelHash === pixelHash;
    const seenMs = lastSeenMs.get(pixelHash);
    lastSeenMs.set(pixelHash, mediaTimeMs);
    return !isHeld && seenMs !== undefined && mediaTimeMs - seenMs > RECURRENCE_MS;
  });
}

/** Whether the pictures are those of a sensor, whose noise is never the same twice (requirement I-05). Noise that is
 * added to a loop defeats it.
 * @param observations - of one clip, in order. */
export function checkRepeat(observations: readonly FrameObservation[]): CheckResult {
  if (!observations.every(isSound)) return absent('repeat', 'model.failed');
  if (observations.length < MIN_FRAMES) return absent('repeat', 'frames.too_few');
  if (frozenShare(observations) > MAX_FROZEN_SHARE) return fail('repeat', 'repeat.frozen');
  return recurs(observations) ? fail('repeat', 'repeat.recurring') : pass('repeat');
}
