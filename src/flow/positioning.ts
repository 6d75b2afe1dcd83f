import type { Camera } from '../core/capture.js';
import { CandorError, type ErrorCode } from '../core/errors.js';
import { distance } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { Vision } from '../vision/protocol.js';
import { ObservationWatch } from './observation-watch.js';
import type { LivenessPort } from './ports.js';
import type { Hint } from './state.js';

/** How long the face must be good and still before the recording may start, ms. Without movements there is nothing but
 * the picture to judge by, so that it must be a calmer one; closed eyes are no reason to wait (requirement A-10). */
export const STEADY_MS: Readonly<Record<Profile, number>> = { standard: 1_000, 'no-gestures': 2_000 };
/** A single bad frame (a dropped landmark) does not start the time anew. */
const GRACE_MS = 200;
/** Drift of the eyes' midpoint within the steady time, in inter-eye distances. */
const MAX_DRIFT_IED = 0.35;

/** Media time over which the camera's rate is judged, ms, and the least of it that says something. */
const RATE_MS = 2_000;
const RATE_LEAST_MS = 1_000;

/** The newest observations, for the camera's rate. */
class Recent {
  #observations: readonly FrameObservation[] = [];

  /** @returns those of the last {@link RATE_MS}; none before they say something. */
  next(observation: FrameObservation): readonly FrameObservation[] {
    const sinceMs = observation.mediaTimeMs - RATE_MS;
    this.#observations = [...this.#observations, observation].filter(
      ({ mediaTimeMs }) => mediaTimeMs >= sinceMs,
    );
    const spanMs = observation.mediaTimeMs - (this.#observations[0]?.mediaTimeMs ?? 0);
    return spanMs < RATE_LEAST_MS ? [] : this.#observations;
  }
}

interface Steadiness {
  readonly sinceMs: number;
  readonly lastGoodMs: number;
  readonly from: FrameObservation;
}

function drifted(from: FrameObservation, to: FrameObservation): boolean {
  if (from.face === null || to.face === null) return true;
  return distance(from.face.eyeMidpointPx, to.face.eyeMidpointPx) > MAX_DRIFT_IED * from.face.iedPx;
}

function begin(observation: FrameObservation): Steadiness {
  return { sinceMs: observation.mediaTimeMs, lastGoodMs: observation.mediaTimeMs, from: observation };
}

/** Follows how long the face has been good; pure but for its own memory. */
export class SteadyFace {
  readonly #steadyMs: number;
  #steady: Steadiness | null = null;

  constructor(profile: Profile) {
    this.#steadyMs = STEADY_MS[profile];
  }

  /** @param good - whether the frame needs no hint.
   * @returns whether the face has been good and still for as long as {@link STEADY_MS} asks. */
  next(observation: FrameObservation, good: boolean): boolean {
    const before = this.#steady;
    if (!good) {
      if (before !== null && observation.mediaTimeMs - before.lastGoodMs > GRACE_MS) this.#steady = null;
      return false;
    }
    const restart = before === null || drifted(before.from, observation);
    this.#steady = restart ? begin(observation) : { ...before, lastGoodMs: observation.mediaTimeMs };
    return observation.mediaTimeMs - this.#steady.sinceMs >= this.#steadyMs;
  }
}

export interface PositioningInput {
  readonly camera: Camera;
  readonly vision: Vision;
  readonly liveness: LivenessPort;
  readonly profile: Profile;
  /** Called only when something changed. */
  readonly onHint: (hint: Hint, ready: boolean) => void;
}

/** What a new worker may put right, before the recording and without the seller's doing. */
const CURABLE: readonly ErrorCode[] = ['runtime.gpu_lost', 'runtime.frozen'];

/** Watches the preview until aborted and says one thing at a time. A worker that is lost is replaced meanwhile.
 * @throws what the camera, the worker or the embedding model failed with. */
export async function watchPosition(input: PositioningInput, signal: AbortSignal): Promise<never> {
  const say = sayingChanges(input.onHint);
  for (;;) {
    try {
      await watchWorker(input, say, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CandorError && CURABLE.includes(error.code))) throw error;
      say('preparing', false);
      await input.vision.renew(error);
      signal.throwIfAborted();
    }
  }
}

type Say = PositioningInput['onHint'];

function sayingChanges(onHint: Say): Say {
  let said: string | null = null;
  return (hint, ready) => {
    const now = `${hint} ${ready}`;
    if (now !== said) onHint(hint, ready);
    said = now;
  };
}

/** The same for as long as the worker lives. */
async function watchWorker(input: PositioningInput, say: Say, signal: AbortSignal): Promise<never> {
  const steady = new SteadyFace(input.profile);
  const recent = new Recent();
  let embeddingLoaded = false;
  const loaded = input.vision.embeddingReady.then(() => {
    embeddingLoaded = true;
    return new Promise<never>(() => {});
  });
  const health = new ObservationWatch(input.camera.frames, () => !embeddingLoaded);
  // Another one may have taken this one's place.
  const over = new AbortController();
  const watch = async (): Promise<never> => {
    for (;;) {
      const observation = await observeNext(input, signal);
      over.signal.throwIfAborted();
      health.observed(observation);
      const isSlow = input.liveness.isCameraTooSlow(recent.next(observation));
      const defect = input.liveness.positioningHint(observation) ?? (isSlow ? 'camera.too_slow' : null);
      const isSteady = steady.next(observation, defect === null);
      if (defect !== null) say(defect, false);
      else if (!isSteady) say('hold_still', false);
      else say(embeddingLoaded ? 'ready' : 'preparing', embeddingLoaded);
    }
  };
  try {
    return await Promise.race([watch(), loaded, health.broken]);
  } finally {
    over.abort();
    health.stop();
  }
}

async function observeNext(input: PositioningInput, signal: AbortSignal): Promise<FrameObservation> {
  const frame = await input.camera.frames.next(signal);
  const observation = await input.vision.observe(frame.image, frame.frameId, frame.mediaTimeMs);
  signal.throwIfAborted();
  return observation;
}
