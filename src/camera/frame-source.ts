import type { FrameSink } from './frame-mailbox.js';
import { readFromProcessor, trackProcessor } from './from-processor.js';
import { byAnimationFrame, byVideoFrame, readFromVideo } from './from-video.js';

/** Feeds the track's frames to `sink` by the best way that this browser has (requirement B-09), until the signal
 * aborts. */
export function readFrames(
  stream: MediaStream,
  track: MediaStreamTrack,
  sink: FrameSink,
  signal: AbortSignal,
): void {
  const Processor = trackProcessor();
  if (Processor !== undefined) readFromProcessor(Processor, track, sink, signal);
  else if ('requestVideoFrameCallback' in HTMLVideoElement.prototype)
    readFromVideo(byVideoFrame, stream, sink, signal);
  else readFromVideo(byAnimationFrame, stream, sink, signal);
}
