import { randomUUID } from 'node:crypto';
import type { IndexedTemplate } from '../matching/template-index.js';

/** Synthetic templates, drawn as people's are: those of one person a cosine of about 0.7 apart, those of strangers of about 0. */

export const DIM = 512;
/** Standard deviation of each component's noise, against components of unit variance: cosine 1 / (1 + σ²) = 0.7. */
const NOISE = Math.sqrt(1 / 0.7 - 1);

/** Normally distributed numbers to cut pieces from: drawing each anew would take most of the bench. */
const NORMALS = Float32Array.from({ length: 2 ** 22 }, normal);

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

/** The mean of a person's templates, which are drawn around it; strangers' cosine is about 0. */
export function somebody(): Float32Array {
  const at = Math.floor(Math.random() * (NORMALS.length - DIM));
  return NORMALS.slice(at, at + DIM);
}

/** Another template of the same person, of unit length. */
export function again(person: Float32Array): Float32Array {
  const noise = somebody();
  let square = 0;
  for (let at = 0; at < DIM; at += 1) {
    const component = (person[at] ?? 0) + NOISE * (noise[at] ?? 0);
    noise[at] = component;
    square += component * component;
  }
  const norm = Math.sqrt(square);
  for (let at = 0; at < DIM; at += 1) noise[at] = (noise[at] ?? 0) / norm;
  return noise;
}

/** A gallery of two or three templates of each person, in the order in which they came. */
export function* gallery(
  count: number,
): Generator<{ readonly person: Float32Array; readonly vector: Float32Array }> {
  let person = somebody();
  for (let at = 0; at < count; at += 1) {
    if (at % 5 === 0 || at % 5 === 2) person = somebody();
    yield { person, vector: again(person) };
  }
}

export function templateOf(vector: Float32Array): IndexedTemplate {
  const verificationId = randomUUID();
  return { verificationId, holder: verificationId, groups: [], expiresAtMs: 1, vector };
}
