/** How often each similarity was seen. Pairs go into the millions, so they are counted, not kept. */

/** Width of a bin. Thresholds are at its edges. */
export const BIN = 0.0005;
const BINS = Math.round(2 / BIN);
/** Bins between two thresholds of a curve. */
const STEP = 8;
/** Thresholds of a curve, −1…1. */
export const THRESHOLDS: readonly number[] = Array.from(
  { length: BINS / STEP + 1 },
  (_, index) => -1 + index * STEP * BIN,
);

/** All thresholds that there are, −1…1. */
export const EDGES: readonly number[] = Array.from({ length: BINS + 1 }, (_, bin) => -1 + bin * BIN);

export class SimilarityCounts {
  readonly #counts = new Uint32Array(BINS + 1);
  #total = 0;

  /** @param similarity - −1…1; higher is more alike. */
  add(similarity: number): void {
    if (!(similarity >= -1.001 && similarity <= 1.001)) throw new RangeError('a similarity is from -1 to 1');
    this.#addTo(Math.min(BINS, Math.max(0, Math.floor((similarity + 1) / BIN))), 1);
  }

  /** Adds pairs that were counted before.
   * @param edge - lower edge of their bin, as {@link entries} gives it. */
  addCounted(edge: number, pairs: number): void {
    const bin = Math.round((edge + 1) / BIN);
    if (!(bin >= 0 && bin <= BINS)) throw new RangeError('a similarity is from -1 to 1');
    this.#addTo(bin, pairs);
  }

  #addTo(bin: number, pairs: number): void {
    this.#counts[bin] = (this.#counts[bin] ?? 0) + pairs;
    this.#total += pairs;
  }

  get total(): number {
    return this.#total;
  }

  /** How many pairs are at least as alike as this threshold, which is a multiple of {@link BIN}. */
  atLeast(threshold: number): number {
    const from = Math.max(0, Math.round((threshold + 1) / BIN));
    let sum = 0;
    for (let bin = from; bin <= BINS; bin += 1) sum += this.#counts[bin] ?? 0;
    return sum;
  }

  below(threshold: number): number {
    return this.#total - this.atLeast(threshold);
  }

  /** The lowest threshold at which no larger share of these pairs is at or above it; 1 + {@link BIN} where even 1 is too
   * low. */
  lowestThreshold(share: number): number {
    let above = 0;
    for (let bin = BINS; bin >= 0; bin -= 1) {
      above += this.#counts[bin] ?? 0;
      if (above > share * this.#total) return -1 + (bin + 1) * BIN;
    }
    return -1;
  }

  /** Bins that are not empty, from the lowest: lower edge and count. */
  *entries(): Generator<readonly [edge: number, count: number]> {
    for (const [bin, count] of this.#counts.entries()) if (count > 0) yield [-1 + bin * BIN, count];
  }
}
