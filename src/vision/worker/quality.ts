/** Raw pixel measures on the aligned chip, after OFIQ 1.0.3 (ISO/IEC 29794-5; requirements 1b). No judgement here.
 * Masks have one byte a pixel, 1 = face (contour.ts). */

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

/** Shannon entropy of the histogram of what is masked, bits, 0–8; 0 where nothing is. */
export function entropyBits(grey: Uint8Array, mask: Uint8Array): number {
  const histogram = new Uint32Array(256);
  let total = 0;
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    if (mask[pixel] !== 1) continue;
    const value = grey[pixel] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
    total += 1;
  }
  let bits = 0;
  for (const count of histogram) {
    if (count > 0) bits -= (count / total) * Math.log2(count / total);
  }
  return bits;
}

/** Share of what is masked at or above `level`, 0…1; 0 where nothing is. */
export function shareAtLeast(grey: Uint8Array, mask: Uint8Array, level: number): number {
  let [count, total] = [0, 0];
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    if (mask[pixel] !== 1) continue;
    total += 1;
    if ((grey[pixel] ?? 0) >= level) count += 1;
  }
  return total === 0 ? 0 : count / total;
}
