import { CandorError } from '../core/errors.js';
import { type FrameSink, MOST_FAILED } from './frame-mailbox.js';
import { PictureChanges, smallCopyOf } from './picture-changes.js';

/** The lower rungs of the ladder (requirement B-09): the stream plays in a video element that nobody sees, and each new
 * picture is copied out of it. `requestVideoFrameCallback` says when there is one; without it, every animation frame
 * looks whether the pixels have changed. Neither runs while the page is hidden; then nothing is captured either. */

/** Calls back once per new picture, with the time of it, until the signal aborts. */
type Pictures = (video: HTMLVideoElement, onPicture: (atMs: number) => void, signal: AbortSignal) => void;

/** By the time of capture where the browser has it. Not by `mediaTime`: Firefox and Safari leave it at 0 for a camera. */
const byVideoFrame: Pictures = (video, onPicture, signal) => {
  let handle = 0;
  const next = (): void => {
    handle = video.requestVideoFrameCallback((now, { captureTime }) => {
      onPicture(captureTime ?? now);
      if (!signal.aborted) next();
    });
  };
  signal.addEventListener('abort', () => video.cancelVideoFrameCallback(handle), { once: true });
  next();
};

export const byAnimationFrame: Pictures = (video, onPicture, signal) => {
  const changes = new PictureChanges(smallCopyOf(video));
  let handle = 0;
  const next = (): void => {
    handle = requestAnimationFrame((now) => {
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && changes.isNew(now)) onPicture(now);
      if (!signal.aborted) next();
    });
  };
  signal.addEventListener('abort', () => cancelAnimationFrame(handle), { once: true });
  next();
};

/** How long a video that has a picture, on a page that is seen, may be without a call until nobody waits for one, ms. Less than a
 * camera may deliver nothing. */
const UNCALLED_MS = 2_000;
const LOOK_EVERY_MS = 250;

/** By video frame callbacks; by animation frames where the browser has those callbacks and never makes one. */
export const byVideoFrameIfCalled: Pictures = (video, onPicture, signal) => {
  const calls = new AbortController();
  let uncalledLooks = 0;
  const look = (): void => {
    // No browser calls while there is nothing to see, or nobody to see it.
    const isDue =
      video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && document.visibilityState !== 'hidden';
    uncalledLooks = isDue ? uncalledLooks + 1 : 0;
    if (uncalledLooks * LOOK_EVERY_MS < UNCALLED_MS) return;
    calls.abort();
    byAnimationFrame(video, onPicture, signal);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => calls.abort(), { once: true });
  calls.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  const called = (atMs: number): void => {
    clearInterval(timer);
    onPicture(atMs);
  };
  byVideoFrame(video, called, calls.signal);
};

function hiddenVideo(stream: MediaStream): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  // iOS would open its full-screen player otherwise (requirement B-05).
  video.playsInline = true;
  video.srcObject = stream;
  return video;
}

/** Copies the stream's pictures into `sink` until the signal aborts. */
export function readFromVideo(
  pictures: Pictures,
  stream: MediaStream,
  sink: FrameSink,
  signal: AbortSignal,
): void {
  const video = hiddenVideo(stream);
  const stop = new AbortController();
  const lose = (cause: unknown): void => {
    stop.abort();
    if (!signal.aborted) sink.fail(new CandorError('camera.lost', { cause }));
  };
  let copying = false;
  let failed = 0;
  const copy = async (atMs: number): Promise<void> => {
    // A picture that comes while the last one is still being copied is left out: the newest frame wins.
    if (copying) return;
    copying = true;
    try {
      const image = await createImageBitmap(video);
      failed = 0;
      if (stop.signal.aborted) image.close();
      else sink.put(image, atMs);
    } catch (cause) {
      failed += 1;
      if (failed === MOST_FAILED) lose(cause);
    } finally {
      copying = false;
    }
  };
  signal.addEventListener('abort', () => stop.abort(), { once: true });
  stop.signal.addEventListener('abort', () => {
    video.pause();
    video.srcObject = null;
  });
  pictures(video, (atMs) => void copy(atMs), stop.signal);
  video.play().catch(lose);
  // After a call or another program had the camera, iOS leaves the video paused, and the camera delivers.
  const resume = (): void => void video.play().catch(() => {});
  for (const track of stream.getVideoTracks())
    track.addEventListener('unmute', resume, { signal: stop.signal });
}
