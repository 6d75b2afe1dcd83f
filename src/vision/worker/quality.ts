import type { Point } from '../../core/geometry.js';
import { CHIP_SIDE_PX } from './align.js';

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

/** Few pixels in a cheek: wide bins, or the overlap would measure noise. */
const BINS = 16;

function histogramAround(grey: Uint8Array, [cx, cy]: Point, sidePx: number): Float64Array {
  const histogram = new Float64Array(BINS);
  const half = sidePx / 2;
  let count = 0;
  for (let y = Math.max(0, Math.round(cy - half)); y < Math.min(CHIP_SIDE_PX, cy + half); y += 1) {
    for (let x = Math.max(0, Math.round(cx - half)); x < Math.min(CHIP_SIDE_PX, cx + half); x += 1) {
      const bin = ((grey[y * CHIP_SIDE_PX + x] ?? 0) * BINS) >> 8;
      histogram[bin] = (histogram[bin] ?? 0) + 1;
      count += 1;
    }
  }
  return count === 0 ? histogram : histogram.map((value) => value / count);
}

/** Overlap of the two cheeks' luminance histograms, 0…1 (OFIQ IlluminationUniformity): squares of 0.3 inter-eye
 * distances below each eye, half-way to the mouth. All points in pixels of the chip. */
export function illuminationUniformity(
  grey: Uint8Array,
  rightEye: Point,
  leftEye: Point,
  mouth: Point,
): number {
  const sidePx = 0.3 * Math.hypot(leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]);
  const cheek = ([x, y]: Point): Point => [x, (y + mouth[1]) / 2];
  const right = histogramAround(grey, cheek(rightEye), sidePx);
  const left = histogramAround(grey, cheek(leftEye), sidePx);
  return right.reduce((sum, value, bin) => sum + Math.min(value, left[bin] ?? 0), 0);
}
