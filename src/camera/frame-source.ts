import type { FrameSink } from './frame-mailbox.js';
import { readFromProcessor } from './from-processor.js';
import { byAnimationFrame, byVideoFrameIfCalled, readFromVideo } from './from-video.js';

/** Feeds the track's frames to `sink` by the best way that this browser has (requirement B-09), until the signal
 * aborts.
 * @returns whether they carry the camera's own times; those that a video element gives are the element's. */
export function readFrames(
  stream: MediaStream,
  track: MediaStreamTrack,
  sink: FrameSink,
  signal: AbortSignal,
): boolean {
  if (readFromProcessor(track, sink, signal)) return true;
  const hasCallbacks = 'requestVideoFrameCallback' in HTMLVideoElement.prototype;
  readFromVideo(hasCallbacks ? byVideoFrameIfCalled : byAnimationFrame, stream, sink, signal);
  return false;
}
