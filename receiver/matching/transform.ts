import { createCipheriv, createHmac } from 'node:crypto';

/** The deployment's secret orthogonal matrix, which stored templates are multiplied by.
 *
 * It keeps every angle, so that templates are compared as before, and it can be renewed without asking anybody to enrol
 * again. It is *not* irreversible: whoever has the seed turns every template back, and whoever has enough pairs of a
 * template before and after works the matrix out. Two deployments' templates do not compare (docs/matching.md).
 *
 * Construction, by the subgroup algorithm (Diaconis & Shahshahani 1987; Stewart 1980), which draws uniformly from all
 * orthogonal matrices: Q₁ = ±1 and Qₖ = H(xₖ) · diag(−sign xₖ[0], Qₖ₋₁), where xₖ is normally distributed in k dimensions
 * and H(x) = I − 2vvᵀ/vᵀv with v = x + sign(x[0])‖x‖e₀. The numbers of x₁, x₂, … x_dim come, in that order, from
 * Box and Muller's method over the key stream of AES-256-CTR (counter from zero) under
 * HMAC-SHA256(seed, "candor/transform/1\n" + dim). The matrix is never written out: dim²/2 numbers make it. */
export interface Transform {
  /** Names the seed, and tells nothing of it. */
  readonly transformId: string;
  readonly dim: number;
  /** A new vector; the argument stays the caller's to wipe.
   * @throws RangeError for another dimension. */
  rotate(vector: Float32Array): Float32Array<ArrayBuffer>;
  /** Undoes {@link rotate}. */
  restore(vector: Float32Array): Float32Array<ArrayBuffer>;
}

export const SEED_BYTES = 32;

/** @param seed - 32 bytes. */
export function transformIdOf(seed: Uint8Array): string {
  return createHmac('sha256', seed)
    .update('candor/transform-id/1')
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** @throws RangeError unless the seed is 32 bytes and the dimension a whole number above 0. */
export function transformOf(seed: Uint8Array, dim: number): Transform {
  if (seed.length !== SEED_BYTES || !Number.isInteger(dim) || dim < 1)
    throw new RangeError(`a matrix takes ${SEED_BYTES} bytes and a dimension`);
  const reflections = reflectionsOf(seed, dim);
  const checked = (vector: Float32Array): Float64Array => {
    if (vector.length !== dim) throw new RangeError(`expected ${dim} numbers, got ${vector.length}`);
    return Float64Array.from(vector);
  };
  return {
    transformId: transformIdOf(seed),
    dim,
    rotate: (vector) => {
      const turned = checked(vector);
      for (const reflection of reflections) apply(reflection, turned, 'forward');
      return narrowed(turned);
    },
    restore: (vector) => {
      const turned = checked(vector);
      for (const reflection of reflections.toReversed()) apply(reflection, turned, 'back');
      return narrowed(turned);
    },
  };
}

interface Reflection {
  /** Unit length; acts on the last `axis.length` numbers of a vector. */
  readonly axis: Float64Array;
  readonly sign: 1 | -1;
}

function reflectionsOf(seed: Uint8Array, dim: number): readonly Reflection[] {
  const draw = normals(seed, dim);
  return Array.from({ length: dim }, (_, at) => {
    const axis = Float64Array.from({ length: at + 1 }, draw);
    const [first = 0] = axis;
    const sign = first < 0 ? 1 : -1;
    axis[0] = first - sign * norm(axis);
    const length = norm(axis);
    return { axis: axis.map((component) => component / length), sign };
  });
}

/** Normally distributed numbers, reproducible from the seed. */
function normals(seed: Uint8Array, dim: number): () => number {
  const key = createHmac('sha256', seed).update(`candor/transform/1\n${dim}`).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const blank = Buffer.alloc(16);
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const block = cipher.update(blank);
    // 48 bits each; the first in (0, 1], because it goes into a logarithm.
    const radius = Math.sqrt(-2 * Math.log((block.readUIntLE(0, 6) + 1) / 2 ** 48));
    const angle = 2 * Math.PI * (block.readUIntLE(8, 6) / 2 ** 48);
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

function apply({ axis, sign }: Reflection, vector: Float64Array, way: 'forward' | 'back'): void {
  const tail = vector.subarray(vector.length - axis.length);
  if (way === 'forward') tail[0] = (tail[0] ?? 0) * sign;
  let along = 0;
  for (let at = 0; at < axis.length; at += 1) along += (axis[at] ?? 0) * (tail[at] ?? 0);
  for (let at = 0; at < axis.length; at += 1) tail[at] = (tail[at] ?? 0) - 2 * along * (axis[at] ?? 0);
  if (way === 'back') tail[0] = (tail[0] ?? 0) * sign;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, component) => sum + component * component, 0));
}

function narrowed(wide: Float64Array): Float32Array<ArrayBuffer> {
  const narrow = Float32Array.from(wide);
  wide.fill(0);
  return narrow;
}
