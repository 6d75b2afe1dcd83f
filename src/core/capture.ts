import type { CandorError } from './errors.js';
import type { SourceSignals } from './source.js';

/** Which camera is to be opened. */
export interface CameraWish {
  /** The camera that the seller switched to, or that was open before: a wish, because cameras are unplugged, ids change,
   * and some web views tell none but an empty one. */
  readonly deviceId?: string | undefined;
  /** Cameras that were open and showed no picture: the browser would choose them again. */
  readonly silentIds?: readonly string[] | undefined;
}

/** Shapes that the camera gives and the flow passes on. */

export interface CameraChoice {
  readonly deviceId: string;
  /** Empty where the browser keeps the name to itself: whoever shows the choices numbers it in their own language. */
  readonly label: string;
}

/** One picture. Whoever takes it closes it, or transfers it away. */
export interface CapturedFrame {
  readonly image: VideoFrame | ImageBitmap;
  readonly frameId: number;
  /** Camera clock, ms since the source's first frame. */
  readonly mediaTimeMs: number;
}

/** The newest frame wins: what nobody took in time is closed by the source. */
export interface FrameSource {
  /** The newest frame not yet taken; waits for one.
   * @throws `camera.lost` when the track ends, `camera.no_frames` when none comes for a while, the signal's reason on abort. */
  next(signal: AbortSignal): Promise<CapturedFrame>;
  /** Calls back for every delivered frame, taken or not. Returns the unsubscriber. */
  onFrame(listener: (mediaTimeMs: number) => void): () => void;
  close(): void;
}

/** An open camera. Its owner closes it on every exit path; closing is idempotent and stops all tracks. */
export interface Camera {
  readonly stream: MediaStream;
  /** Empty where the browser does not tell. */
  readonly deviceId: string;
  /** The camera's name; empty where the browser does not tell. */
  readonly label: string;
  /** Whether it was opened because the one that was asked for could not be. */
  readonly isStandIn: boolean;
  readonly frames: FrameSource;
  /** The cameras that the seller may switch to; only after permission. */
  choices(): Promise<readonly CameraChoice[]>;
  /** Calls back whenever a device comes or goes, until the camera is closed. */
  onDevicesChanged(listener: () => void): void;
  /** Settles (never rejects) when the camera goes away without `close`. */
  readonly lost: Promise<void>;
  /** Where its pictures come from, as far as the page can see; there soon after opening, never rejects. */
  readonly source: Promise<SourceSignals>;
  /** Asks the camera for no other picture any more, however the device is turned: a clip is about to be recorded. */
  keepShape(): void;
  close(): void;
}

/** A recorded clip. It stays in memory. */
export interface Clip {
  readonly blob: Blob;
  readonly mimeType: string;
  readonly durationMs: number;
}

/** The seller's own recording, or why there is none. Only the seller watches it, so the check does not need it. */
export type RecordedClip =
  | ({ readonly kind: 'recorded' } & Clip)
  /** The browser cannot record, or did not this time: `clip.unsupported`. */
  | { readonly kind: 'none'; readonly error: CandorError };

/** A recording that runs. */
export interface ClipRecording {
  /** Stops and gives the clip. @throws `camera.lost` when the camera went away meanwhile. */
  finish(durationMs: number): Promise<RecordedClip>;
  /** Stops and forgets. Idempotent. */
  discard(): void;
}
