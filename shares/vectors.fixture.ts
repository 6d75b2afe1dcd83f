import type { Words } from './ring.js';
import { seededWords } from './three-parties.fixture.js';

/** Unit vectors for tests: the same each time. Loops, not `map`: ten thousand comparisons take millions of components. */

export function directions(seed: number, dim: number): () => Float32Array {
  const random = seededWords(seed);
  return () => {
    const words = random(dim);
    const vector = new Float32Array(dim);
    for (let at = 0; at < dim; at += 1) vector[at] = ((words[at] ?? 0) | 0) / 2 ** 31;
    return scaled(vector, 1 / Math.sqrt(dot(vector, vector)));
  };
}

/** A vector whose cosine to `from` is `similarity`, but for float32. */
export function near(from: Float32Array, other: Float32Array, similarity: number): Float32Array {
  const along = dot(from, other);
  // What is left of `other` without its part along `from` has the length √(1 − along²).
  const across = Math.sqrt((1 - similarity ** 2) / (1 - along ** 2));
  const vector = new Float32Array(from.length);
  for (let at = 0; at < vector.length; at += 1) {
    const component = from[at] ?? 0;
    vector[at] = similarity * component + across * ((other[at] ?? 0) - along * component);
  }
  return vector;
}

/** A new vector. */
export function scaled(vector: Float32Array, factor: number): Float32Array {
  const result = new Float32Array(vector.length);
  for (let at = 0; at < result.length; at += 1) result[at] = (vector[at] ?? 0) * factor;
  return result;
}

/** In double precision. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Of fixed-point vectors, as one would do it on paper: exact as long as it is below 2⁵³. */
export function plainDot(a: Words, b: Words): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += ((a[at] ?? 0) | 0) * ((b[at] ?? 0) | 0);
  return sum;
}
