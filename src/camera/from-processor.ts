import { CandorError } from '../core/errors.js';
import type { FrameSink } from './frame-mailbox.js';

/** First rung of the ladder (requirement B-09): MediaStreamTrackProcessor on the window, which only Chromium has.
 * Safari has it in workers alone, where a transferred track would put the frames; it takes the next rung instead,
 * because a second worker only to read frames would cost more than `createImageBitmap` does. */

/** W3C mediacapture-transform; not in TypeScript's DOM types. */
export type TrackProcessorConstructor = new (init: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize?: number;
}) => { readonly readable: ReadableStream<VideoFrame> };

/** Undefined where the browser has none on the window. */
export function trackProcessor(): TrackProcessorConstructor | undefined {
  return (globalThis as { MediaStreamTrackProcessor?: TrackProcessorConstructor }).MediaStreamTrackProcessor; // as above
}

async function pump(reader: ReadableStreamDefaultReader<VideoFrame>, sink: FrameSink): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    sink.put(value, value.timestamp / 1_000);
  }
}

/** Null where there is no processor, or only its name: some builds have one that cannot be made. */
function readerOf(track: MediaStreamTrack): ReadableStreamDefaultReader<VideoFrame> | null {
  const Processor = trackProcessor();
  if (Processor === undefined) return null;
  try {
    return new Processor({ track, maxBufferSize: 1 }).readable.getReader();
  } catch {
    return null;
  }
}

/** Reads the track's frames into `sink` until the signal aborts or the track ends.
 * @returns whether this browser can. */
export function readFromProcessor(track: MediaStreamTrack, sink: FrameSink, signal: AbortSignal): boolean {
  const reader = readerOf(track);
  if (reader === null) return false;
  signal.addEventListener('abort', () => void reader.cancel().catch(() => {}), { once: true });
  pump(reader, sink).then(
    () => sink.fail(new CandorError('camera.lost')),
    (cause: unknown) => sink.fail(new CandorError('camera.lost', { cause })),
  );
  return true;
}
