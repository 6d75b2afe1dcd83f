import { withTimeout } from '../../src/core/abort.js';
import { CLIP_DURATION_MS } from '../../src/core/types.js';
import { type EmbeddedFrame, embedPictures, type PageRecording, recordPictures } from '../harness/in-page.js';

/** The page's half of record.ts: plays a video file into the worker, five seconds at a time. */

declare global {
  interface Window {
    readonly openVideo: typeof openVideo;
    readonly recordStretch: typeof recordStretch;
    readonly embedStretch: typeof embedStretch;
  }
}

const STEP_MS = 100;
/** Pictures before the five seconds, so that the face is tracked. */
const WARM_UP = 3;
/** Every how many of a camera's pictures one is analysed. */
const FRAMES_PER_STEP = 3;
const WAIT_MS = 30_000;
/** What a good webcam gives; larger pictures are scaled down to fit. */
const MOST_WIDTH_PX = 1280;
const MOST_HEIGHT_PX = 720;
/** Beyond any end: a recording that does not know its length finds out when it is asked to go there. */
const FAR_S = 1e6;

const video = document.createElement('video');
video.muted = true;
video.preload = 'auto';

function happened(event: 'loadeddata' | 'seeked', start: () => void): Promise<void> {
  return withTimeout(WAIT_MS, 'runtime.timeout', new AbortController().signal, (waiting) => {
    const { promise, resolve, reject } = deferred();
    video.addEventListener(event, () => resolve(), { once: true, signal: waiting });
    video.addEventListener('error', () => reject(new Error(video.error?.message || 'not a video')), {
      once: true,
      signal: waiting,
    });
    start();
    return promise;
  });
}

function deferred() {
  let resolve: () => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<void>((keep, fail) => {
    resolve = keep;
    reject = fail;
  });
  return { promise, resolve, reject };
}

function seek(atS: number): Promise<void> {
  return happened('seeked', () => {
    video.currentTime = atS;
  });
}

/** @returns its length, ms. @throws Error when this browser cannot play it. */
export async function openVideo(url: string): Promise<number> {
  await happened('loadeddata', () => {
    video.src = url;
  });
  if (!Number.isFinite(video.duration)) await seek(FAR_S);
  if (video.videoWidth === 0) throw new Error('it has no pictures');
  return 1_000 * video.duration;
}

function picture(): Promise<ImageBitmap> {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, MOST_WIDTH_PX / videoWidth, MOST_HEIGHT_PX / videoHeight);
  return createImageBitmap(video, {
    resizeWidth: Math.round(scale * videoWidth),
    resizeHeight: Math.round(scale * videoHeight),
    resizeQuality: 'medium',
  });
}

async function* picturesFrom(fromMs: number) {
  const last = CLIP_DURATION_MS / STEP_MS;
  for (let step = -WARM_UP; step < last; step += 1) {
    await seek(Math.max(0, fromMs + step * STEP_MS) / 1_000);
    const frame = { frameId: (step + WARM_UP) * FRAMES_PER_STEP, mediaTimeMs: step * STEP_MS };
    yield [frame, await picture()] as const;
  }
}

/** Analyses five seconds of the open video as the widget's capture does it with a camera's. */
export function recordStretch(fromMs: number): Promise<PageRecording> {
  return recordPictures(picturesFrom(fromMs));
}

/** As {@link recordStretch}, but every good frame's embedding by itself. */
export function embedStretch(fromMs: number): Promise<readonly EmbeddedFrame[]> {
  return embedPictures(picturesFrom(fromMs));
}
