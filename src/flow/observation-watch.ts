import type { FrameSource } from '../core/capture.js';
import { CandorError } from '../core/errors.js';
import type { FaceObservation, FrameObservation } from '../core/observation.js';

/** How long the camera may deliver while the worker answers nothing, ms. */
export const SILENT_MS = 2_000;
/** The most that one frame counts towards it, ms: after a pause of the camera, or of the whole device, the worker gets its
 * time anew. */
const MOST_PER_FRAME_MS = 250;
/** How long the landmarks may be the same to the last digit over pictures that differ, ms, and in how many of them. A living
 * face, and a still one under a sensor's noise, never are. */
const SAME_MS = 1_000;
const SAME_FRAMES = 4;

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function landmarksOf({ iedPx, eyeMidpointPx, yawDeg, pitchDeg, rollDeg, rigidPointsPx }: FaceObservation) {
  return [iedPx, ...eyeMidpointPx, yawDeg, pitchDeg, rollDeg, ...rigidPointsPx];
}

/** Whether the later one shows other pixels and yet the very same landmarks. */
function isStuck(before: FrameObservation, after: FrameObservation): boolean {
  if (before.face === null || after.face === null || before.pixelHash === after.pixelHash) return false;
  return sameNumbers(landmarksOf(before.face), landmarksOf(after.face));
}

/** Watches over the worker while the camera runs. A worker that answers nothing, or the same for ever, is broken; taken for
 * a seller who sits still, it would let them start, and hold the recording against them. */
export class ObservationWatch {
  /** Rejects with `runtime.frozen`, or never. */
  readonly broken: Promise<never>;
  readonly stop: () => void;
  readonly #mayBeSilent: () => boolean;
  #fail: (error: CandorError) => void = () => {};
  #silentMs = 0;
  #deliveredAtMs: number | null = null;
  #stuckSince: FrameObservation | null = null;
  #stuckFrames = 0;
  #last: FrameObservation | null = null;

  /** @param mayBeSilent - whether the worker has a reason to be: it starts a model. */
  constructor(frames: FrameSource, mayBeSilent: () => boolean = () => false) {
    this.#mayBeSilent = mayBeSilent;
    this.broken = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Whoever races with it hears of it; one that is stopped before is no unhandled rejection.
    this.broken.catch(() => {});
    this.stop = frames.onFrame((mediaTimeMs) => this.#delivered(mediaTimeMs));
  }

  /** The worker has answered something. */
  answered(): void {
    this.#silentMs = 0;
  }

  /** The worker has observed a frame. */
  observed(observation: FrameObservation): void {
    this.answered();
    const before = this.#last;
    this.#last = observation;
    if (before === null || !isStuck(before, observation)) {
      this.#stuckSince = null;
      return;
    }
    if (this.#stuckSince === null) [this.#stuckSince, this.#stuckFrames] = [before, 1];
    this.#stuckFrames += 1;
    const stuckMs = observation.mediaTimeMs - this.#stuckSince.mediaTimeMs;
    if (this.#stuckFrames >= SAME_FRAMES && stuckMs >= SAME_MS) this.#break('landmarks');
  }

  #delivered(mediaTimeMs: number): void {
    const sinceMs = this.#deliveredAtMs === null ? 0 : mediaTimeMs - this.#deliveredAtMs;
    this.#deliveredAtMs = mediaTimeMs;
    if (this.#mayBeSilent()) this.#silentMs = 0;
    else this.#silentMs += Math.min(sinceMs, MOST_PER_FRAME_MS);
    if (this.#silentMs >= SILENT_MS) this.#break('no answer');
  }

  #break(detail: string): void {
    this.stop();
    this.#fail(new CandorError('runtime.frozen', { detail }));
  }
}
