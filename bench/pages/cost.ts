import type { CaptureEmbedding, FrameObservation } from '../../src/core/observation.js';
import { readClip } from './mjpeg.js';

/** The analysis worker of two builds over the same pictures, in turns, as one capture each. */

export interface CaptureCost {
  /** All that the worker did between the first picture and the payload's embedding, waiting included, ms. */
  readonly totalMs: number;
  /** Per picture, by the worker's own clock, ms. */
  readonly frameMs: readonly number[];
  /** From the clip's end to the embedding, ms. */
  readonly finishMs: number;
}

/** As much of either build's page side as is measured. */
interface MeasuredVision {
  readonly embeddingReady: Promise<unknown>;
  observe(image: ImageBitmap, frameId: number, mediaTimeMs: number): Promise<FrameObservation>;
  embed(frameId: number): Promise<boolean>;
  finish(): Promise<CaptureEmbedding>;
  reset(): Promise<void>;
  close(): void;
}

declare global {
  interface Window {
    measureCost(build: string, clip: string, captures: number): Promise<readonly CaptureCost[]>;
  }
}

const FRAMES = 150;
/** As the flow does: one frame of every 400 ms. */
const EMBED_EVERY = 12;
const WAIT_MS = 120_000;

async function start(build: string): Promise<MeasuredVision> {
  // Bundled by main.ts for each build, beside its assets.
  const { startVision } = await import(/* @vite-ignore */ `/${build}/client.js`);
  const options = { assetsUrl: `/${build}/assets/`, backend: 'wasm' };
  return startVision(options, AbortSignal.timeout(WAIT_MS));
}

async function captureOnce(vision: MeasuredVision, pictures: readonly Blob[]): Promise<CaptureCost> {
  await vision.reset();
  const frameMs: number[] = [];
  let totalMs = 0;
  for (const [id, picture] of pictures.entries()) {
    const image = await createImageBitmap(picture);
    const startedMs = performance.now();
    const { workMs, face } = await vision.observe(image, id, id * 33);
    if (face !== null && id % EMBED_EVERY === 0) await vision.embed(id);
    totalMs += performance.now() - startedMs;
    frameMs.push(workMs);
  }
  const endMs = performance.now();
  await vision.finish();
  const finishMs = performance.now() - endMs;
  return { totalMs: totalMs + finishMs, frameMs, finishMs };
}

window.measureCost = async (build, clip, captures) => {
  const vision = await start(build);
  try {
    const pictures = (await readClip(clip)).slice(0, FRAMES);
    const [first] = pictures;
    if (first === undefined) throw new Error('the clip is empty');
    // The second model is only loaded after a first picture.
    await vision.observe(await createImageBitmap(first), 0, 0);
    await vision.embeddingReady;
    const costs: CaptureCost[] = [];
    // The first one warms up.
    for (let run = 0; run <= captures; run += 1) costs.push(await captureOnce(vision, pictures));
    return costs.slice(1);
  } finally {
    vision.close();
  }
};
