import { wipe } from '../../src/core/bytes.js';
import type { FaceView, FrameObservation } from '../../src/core/observation.js';
import { FrameSelector } from '../../src/flow/frame-selector.js';
import { faceView } from '../../src/liveness/face-view.js';
import { frameScore } from '../../src/liveness/quality.js';
import { startVision } from '../../src/vision/client.js';
import type { Vision } from '../../src/vision/protocol.js';
import type { FedFrame } from './frames.js';
import type { RecordedSeries } from './series.js';

/** The page's half of the recorder (recorder.ts): runs in the browser, beside the built worker. */

/** Pictures that are fetched before they are needed, so that rendering and analysis overlap. */
const AHEAD = 3;
/** Pictures without a face between two clips: the tracker forgets, and each series is as if its clip came first. */
const BLANKS = 2;
/** Longest waits, ms: for a picture to be rendered on a busy machine, for the models to start. */
const PICTURE_TIMEOUT_MS = 120_000;
const START_TIMEOUT_MS = 120_000;

declare global {
  interface Window {
    readonly recordFrames: typeof recordFrames;
    readonly embedFrames: typeof embedFrames;
  }
}

export type PageRecording = Omit<RecordedSeries, 'name'>;

/** A frame that is good enough to be embedded, with its own embedding: for comparing ways to make a template, never kept. */
export interface EmbeddedFrame {
  /** The widget's template is made of those from the front alone. */
  readonly view: FaceView;
  /** From the recording's start. */
  readonly mediaTimeMs: number;
  /** What ranks frames, 0–100. */
  readonly score: number;
  /** Unit length. */
  readonly embedding: readonly number[];
}

/** One worker for all clips: starting one takes longer than a clip. */
let started: Promise<Vision> | undefined;

function vision(): Promise<Vision> {
  started ??= startVision({ assetsUrl: '/assets/', backend: 'wasm' }, AbortSignal.timeout(START_TIMEOUT_MS));
  return started;
}

async function pictureOf(index: number): Promise<ImageBitmap> {
  const response = await fetch(`/pictures/${index}`, { signal: AbortSignal.timeout(PICTURE_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`picture ${index}: HTTP ${response.status}`);
  return createImageBitmap(await response.blob());
}

/** The pictures of a clip in order, each asked for {@link AHEAD} pictures early. */
async function* picturesOf(frames: readonly FedFrame[]): AsyncGenerator<readonly [FedFrame, ImageBitmap]> {
  const coming: Promise<ImageBitmap>[] = frames.slice(0, AHEAD).map((_, index) => pictureOf(index));
  for (const [index, frame] of frames.entries()) {
    if (index + AHEAD < frames.length) coming.push(pictureOf(index + AHEAD));
    const picture = await coming.shift();
    if (picture !== undefined) yield [frame, picture];
  }
}

async function forgetFace(worker: Vision): Promise<void> {
  for (let blank = 0; blank < BLANKS; blank += 1) {
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height);
    await worker.observe(canvas.transferToImageBitmap(), 0, 0);
  }
  await worker.reset();
}

async function embeddingOf(worker: Vision, hasFront: boolean): Promise<PageRecording['embedded']> {
  if (!hasFront) return null;
  const { embedding, ...evidence } = await worker.finish();
  wipe(embedding);
  return evidence;
}

type FedPicture = readonly [Pick<FedFrame, 'frameId' | 'mediaTimeMs'>, ImageBitmap];

/** Analyses the server's pictures as the widget's capture does it with a camera's.
 * @throws what the worker throws. */
export function recordFrames(frames: readonly FedFrame[]): Promise<PageRecording> {
  return recordPictures(picturesOf(frames));
}

/** Embeds every picture of the recording that is good enough, from the front or turned, each by itself. */
export function embedFrames(frames: readonly FedFrame[]): Promise<readonly EmbeddedFrame[]> {
  return embedPictures(picturesOf(frames));
}

/** As {@link embedFrames}, wherever the pictures come from. */
export async function embedPictures(pictures: AsyncIterable<FedPicture>): Promise<readonly EmbeddedFrame[]> {
  const worker = await vision();
  await forgetFace(worker);
  await worker.embeddingReady;
  const earlier: FrameObservation[] = [];
  const embedded: EmbeddedFrame[] = [];
  for await (const [{ frameId, mediaTimeMs }, picture] of pictures) {
    const observation = await worker.observe(picture, frameId, mediaTimeMs);
    const view = mediaTimeMs < 0 ? null : faceView(observation, 'standard', earlier);
    earlier.push(observation);
    // As if from the front: a turned frame would only be compared with what was taken before, and give no embedding.
    if (view === null || !(await worker.embed(frameId, 'front'))) continue;
    const { embedding } = await worker.finish();
    embedded.push({ view, mediaTimeMs, score: frameScore(observation), embedding: [...embedding] });
  }
  return embedded;
}

/** As {@link recordFrames}, wherever the pictures come from. */
export async function recordPictures(pictures: AsyncIterable<FedPicture>): Promise<PageRecording> {
  const worker = await vision();
  await forgetFace(worker);
  await worker.embeddingReady;
  const selector = new FrameSelector({ faceView, frameScore }, 'standard');
  const observations: FrameObservation[] = [];
  const embeddedFrameIds: number[] = [];
  let hasFront = false;
  for await (const [{ frameId, mediaTimeMs }, picture] of pictures) {
    const observation = await worker.observe(picture, frameId, mediaTimeMs);
    if (mediaTimeMs < 0) continue;
    observations.push(observation);
    for (const { frameId: chosenId, view } of selector.next(observation)) {
      if (!(await worker.embed(chosenId, view))) continue;
      embeddedFrameIds.push(chosenId);
      hasFront ||= view === 'front';
    }
  }
  const embedded = await embeddingOf(worker, hasFront);
  return { observations, embedded, embeddedFrameIds };
}
