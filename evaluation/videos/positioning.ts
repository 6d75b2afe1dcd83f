import type { FrameObservation } from '../../src/core/observation.js';
import { type Readiness, Watchfulness } from '../../src/flow/readiness.js';
import { positioningHint } from '../../src/liveness/positioning.js';
import type { Positioning } from '../report/positioning.js';

/** A seller's time before the recording, played over a video with the widget's own functions: what is said of each frame, and
 * when the recording may start. The camera's rate and a frozen camera, which the widget looks for besides, are no matter of a
 * video. */

/** Five seconds of a video that were analysed. */
export interface AnalysedStretch {
  readonly fromMs: number;
  readonly recording: { readonly observations: readonly FrameObservation[] };
}

interface Step {
  readonly atMs: number;
  readonly readiness: Readiness;
}

/** One after the other, as one time before the camera. */
function stepsOf(stretches: readonly AnalysedStretch[]): readonly Step[] {
  const watchfulness = new Watchfulness('standard');
  return stretches.flatMap(({ fromMs, recording }) =>
    recording.observations.map((observed) => {
      const observation = { ...observed, mediaTimeMs: fromMs + observed.mediaTimeMs };
      const hint = positioningHint(observation, watchfulness.isReady);
      return { atMs: observation.mediaTimeMs, readiness: watchfulness.next(observation, hint, true) };
    }),
  );
}

function firstMs(steps: readonly Step[], isMeant: (readiness: Readiness) => boolean): number | null {
  return steps.find(({ readiness }) => isMeant(readiness))?.atMs ?? null;
}

/** What stood there longest while the recording could not start. */
function longestHint(steps: readonly Step[]): Positioning['longestHint'] {
  let longest: Positioning['longestHint'] = null;
  let sinceMs = 0;
  for (const [index, { atMs, readiness }] of steps.entries()) {
    if (readiness.hint !== steps[index - 1]?.readiness.hint) sinceMs = atMs;
    const forMs = (steps[index + 1]?.atMs ?? atMs) - sinceMs;
    if (!readiness.ready && forMs > (longest?.forMs ?? 0)) longest = { hint: readiness.hint, forMs };
  }
  return longest;
}

/** @param stretches - of one video, from its start; those without a face too.
 * @returns null for a video of which nothing was analysed. */
export function positioningOf(video: string, stretches: readonly AnalysedStretch[]): Positioning | null {
  const steps = stepsOf(stretches);
  const last = steps.at(-1);
  if (last === undefined) return null;
  const ready = steps.filter(({ readiness }) => readiness.ready);
  return {
    video,
    lengthMs: last.atMs,
    readyAfterMs: firstMs(steps, (readiness) => readiness.ready),
    readyFrames: ready.length,
    frames: steps.length,
    lost: steps.filter((step, index) => !step.readiness.ready && steps[index - 1]?.readiness.ready).length,
    offeredAfterMs: firstMs(steps, ({ acceptable }) => acceptable !== null),
    longestHint: longestHint(steps),
  };
}
