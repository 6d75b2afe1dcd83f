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

/** Variance of the 4-neighbour Laplacian: falls with blur. */
export function laplacianVariance(grey: Uint8Array, side: number): number {
  let sum = 0;
  let squares = 0;
  const at = (index: number): number => grey[index] ?? 0;
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const i = y * side + x;
      const value = at(i - 1) + at(i + 1) + at(i - side) + at(i + side) - 4 * at(i);
      sum += value;
      squares += value * value;
    }
  }
  const count = (side - 2) ** 2;
  return squares / count - (sum / count) ** 2;
}

/** Shannon entropy of the grey histogram, bits, 0–8. */
export function entropyBits(grey: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (const value of grey) histogram[value] = (histogram[value] ?? 0) + 1;
  let bits = 0;
  for (const count of histogram) {
    if (count === 0) continue;
    const share = count / grey.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/** Share of pixels at or above `level`, 0…1. */
export function shareAtLeast(grey: Uint8Array, level: number): number {
  let count = 0;
  for (const value of grey) if (value >= level) count += 1;
  return count / grey.length;
}
