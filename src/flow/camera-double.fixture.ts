import type { Camera, CameraChoice, CapturedFrame, FrameSource } from '../core/capture.js';
import type { CandorError } from '../core/errors.js';
import { SOURCE } from './samples.fixture.js';

export type CameraIdentity = Pick<Camera, 'deviceId' | 'label' | 'isStandIn'>;

/** A camera whose frames come as fast as they are asked for, 100 ms of media time apart. */
export class CameraDouble implements Camera {
  readonly stream = {} as MediaStream; // the flow only passes it on
  readonly deviceId: string;
  readonly label: string;
  readonly isStandIn: boolean;
  readonly lost: Promise<void>;
  readonly source = Promise.resolve(SOURCE);
  readonly frames: FrameSource;
  #lose: () => void = () => {};
  #frameId = 0;
  readonly #listeners = new Set<(mediaTimeMs: number) => void>();
  readonly #onClose: () => void;
  #closed = false;
  #tellChange: () => void = () => {};
  listed: readonly CameraChoice[] = [];
  /** What its frames fail with, instead of coming. */
  failure: CandorError | null = null;

  constructor({ deviceId, label, isStandIn }: CameraIdentity, onClose: () => void) {
    this.deviceId = deviceId;
    this.label = label;
    this.isStandIn = isStandIn;
    this.#onClose = onClose;
    this.lost = new Promise((resolve) => {
      this.#lose = resolve;
    });
    this.frames = {
      next: (signal) => this.#next(signal),
      onFrame: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      close: () => {},
    };
  }

  async #next(signal: AbortSignal): Promise<CapturedFrame> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    signal.throwIfAborted();
    if (this.failure !== null) throw this.failure;
    this.#frameId += 1;
    const mediaTimeMs = this.#frameId * 100;
    for (const listener of this.#listeners) listener(mediaTimeMs);
    return { image: {} as ImageBitmap, frameId: this.#frameId, mediaTimeMs };
  }

  lose(): void {
    this.#lose();
  }

  choices(): Promise<readonly CameraChoice[]> {
    return Promise.resolve(this.listed);
  }

  onDevicesChanged(listener: () => void): void {
    this.#tellChange = listener;
  }

  plug(listed: readonly CameraChoice[]): void {
    this.listed = listed;
    this.#tellChange();
  }

  keepShape(): void {}

  close(): void {
    if (!this.#closed) this.#onClose();
    this.#closed = true;
  }
}
