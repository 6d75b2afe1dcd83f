import { isUnitVector } from '../src/envelope/embedding.js';
import { ShareError } from './errors.js';
import type { Words } from './ring.js';

/** Bits behind the point of a component; a product of two has twice as many.
 *
 * Nothing overflows: a vector of unit length and d components is at most 2¹³ + √d / 2 long once each component is rounded, so with
 * d = 512 the product of two is at most 8,203.4² < 2²⁶·⁰¹, and its difference to a threshold of −1…1 less than 2²⁷·⁰¹, where
 * 2³¹ is the limit. What is left, a factor of 15, is room for vectors that are longer than they should be.
 *
 * The rounding moves a similarity by √d / 2¹³ + d / 2²⁸ at most, which is 0.0028 for d = 512 (Cauchy and Schwarz, each component
 * off by half a step), and by 5 · 10⁻⁵ in the root mean square. */
export const FRACTION_BITS = 13;

/** The length of a unit vector. */
export const ONE = 2 ** FRACTION_BITS;
const ONE_SQUARED = ONE * ONE;

/** The components in two's complement. The argument and the result stay the caller's to wipe.
 * @param vector - of unit length to a thousandth, as on the wire; it is brought to unit length first.
 * @throws {@link ShareError} `shares.bad_input` when it is not. */
export function toFixedPoint(vector: Float32Array): Words {
  if (!isUnitVector(vector)) throw new ShareError('shares.bad_input', { detail: 'not of unit length' });
  let square = 0;
  for (const component of vector) square += component * component;
  const scale = ONE / Math.sqrt(square);
  return Uint32Array.from(vector, (component) => Math.round(component * scale));
}

/** The least product of two fixed-point vectors whose similarity reaches the threshold. Exact: 2²⁶ times a double loses nothing.
 * @param similarity - −1…1.
 * @throws {@link ShareError} `shares.bad_input` outside of it. */
export function toFixedThreshold(similarity: number): number {
  if (!(similarity >= -1 && similarity <= 1))
    throw new ShareError('shares.bad_input', { detail: 'threshold, −1…1' });
  return Math.ceil(similarity * ONE_SQUARED);
}
