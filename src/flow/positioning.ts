import type { Camera } from '../core/capture.js';
import { CandorError, type ErrorCode } from '../core/errors.js';
import type { FrameObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { PositionHint } from '../core/verdict.js';
import type { SellerVision } from '../vision/seller-vision.js';
import type { LivenessPort } from './liveness-port.js';
import { ObservationWatch } from './observation-watch.js';
import { NOT_READY, type Readiness, Watchfulness } from './readiness.js';

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

/** How long the camera may deliver one and the same picture, ms. A sensor's noise never is the same twice. */
const FROZEN_MS = 2_000;

/** Watches for a camera that delivers, and always the same: a driver that hangs, or a phone that is a camera and has lost its
 * connection. */
class FrozenWatch {
  #first: FrameObservation | null = null;

  /** @returns whether the picture has stood for {@link FROZEN_MS}. */
  next(observation: FrameObservation): boolean {
    if (this.#first?.pixelHash !== observation.pixelHash) this.#first = observation;
    return observation.mediaTimeMs - (this.#first?.mediaTimeMs ?? 0) >= FROZEN_MS;
  }
}

export interface PositioningInput {
  readonly camera: Camera;
  readonly vision: SellerVision;
  readonly liveness: LivenessPort;
  readonly profile: Profile;
  /** Called only when something changed. */
  readonly onReadiness: (readiness: Readiness) => void;
}

/** What a new worker may put right, before the recording and without the seller's doing: the last three, where it was ended for the
 * memory that it takes, broke off, or is kept from answering. */
const CURABLE: readonly ErrorCode[] = [
  'runtime.gpu_lost',
  'runtime.frozen',
  'runtime.worker_failed',
  'runtime.model_failed',
  'runtime.timeout',
];

/** Watches the preview until aborted and says one thing at a time. A worker that is lost is replaced meanwhile.
 * @throws what the camera, the worker or the embedding model failed with. */
export async function watchPosition(input: PositioningInput, signal: AbortSignal): Promise<never> {
  const say = sayingChanges(input.onReadiness);
  for (;;) {
    try {
      await watchWorker(input, say, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CandorError && CURABLE.includes(error.code))) throw error;
      say(NOT_READY);
      await input.vision.renew(error);
      signal.throwIfAborted();
    }
  }
}

type Say = PositioningInput['onReadiness'];

function sayingChanges(onReadiness: Say): Say {
  let said: string | null = null;
  return (readiness) => {
    const now = JSON.stringify(readiness);
    if (now !== said) onReadiness(readiness);
    said = now;
  };
}

/** The same for as long as the worker lives. */
async function watchWorker(input: PositioningInput, say: Say, signal: AbortSignal): Promise<never> {
  const watchfulness = new Watchfulness(input.profile);
  const defectOf = defects(input);
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
      const defect = defectOf(observation, watchfulness.isReady);
      say(watchfulness.next(observation, defect, embeddingLoaded));
    }
  };
  try {
    return await Promise.race([watch(), loaded, health.broken]);
  } finally {
    over.abort();
    health.stop();
  }
}

/** What is wrong, frame by frame. A camera that is frozen before all that the seller could do; not where it also is slow, as the
 * way by animation frames is, which gives a picture that stands again 2.5 times a second. */
function defects({
  liveness,
  profile,
}: PositioningInput): (observation: FrameObservation, isPlaced: boolean) => PositionHint | null {
  const [recent, frozen] = [new Recent(), new FrozenWatch()];
  return (observation, isPlaced) => {
    const isSlow = liveness.isCameraTooSlow(recent.next(observation));
    if (frozen.next(observation) && !isSlow) return 'camera.no_frames';
    return liveness.positioningHint(observation, isPlaced, profile) ?? (isSlow ? 'camera.too_slow' : null);
  };
}

async function observeNext(input: PositioningInput, signal: AbortSignal): Promise<FrameObservation> {
  const frame = await input.camera.frames.next(signal);
  const observation = await input.vision.observe(frame.image, frame.frameId, frame.mediaTimeMs);
  signal.throwIfAborted();
  return observation;
}
