import type { Camera, ClipRecording, RecordedClip } from '../core/capture.js';
import { CandorError } from '../core/errors.js';
import { isSameShape, median } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import type { SourceSignals } from '../core/source.js';
import {
  type Action,
  type Challenge,
  CLIP_DURATION_MS,
  CLIP_TOLERANCE_MS,
  type LightStep,
  type Profile,
} from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';
import type { SellerVision } from '../vision/seller-vision.js';
import { type ChosenFrame, FrameSelector } from './frame-selector.js';
import type { LivenessPort } from './liveness-port.js';
import { ObservationWatch } from './observation-watch.js';

/** Longest wall-clock time for five seconds of media time before the camera is called too slow. */
const STALL_MS = 8_000;
const PROGRESS_EVERY_MS = 100;
/** Shortest time for which a colour stays, ms. Schedules change every 600 ms at most (requirement C-10); after a pause of
 * the camera, two changes that are due must not follow each other at once either. By the camera's clock and by the page's: frames
 * that were held up come together, and the screen shows their colours when they come. */
const MIN_COLOUR_MS = 500;
/** Half of the frames take longer, ms: of a machine on which embedding takes what time there is. A face takes as long as seven frames, every
 * 400 ms; of a machine six times slower than a server's two cores nine frames were left, and it takes 25 to judge (docs/phones.md). */
const SLOW_FRAME_MS = 35;
/** How long past the end a last frame may come: the recorder's clip ends with it, so it should be there. */
const LAST_FRAME_MS = 100;
/** Longest time without a picture before the end, ms: beyond it nobody knows what the seller did. The check's own limit. */
const MAX_UNSEEN_MS = 1_000;

/** Where the recording is. */
export interface CaptureProgress {
  /** Media time since the clip's start, ms. */
  readonly elapsedMs: number;
  readonly cue: Action | null;
  readonly colour: LightStep['rgb'] | null;
}

export interface CaptureInput {
  readonly camera: Camera;
  readonly vision: SellerVision;
  readonly liveness: LivenessPort;
  readonly profile: Profile;
  readonly challenge: Challenge;
  /** A defect for which frames are embedded all the same: the seller knows of it, and the check will say so. */
  readonly accepted: ReasonCode | null;
  readonly record: (camera: Camera) => Promise<ClipRecording>;
  readonly onProgress: (progress: CaptureProgress) => void;
}

export interface CaptureResult {
  readonly clip: RecordedClip;
  /** Analysed frames of the clip, media time from its start. */
  readonly observations: readonly FrameObservation[];
  readonly durationMs: number;
  /** Where the pictures came from, as far as the page can see. */
  readonly source: SourceSignals | null;
}

/** Follows the camera's clock from the first frame after the recording began. Between frames the clock goes on: a
 * camera that delivers a frame every third of a second must not make the clip longer. */
class ClipClock {
  /** The clip's length, ms. Rejects with `camera.no_frames`. */
  readonly ended: Promise<number>;
  #end: (durationMs: number) => void = () => {};
  #fail: (error: CandorError) => void = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #startMs: number | null = null;
  #reported: CaptureProgress = { elapsedMs: Number.NEGATIVE_INFINITY, cue: null, colour: null };
  #colourSinceMs = Number.NEGATIVE_INFINITY;
  #shownSinceMs = Number.NEGATIVE_INFINITY;
  readonly #input: CaptureInput;

  constructor(input: CaptureInput) {
    this.#input = input;
    this.ended = new Promise((resolve, reject) => {
      [this.#end, this.#fail] = [resolve, reject];
    });
    // Whoever races with it hears of it.
    this.ended.catch(() => {});
  }

  /** Media time since the clip's start, ms; negative before it. */
  elapsed(mediaTimeMs: number): number {
    return this.#startMs === null ? -1 : mediaTimeMs - this.#startMs;
  }

  tick(mediaTimeMs: number): void {
    this.#startMs ??= mediaTimeMs;
    const elapsedMs = this.elapsed(mediaTimeMs);
    this.stop();
    if (elapsedMs >= CLIP_DURATION_MS) {
      this.#end(elapsedMs);
      return;
    }
    const endMs = CLIP_DURATION_MS + LAST_FRAME_MS;
    this.#timer = setTimeout(() => this.#endAfter(elapsedMs, endMs), endMs - elapsedMs);
    this.#report(elapsedMs);
  }

  #endAfter(lastFrameMs: number, endMs: number): void {
    if (endMs - lastFrameMs <= MAX_UNSEEN_MS) {
      this.#end(endMs);
      return;
    }
    const detail = `none after ${Math.round(lastFrameMs)} ms of the recording`;
    const fail = (): void => this.#fail(new CandorError('camera.no_frames', { detail }));
    // After a pause of the whole page, the pictures that are due come behind this timer.
    this.#timer = setTimeout(fail, LAST_FRAME_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #report(elapsedMs: number): void {
    const { liveness, challenge, onProgress } = this.#input;
    const progress = {
      elapsedMs,
      cue: liveness.cueAt(challenge, elapsedMs),
      colour: this.#colour(elapsedMs),
    };
    const before = this.#reported;
    const changed = progress.cue !== before.cue || progress.colour !== before.colour;
    if (!changed && elapsedMs - before.elapsedMs < PROGRESS_EVERY_MS) return;
    this.#reported = progress;
    onProgress(progress);
  }

