import { withTimeout } from '../core/abort.js';
import type { Camera, Clip, ClipRecording } from '../core/capture.js';
import { CandorError } from '../core/errors.js';

/** What a clip may be recorded as, in order: VP8 first, because it takes the least of the processor that analyses the
 * frames meanwhile. Every browser has another subset (requirement B-08). */
export const CLIP_TYPES = [
  'video/webm;codecs=vp8',
  'video/webm;codecs=vp9',
  'video/webm;codecs=h264',
  'video/webm',
  'video/mp4;codecs=avc1.42E01E',
  'video/mp4',
] as const;

const BITS_PER_SECOND = 1_000_000;
/** How long the browser may take to hand over the end of the clip, ms. */
const STOP_TIMEOUT_MS = 3_000;

/** @returns the first type that the browser can record, or null. */
export function chooseClipType(isSupported: (type: string) => boolean): string | null {
  return CLIP_TYPES.find((type) => isSupported(type)) ?? null;
}

function startRecorder(stream: MediaStream): MediaRecorder {
  if (typeof MediaRecorder === 'undefined') throw new CandorError('clip.unsupported');
  const mimeType = chooseClipType((type) => MediaRecorder.isTypeSupported(type));
  if (mimeType === null) throw new CandorError('clip.unsupported', { detail: 'no type' });
  try {
    const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND });
    recorder.start();
    return recorder;
  } catch (cause) {
    throw new CandorError('clip.unsupported', { cause, detail: mimeType });
  }
}

class Recording implements ClipRecording {
  readonly #stream: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #over = new AbortController();
  readonly #stopped: Promise<void>;
  #parts: Blob[] = [];
  #cause: unknown;

  constructor(stream: MediaStream, recorder: MediaRecorder) {
    const { signal } = this.#over;
    this.#stream = stream;
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', (event) => this.#parts.push(event.data), { signal });
    recorder.addEventListener('error', (event) => (this.#cause = event), { signal });
    this.#stopped = new Promise((resolve) => {
      recorder.addEventListener('stop', () => resolve(), { signal });
    });
  }

  async finish(durationMs: number): Promise<Clip> {
    try {
      if (this.#isCutShort()) throw new CandorError('camera.lost', { cause: this.#cause });
      this.#recorder.stop();
      await withTimeout(STOP_TIMEOUT_MS, 'clip.unsupported', this.#over.signal, () => this.#stopped);
      const mimeType = this.#recorder.mimeType;
      const blob = new Blob(this.#parts, { type: mimeType });
      if (blob.size === 0) throw new CandorError('clip.unsupported', { detail: 'empty' });
      return { blob, mimeType, durationMs };
    } finally {
      this.discard();
    }
  }

  /** When the track ends, or encoding fails, the recorder stops by itself and says nothing of the clip being short. It
   * does so a moment after the track; `stream.active` follows as late. */
  #isCutShort(): boolean {
    const ended = this.#stream.getTracks().some((track) => track.readyState === 'ended');
    return ended || this.#recorder.state === 'inactive';
  }

  discard(): void {
    this.#over.abort();
    this.#parts = [];
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
  }
}

/** Starts recording the camera's stream into memory.
 * @throws `clip.unsupported` where the browser cannot record. */
export function recordClip(camera: Camera): ClipRecording {
  return new Recording(camera.stream, startRecorder(camera.stream));
}
