import { wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { CaptureEmbedding } from '../../core/observation.js';
import { embeddingModel } from '../manifest.js';
import { toPlanes } from './planes.js';
import type { ModelSession } from './session.js';
import { type LiveSample, readingOf } from './texture.js';

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
  session: ModelSession,
  rgba: Uint8ClampedArray,
): Promise<Float32Array<ArrayBuffer>> {
  // Both before the first wait: the crop may be wiped during it.
  const views = [false, true].map((flipped) => toPlanes(rgba, flipped, embeddingModel.input));
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
  #turned: Float32Array<ArrayBuffer>[] = [];
  #samples: LiveSample[] = [];

  take(embedding: Float32Array<ArrayBuffer>, sample: LiveSample): void {
    this.#taken.push(embedding);
    this.#samples.push(sample);
  }

  /** A face that is turned away: it does not become part of the mean. */
  takeTurned(embedding: Float32Array<ArrayBuffer>): void {
    this.#turned.push(embedding);
  }

  /** The mean of what was taken; then forgets it. @throws `embedding.low_quality` when nothing was taken. */
  finish(): CaptureEmbedding {
    const taken = this.#taken;
    if (taken.length === 0) throw new CandorError('embedding.low_quality');
    try {
      const embedding = unitMean(taken);
      return {
        embedding,
        count: taken.length,
        lowestSimilarity: lowestSimilarity(taken),
        sameFaceSimilarity: embeddingModel.sameFaceSimilarity,
        // Each by itself: in a mean, one person's frames would hide another's.
        turnedSimilarities: this.#turned.map((turned) => dot(turned, embedding)),
        turnedFaceSimilarity: embeddingModel.turnedFaceSimilarity,
        texture: readingOf(this.#samples),
      };
    } finally {
      this.forget();
    }
  }

  forget(): void {
    wipe(...this.#taken, ...this.#turned);
    this.#taken = [];
    this.#turned = [];
    this.#samples = [];
  }
}
