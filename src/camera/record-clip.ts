import { withTimeout } from '../core/abort.js';
import type { Camera, Clip, ClipRecording, RecordedClip } from '../core/capture.js';
import { asCandorError, CandorError } from '../core/errors.js';

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

/** When the track ends, the recorder stops by itself and says nothing of the clip being short. It does so a moment
 * after the track; `stream.active` follows as late. */
function refuseCutShort(stream: MediaStream): void {
  if (stream.getTracks().some((track) => track.readyState === 'ended')) throw new CandorError('camera.lost');
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

  async finish(durationMs: number): Promise<RecordedClip> {
    try {
      refuseCutShort(this.#stream);
      return { kind: 'recorded', ...(await this.#clip(durationMs)) };
    } catch (error) {
      return noClip(error);
    } finally {
      this.discard();
    }
  }

  async #clip(durationMs: number): Promise<Clip> {
    // A recorder that could not encode has stopped by itself.
    if (this.#recorder.state === 'inactive')
      throw new CandorError('clip.unsupported', { cause: this.#cause, detail: 'stopped' });
    this.#recorder.stop();
    await withTimeout(STOP_TIMEOUT_MS, 'clip.unsupported', this.#over.signal, () => this.#stopped);
    const { mimeType } = this.#recorder;
    const blob = new Blob(this.#parts, { type: mimeType });
    if (blob.size === 0) throw new CandorError('clip.unsupported', { cause: this.#cause, detail: 'empty' });
    return { blob, mimeType, durationMs };
  }

  discard(): void {
    this.#over.abort();
    this.#parts = [];
    try {
      if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    } catch {
      // It records for nobody any more, and ends with the track.
    }
  }
}

/** @throws `camera.lost`, which ends more than the clip. */
function noClip(thrown: unknown): RecordedClip {
  const error = asCandorError(thrown, 'clip.unsupported');
  if (error.code === 'camera.lost') throw error;
  return { kind: 'none', error };
}

/** What takes a recording's place where the browser cannot record. */
function withoutRecorder(stream: MediaStream, error: unknown): ClipRecording {
  return {
    finish: async () => {
      refuseCutShort(stream);
      return noClip(error);
    },
    discard: () => {},
  };
}

/** Starts recording the camera's stream into memory. Where that does not work, there is no clip, and no error. */
export function recordClip({ stream }: Pick<Camera, 'stream'>): ClipRecording {
  try {
    return new Recording(stream, startRecorder(stream));
  } catch (error) {
    return withoutRecorder(stream, error);
  }
}
