import { withTimeout } from '../core/abort.js';
import type { CapturedFrame, FrameSource } from '../core/capture.js';
import { CandorError } from '../core/errors.js';
import { FrameDetacher } from './detach.js';
import { MediaClock } from './media-clock.js';

/** How long a camera may deliver nothing, ms. */
export const NO_FRAMES_MS = 5_000;
/** Pictures in a row that cannot be copied until the camera counts as gone. One may fail: while the camera starts, is reset or
 * changes its size. */
export const MOST_FAILED = 15;

/** Where a rung of the ladder puts its frames. */
export interface FrameSink {
  /** Takes over the image of a new picture. @param sourceTimeMs - on the source's own clock, whatever that is worth. */
  put(image: VideoFrame | ImageBitmap, sourceTimeMs: number): void;
  /** The source is over; `next` fails from now on. */
  fail(error: CandorError): void;
}

/** Holds the newest frame until someone takes it. Whatever is not taken is closed here. */
export class FrameMailbox implements FrameSource, FrameSink {
  #held: CapturedFrame | null = null;
  #failure: CandorError | null = null;
  #frameCount = 0;
  #failedCopies = 0;
  readonly #clock: MediaClock;
  readonly #detacher = new FrameDetacher();
  readonly #arrivals = new Set<() => void>();
  readonly #listeners = new Set<(mediaTimeMs: number) => void>();

  constructor(clock: MediaClock = new MediaClock()) {
    this.#clock = clock;
  }

  put(image: VideoFrame | ImageBitmap, sourceTimeMs: number): void {
    if (this.#failure !== null) {
      image.close();
      return;
    }
    this.#held?.image.close();
    const mediaTimeMs = this.#clock.at(sourceTimeMs);
    this.#held = { image, frameId: this.#frameCount, mediaTimeMs };
    this.#frameCount += 1;
    this.#wake();
    for (const listener of this.#listeners) listener(mediaTimeMs);
  }

  fail(error: CandorError): void {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.#held?.image.close();
    this.#held = null;
    this.#detacher.wipe();
    this.#wake();
  }

  async next(signal: AbortSignal): Promise<CapturedFrame> {
    for (;;) {
      const frame = await this.#taken(signal);
      const handedOut = await this.#handOut(frame);
      if (handedOut !== null) return handedOut;
    }
  }

  onFrame(listener: (mediaTimeMs: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.fail(new CandorError('camera.lost', { detail: 'closed' }));
  }

  async #taken(signal: AbortSignal): Promise<CapturedFrame> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#failure !== null) throw this.#failure;
      const frame = this.#held;
      this.#held = null;
      if (frame !== null) return frame;
      await withTimeout(NO_FRAMES_MS, 'camera.no_frames', signal, (waiting) => this.#arrival(waiting));
    }
  }

  /** @returns null for a frame that cannot be copied: the next one may be. */
  async #handOut(frame: CapturedFrame): Promise<CapturedFrame | null> {
    try {
      const image = await this.#detacher.detach(frame.image);
      this.#failedCopies = 0;
      return { ...frame, image };
    } catch (cause) {
      this.#failedCopies += 1;
      if (this.#failedCopies < MOST_FAILED) return null;
      throw new CandorError('camera.lost', { cause, detail: 'copy' });
    }
  }

  #arrival(waiting: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#arrivals.add(resolve);
      waiting.addEventListener('abort', () => this.#arrivals.delete(resolve), { once: true });
    });
  }

  #wake(): void {
    for (const resolve of this.#arrivals) resolve();
    this.#arrivals.clear();
  }
}
