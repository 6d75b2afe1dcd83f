import type { Histogram } from './histogram.js';

/** Raw pixel measures on the aligned chip, after OFIQ 1.0.3 (ISO/IEC 29794-5; requirements 1b). No judgement here. */

/** Grey values 0–255 of an RGBA picture (ITU-R BT.601 luma). */
export function toGrey(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    grey[pixel] = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0) + 0.5;
  }
  return grey;
}

export function meanOf(grey: Uint8Array): number {
  let sum = 0;
  for (const value of grey) sum += value;
  return sum / grey.length;
}

/** Shannon entropy, bits, 0–8; 0 of nothing. */
export function entropyBits({ counts, total }: Histogram): number {
  let bits = 0;
  for (const count of counts) {
    if (count > 0) bits -= (count / total) * Math.log2(count / total);
  }
  return bits;
}

/** Share at or above `level`, 0…1; 0 of nothing. */
export function shareAtLeast({ counts, total }: Histogram, level: number): number {
  let count = 0;
  for (let value = level; value < counts.length; value += 1) count += counts[value] ?? 0;
  return total === 0 ? 0 : count / total;
}
