import type { Point } from '../../core/geometry.js';
import { toLinear } from '../../core/srgb.js';
import { MEASURED_CHIP } from './align.js';

const { sidePx: CHIP_SIDE_PX } = MEASURED_CHIP;

/** Few pixels in a cheek: wide bins, or the overlap would measure noise. */
const BINS = 16;

/** Grey values of a square of the chip; empty where it lies outside. */
function squareAround(grey: Uint8Array, [cx, cy]: Point, sidePx: number): Uint8Array {
  const half = sidePx / 2;
  const [left, top] = [Math.max(0, Math.round(cx - half)), Math.max(0, Math.round(cy - half))];
  const right = Math.ceil(Math.min(CHIP_SIDE_PX, cx + half));
  const bottom = Math.ceil(Math.min(CHIP_SIDE_PX, cy + half));
  if (!(left < right && top < bottom)) return new Uint8Array();
  const values = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y += 1) {
    const row = y * CHIP_SIDE_PX;
    values.set(grey.subarray(row + left, row + right), (y - top) * (right - left));
  }
  return values;
}

export interface Cheeks {
  /** Grey values 0–255; the person's right cheek. */
  readonly right: Uint8Array;
  readonly left: Uint8Array;
}

/** Squares of 0.3 inter-eye distances below each eye, half-way to the mouth (OFIQ's IlluminationUniformity). All points
 * in pixels of the chip. */
export function cheeksOf(grey: Uint8Array, rightEye: Point, leftEye: Point, mouth: Point): Cheeks {
  const sidePx = 0.3 * Math.hypot(leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]);
  const cheek = ([x, y]: Point): Uint8Array => squareAround(grey, [x, (y + mouth[1]) / 2], sidePx);
  return { right: cheek(rightEye), left: cheek(leftEye) };
}

function histogramOf(values: Uint8Array): Float64Array {
  const histogram = new Float64Array(BINS);
  for (const value of values) {
    const bin = (value * BINS) >> 8;
    histogram[bin] = (histogram[bin] ?? 0) + 1 / values.length;
  }
  return histogram;
}

/** Overlap of the two cheeks' luminance histograms, 0…1. */
export function illuminationUniformity({ right, left }: Cheeks): number {
  const other = histogramOf(left);
  return histogramOf(right).reduce((sum, value, bin) => sum + Math.min(value, other[bin] ?? 0), 0);
}

/** Mean linear luminance of grey values; 0 of nothing. */
export function meanLight(values: Uint8Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + toLinear(value), 0) / values.length;
}

/** Mean linear luminance of the darker cheek over that of the lighter one, 0…1. The skin's own tone is in both, so it
 * cancels out; 0 where a cheek is outside the chip or both are black. */
export function cheekLightRatio({ right, left }: Cheeks): number {
  const [a, b] = [meanLight(right), meanLight(left)];
  const lighter = Math.max(a, b);
  return lighter === 0 ? 0 : Math.min(a, b) / lighter;
}