  #colour(elapsedMs: number): CaptureProgress['colour'] {
    const before = this.#reported.colour;
    const due = this.#input.liveness.colourAt(this.#input.challenge, elapsedMs);
    const nowMs = performance.now();
    const heldMs = Math.min(elapsedMs - this.#colourSinceMs, nowMs - this.#shownSinceMs);
    if (due === before || heldMs < MIN_COLOUR_MS) return before;
    [this.#colourSinceMs, this.#shownSinceMs] = [elapsedMs, nowMs];
    return due;
  }
}

/** Has the chosen frames embedded: at once, while the machine keeps up; once it does not, all that follow after the clip, in the
 * order in which they were chosen. */
class Embedder {
  readonly #vision: SellerVision;
  #isSlow = false;

  constructor(vision: SellerVision) {
    this.#vision = vision;
  }

  /** @param observed - the clip so far. */
  async take({ frameId, view }: ChosenFrame, observed: readonly FrameObservation[]): Promise<void> {
    this.#isSlow ||= median(observed.map(({ workMs }) => workMs)) > SLOW_FRAME_MS;
    if (this.#isSlow) await this.#vision.hold(frameId, view);
    else await this.#vision.embed(frameId, view);
  }
}

async function analyse(
  input: CaptureInput,
  clock: ClipClock,
  health: ObservationWatch,
  signal: AbortSignal,
): Promise<FrameObservation[]> {
  const observations: FrameObservation[] = [];
  const selector = new FrameSelector(input.liveness, input.profile, input.accepted);
  const embedder = new Embedder(input.vision);
  while (!signal.aborted) {
    const frame = await nextOrNull(input.camera, signal);
    if (frame === null) break;
    const elapsedMs = clock.elapsed(frame.mediaTimeMs);
    const observation = await input.vision.observe(frame.image, frame.frameId, elapsedMs);
    health.observed(observation);
    if (elapsedMs < 0 || elapsedMs > CLIP_DURATION_MS) continue;
    assertSameShape(observations[0] ?? observation, observation);
    observations.push(observation);
    for (const chosen of selector.next(observation)) {
      await embedder.take(chosen, observations);
      health.answered();
    }
  }
  return observations;
}

/** @throws `capture.interrupted`: a device that was turned shows another part of the scene, of which nothing says that it is the
 * same face. */
function assertSameShape(first: FrameObservation, now: FrameObservation): void {
  if (isSameShape(first, now)) return;
  const sizes = [first, now].map(({ widthPx, heightPx }) => `${widthPx} × ${heightPx}`);
  throw new CandorError('capture.interrupted', { detail: `the picture turned: ${sizes.join(', then ')}` });
}

async function nextOrNull(camera: Camera, signal: AbortSignal) {
  try {
    return await camera.frames.next(signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** Rejects when the clip cannot become whole: camera gone, camera too slow, aborted from outside. */
function brokenOff(camera: Camera, signal: AbortSignal, until: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new CandorError('camera.too_slow')), STALL_MS);
    until.addEventListener('abort', () => clearTimeout(timer), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: until });
    void camera.lost.then(() => reject(new CandorError('camera.lost')));
  });
}

function checkLength(durationMs: number): void {
  if (Math.abs(durationMs - CLIP_DURATION_MS) <= CLIP_TOLERANCE_MS) return;
  throw new CandorError('clip.wrong_length', { detail: `${Math.round(durationMs)} ms` });
}

/** Records exactly five seconds of media time, analyses every frame that the worker can take meanwhile, and has the
 * best ones embedded. Nothing is kept when it throws.
 * @throws `camera.lost`, `camera.too_slow`, `camera.no_frames`, `capture.interrupted`, `clip.wrong_length`, `runtime.*`, the signal's
 * reason. */
export async function capture(input: CaptureInput, signal: AbortSignal): Promise<CaptureResult> {
  signal.throwIfAborted();
  await input.vision.reset();
  const over = new AbortController();
  const clock = new ClipClock(input);
  input.camera.keepShape();
  const recording = await input.record(input.camera);
  const unsubscribe = input.camera.frames.onFrame((mediaTimeMs) => clock.tick(mediaTimeMs));
  const health = new ObservationWatch(input.camera.frames);
  try {
    const analysis = analyse(input, clock, health, over.signal);
    const failure = brokenOff(input.camera, signal, over.signal);
    // The analysis only ends by itself when it fails: until then the clock decides.
    const durationMs = await Promise.race([
      clock.ended,
      failure,
      health.broken,
      analysis.then(() => clock.ended),
    ]);
    over.abort();
    checkLength(durationMs);
    const [observations, clip, source] = await Promise.all([
      analysis,
      recording.finish(durationMs),
      input.camera.source,
    ]);
    return { clip, observations, durationMs, source };
  } catch (error) {
    recording.discard();
    throw error;
  } finally {
    over.abort();
    unsubscribe();
    health.stop();
    clock.stop();
  }
}
