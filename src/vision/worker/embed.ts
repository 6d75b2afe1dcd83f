import { wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { CaptureEmbedding } from '../../core/observation.js';
import { type EmbeddingModel, embeddingModel } from '../manifest.js';
import { CHIP_SIDE_PX } from './align.js';
import type { EmbeddingSession } from './session.js';

const PIXELS = CHIP_SIDE_PX * CHIP_SIDE_PX;

/** RGBA rows → planes of the model's channel order and range (1×3×side×side), the picture flipped left to right if asked. */
export function toPlanes(
  rgba: Uint8ClampedArray,
  flipped: boolean,
  {
    channelOrder,
    low,
    high,
  }: Pick<EmbeddingModel['input'], 'channelOrder' | 'low' | 'high'> = embeddingModel.input,
): Float32Array<ArrayBuffer> {
  const planes = new Float32Array(3 * PIXELS);
  const step = (high - low) / 255;
  for (let channel = 0; channel < 3; channel += 1) {
    const plane = (channelOrder === 'RGB' ? channel : 2 - channel) * PIXELS;
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      const column = pixel % CHIP_SIDE_PX;
      const from = flipped ? pixel - column + (CHIP_SIDE_PX - 1 - column) : pixel;
      planes[plane + pixel] = low + step * (rgba[4 * from + channel] ?? 0);
    }
  }
  return planes;
}

/** Scales to length 1 in place. @throws `runtime.model_failed` on NaN, infinities and the zero vector. */
export function normalise(vector: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length) || length < 1e-6)
    throw new CandorError('runtime.model_failed', { detail: 'embedding' });
  vector.forEach((value, index) => {
    vector[index] = value / length;
  });
  return vector;
}

/** Unit-length mean of vectors of one length. @throws `runtime.model_failed` when they cancel out. */
export function unitMean(vectors: readonly Float32Array<ArrayBuffer>[]): Float32Array<ArrayBuffer> {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    vector.forEach((value, index) => {
      sum[index] = (sum[index] ?? 0) + value;
    });
  }
  return normalise(sum);
}

/** Cosine similarity of unit vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function lowestSimilarity(vectors: readonly Float32Array[]): number {
  let lowest = 1;
  vectors.forEach((a, index) => {
    for (const b of vectors.slice(index + 1)) lowest = Math.min(lowest, dot(a, b));
  });
  return lowest;
}

/** One aligned face, its mirror image averaged in; length 1. The caller wipes it. */
export async function embedChip(
  session: EmbeddingSession,
  rgba: Uint8ClampedArray,
): Promise<Float32Array<ArrayBuffer>> {
  // Both before the first wait: the crop may be wiped during it.
  const views = [toPlanes(rgba, false), toPlanes(rgba, true)];
  const vectors: Float32Array<ArrayBuffer>[] = [];
  try {
    for (const view of views) vectors.push(normalise(await session.run(view)));
    return unitMean(vectors);
  } finally {
    wipe(...views, ...vectors);
  }
}

/** The embeddings of one capture, until they are averaged. */
export class Embeddings {
  #taken: Float32Array<ArrayBuffer>[] = [];

  take(embedding: Float32Array<ArrayBuffer>): void {
    this.#taken.push(embedding);
  }

  /** The mean of what was taken; then forgets it. @throws `embedding.low_quality` when nothing was taken. */
  finish(): CaptureEmbedding {
    const taken = this.#taken;
    if (taken.length === 0) throw new CandorError('embedding.low_quality');
    try {
      return {
        embedding: unitMean(taken),
        count: taken.length,
        lowestSimilarity: lowestSimilarity(taken),
        texture: { kind: 'absent' },
      };
    } finally {
      this.forget();
    }
  }

  forget(): void {
    wipe(...this.#taken);
    this.#taken = [];
  }
}
