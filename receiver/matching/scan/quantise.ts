/** Of rows: four bits. */
const ROW_MOST = 7;
/** Rows store a component plus this: a whole number from 1 to 15. */
export const CODE_OF_ZERO = 8;
/** Of probes: 14 bits, so that 15 · 8,191 · 2,048 components fit a sum of 32 bits whatever the vectors are. */
const PROBE_MOST = 8_191;
/** The most components a vector may have. */
export const MAX_DIM = 2_048;
/** More than a float32 loses of a positive number. */
const ROUND_UP = 1 + 2 ** -22;
/** More than the errors of the sums in double precision. */
const SLACK = 1e-9;

/** A vector ≈ `scale` · `components`. */
export interface Quantised {
  readonly components: Int8Array;
  /** A float32. */
  readonly scale: number;
  /** A float32, not below the Euclidean length of what the rounding left out. */
  readonly residual: number;
}

export function quantise(vector: Float32Array): Quantised {
  const scale = Math.fround(most(vector) / ROW_MOST);
  const components = new Int8Array(vector.length);
  round(vector, scale, ROW_MOST, components);
  return { components, scale, residual: Math.fround(residualOf(vector, components, scale) * ROUND_UP) };
}

/** What the kernel takes of a probe, for one threshold. */
export interface QuantisedProbe {
  readonly components: Int16Array;
  /** How much more the sum over a row's codes is than the sum over its components: the same for each row. */
  readonly excess: number;
  readonly scale: number;
  /** What a row's residual is multiplied by: no less than the probe's length. */
  readonly norm: number;
  /** No row that reaches the threshold has an estimate below this. */
  readonly bound: number;
}

/** With a = s·q + r for a row and b = s'·q' + r' for the probe,  ⟨a, b⟩ = s·s'·⟨q, q'⟩ + ⟨r, b⟩ + ⟨s·q, r'⟩, where by Cauchy and
 * Schwarz ⟨r, b⟩ ≤ ‖r‖·‖b‖ and ⟨s·q, r'⟩ ≤ (‖a‖ + ‖r‖)·‖r'‖. So every row with ⟨a, b⟩ at or above the threshold has
 * s·s'·⟨q, q'⟩ + ‖r‖·(‖b‖ + ‖r'‖)  ≥  threshold − ‖a‖·‖r'‖.
 * @param longest - no row is longer. */
export function quantiseProbe(vector: Float32Array, threshold: number, longest: number): QuantisedProbe {
  const scale = most(vector) / PROBE_MOST;
  const components = new Int16Array(vector.length);
  round(vector, scale, PROBE_MOST, components);
  const left = residualOf(vector, components, scale);
  const excess = CODE_OF_ZERO * components.reduce((sum, component) => sum + component, 0);
  const norm = (lengthOf(vector) + left) * ROUND_UP;
  return { components, excess, scale, norm, bound: threshold - longest * left - SLACK };
}

function most(vector: Float32Array): number {
  let largest = 0;
  for (const component of vector) largest = Math.max(largest, Math.abs(component));
  return largest;
}

function round(vector: Float32Array, scale: number, limit: number, into: Int8Array | Int16Array): void {
  for (let at = 0; at < vector.length; at += 1) {
    const value = Math.round((vector[at] ?? 0) / scale);
    into[at] = Math.max(-limit, Math.min(limit, value));
  }
}

function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (const component of vector) sum += component * component;
  return Math.sqrt(sum);
}

function residualOf(vector: Float32Array, components: Int8Array | Int16Array, scale: number): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) {
    const left = (vector[at] ?? 0) - scale * (components[at] ?? 0);
    sum += left * left;
  }
  return Math.sqrt(sum);
}
