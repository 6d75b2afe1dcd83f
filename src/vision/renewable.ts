import type { CandorError } from '../core/errors.js';
import type { FaceView, FrameObservation } from '../core/observation.js';
import type { EmbeddingRuntime, FrameImage } from './protocol.js';
import type { VisionWith, WorkerWith } from './seller-vision.js';

/** How often a worker is replaced before the seller hears of it: a driver that fails again and again will go on so. */
const MAX_RENEWALS = 2;

type Start<Result> = (signal: AbortSignal) => Promise<WorkerWith<Result>>;

/** A worker and, should it be lost, the next one. Whoever watches decides when that is so. */
export class RenewableVision<Result> implements VisionWith<Result> {
  readonly #start: Start<Result>;
  readonly #closed = new AbortController();
  #current: Promise<WorkerWith<Result>>;
  #renewals = 0;

  constructor(first: WorkerWith<Result>, start: Start<Result>) {
    this.#current = Promise.resolve(first);
    this.#start = start;
  }

  get embeddingReady(): Promise<EmbeddingRuntime> {
    return this.#current.then(({ embeddingReady }) => embeddingReady);
  }

  async observe(image: FrameImage, frameId: number, mediaTimeMs: number): Promise<FrameObservation> {
    const worker = await this.#current.catch((error: unknown) => {
      // Nobody else can: it was given away with this call.
      image.close();
      throw error;
    });
    return worker.observe(image, frameId, mediaTimeMs);
  }

  async embed(frameId: number, view?: FaceView): Promise<boolean> {
    return (await this.#current).embed(frameId, view);
  }

  async hold(frameId: number, view?: FaceView): Promise<boolean> {
    return (await this.#current).hold(frameId, view);
  }

  async finish(): Promise<Result> {
    return (await this.#current).finish();
  }

  async reset(): Promise<void> {
    await (await this.#current).reset();
  }

  async renew(because: CandorError): Promise<void> {
    if (this.#renewals === MAX_RENEWALS) throw because;
    this.#renewals += 1;
    this.#closeCurrent();
    // A browser that has just lost its GPU may refuse another context: what is said of it stays the loss.
    this.#current = this.#start(this.#closed.signal).catch(() => Promise.reject(because));
    await this.#current;
  }

  close(): void {
    this.#closed.abort(new DOMException('closed', 'AbortError'));
    this.#closeCurrent();
  }

  #closeCurrent(): void {
    this.#current.then(
      (worker) => worker.close(),
      () => {},
    );
  }
}
