import type { Camera } from '../core/capture.js';
import { distance } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { Vision } from '../vision/protocol.js';
import type { LivenessPort } from './ports.js';
import type { Hint } from './state.js';

/** How long the face must be good and still before the recording may start, ms. Without movements there is nothing but
 * the picture to judge by, so that it must be a calmer one; closed eyes are no reason to wait (requirement A-10). */
export const STEADY_MS: Readonly<Record<Profile, number>> = { standard: 1_000, 'no-gestures': 2_000 };
/** A single bad frame (a dropped landmark) does not start the time anew. */
const GRACE_MS = 200;
/** Drift of the eyes' midpoint within the steady time, in inter-eye distances. */
const MAX_DRIFT_IED = 0.35;

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

/** Watches the preview until aborted and says one thing at a time.
 * @throws what the camera, the worker or the embedding model failed with. */
export async function watchPosition(input: PositioningInput, signal: AbortSignal): Promise<never> {
  const steady = new SteadyFace(input.profile);
  let embeddingLoaded = false;
  let said: string | null = null;
  const say = (hint: Hint, ready: boolean): void => {
    const now = `${hint} ${ready}`;
    if (now !== said) input.onHint(hint, ready);
    said = now;
  };
  const loaded = input.vision.embeddingReady.then(() => {
    embeddingLoaded = true;
    return new Promise<never>(() => {});
  });
  const watch = async (): Promise<never> => {
    for (;;) {
      const observation = await observeNext(input, signal);
      const defect = input.liveness.positioningHint(observation);
      const isSteady = steady.next(observation, defect === null);
      if (defect !== null) say(defect, false);
      else if (!isSteady) say('hold_still', false);
      else say(embeddingLoaded ? 'ready' : 'preparing', embeddingLoaded);
    }
  };
  return Promise.race([watch(), loaded]);
}

async function observeNext(input: PositioningInput, signal: AbortSignal): Promise<FrameObservation> {
  const frame = await input.camera.frames.next(signal);
  const observation = await input.vision.observe(frame.image, frame.frameId, frame.mediaTimeMs);
  signal.throwIfAborted();
  return observation;
}
