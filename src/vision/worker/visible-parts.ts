import { distance, type Point } from '../../core/geometry.js';
import type { FaceObservation } from '../../core/observation.js';
import { toLinear } from '../../core/srgb.js';
import { type Cheeks, meanLight } from './cheeks.js';
import { eachRun, pixelsIn } from './polygon.js';
import { meanOf } from './quality.js';

/** Raw measures of whether eyes and mouth can be seen, on the chip. Each compares a part with the same person's skin beside
 * it, so that neither a skin tone nor a lamp decides. No judgement here. */

/** Landmarks along the lids, and around the eye from below the brow to the cheekbone. */
const EYES = {
  right: {
    lids: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
    orbit: [226, 31, 228, 229, 230, 231, 232, 233, 244, 189, 221, 222, 223, 224, 225, 113],
  },
  left: {
    lids: [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
    orbit: [446, 261, 448, 449, 450, 451, 452, 453, 464, 413, 441, 442, 443, 444, 445, 342],
  },
} as const;
/** The outer rim of the lips. */
const LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
] as const;
/** What surrounds a part begins a little outside of it: landmarks are a pixel or two off. */
const BESIDE_LIDS = 1.15;
const BESIDE_LIPS = 1.12;
/** How far the skin around the lips is looked at, times the lips' size. */
const AROUND_LIPS = 1.5;
/** Keeps ratios of dark pixels finite, linear light: about one grey value. */
const DARK = 0.002;

type VisibleParts = Pick<
  FaceObservation,
  'eyeContrast' | 'orbitLightRatio' | 'lipContrast' | 'lipColourDistance'
>;

interface MeasuredChip {
  readonly rgba: Uint8ClampedArray;
  readonly grey: Uint8Array;
  readonly sidePx: number;
}

function scaled(polygon: readonly Point[], factor: number): readonly Point[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [cx, cy] = [mean(polygon.map(([x]) => x)), mean(polygon.map(([, y]) => y))];
  return polygon.map(([x, y]): Point => [cx + factor * (x - cx), cy + factor * (y - cy)]);
}

type Channel = 0 | 1 | 2;

/** How often each value 0–255 occurs; counting is ten times as fast as sorting some hundred values. */
interface Histogram {
  readonly counts: Uint32Array;
  readonly total: number;
}

function histogramOf(pixels: readonly number[], valueAt: (pixel: number) => number): Histogram {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) {
    const value = valueAt(pixel);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return { counts, total: pixels.length };
}

function greysOf({ grey }: MeasuredChip, pixels: readonly number[]): Histogram {
  return histogramOf(pixels, (pixel) => grey[pixel] ?? 0);
}

/** @param share - 0…1. @returns 0 of nothing. */
function quantile({ counts, total }: Histogram, share: number): number {
  const rank = Math.min(total - 1, Math.floor(share * total));
  let seen = 0;
  return Math.max(
    0,
    counts.findIndex((count) => {
      seen += count;
      return seen > rank;
    }),
  );
}

function spread(values: Histogram): number {
  return quantile(values, 0.95) - quantile(values, 0.05);
}

/** Pixels of the one polygon that are not in the other. */
function between(outer: readonly Point[], inner: readonly Point[], sidePx: number): readonly number[] {
  const isInner = new Uint8Array(sidePx * sidePx);
  eachRun(inner, sidePx, (from, to) => {
    isInner.fill(1, from, to);
  });
  return pixelsIn(outer, sidePx).filter((pixel) => isInner[pixel] === 0);
}

/** Median linear red, green and blue, as the logarithms of red and blue over green. */
function chromaticity({ rgba }: MeasuredChip, pixels: readonly number[]): Point {
  const light = (channel: Channel): number =>
    toLinear(
      quantile(
        histogramOf(pixels, (pixel) => rgba[4 * pixel + channel] ?? 0),
        0.5,
      ),
    ) + DARK;
  const green = light(1);
  return [Math.log(light(0) / green), Math.log(light(2) / green)];
}

function eyeMeasures(
  chip: MeasuredChip,
  lids: readonly Point[],
  orbit: readonly Point[],
  cheek: Uint8Array,
): readonly [contrast: number, lightRatio: number] {
  const around = between(orbit, scaled(lids, BESIDE_LIDS), chip.sidePx);
  const light = toLinear(quantile(greysOf(chip, around), 0.5));
  const contrast = spread(greysOf(chip, pixelsIn(lids, chip.sidePx)));
  return [contrast / (meanOf(cheek) + 1), light / (meanLight(cheek) + DARK)];
}

/** @param onChip - where a landmark is on the chip, px. */
export function visibleParts(
  chip: MeasuredChip,
  onChip: (index: number) => Point,
  cheeks: Cheeks,
): VisibleParts {
  const eyes = (['right', 'left'] as const).map((side) =>
    eyeMeasures(chip, EYES[side].lids.map(onChip), EYES[side].orbit.map(onChip), cheeks[side]),
  );
  const outline = LIPS.map(onChip);
  const lips = pixelsIn(outline, chip.sidePx);
  const around = between(scaled(outline, AROUND_LIPS), scaled(outline, BESIDE_LIPS), chip.sidePx);
  const skin = greysOf(chip, around);
  return {
    eyeContrast: Math.max(...eyes.map(([contrast]) => contrast)),
    orbitLightRatio: Math.max(...eyes.map(([, lightRatio]) => lightRatio)),
    lipContrast: spread(greysOf(chip, lips)) / (quantile(skin, 0.5) + 1),
    lipColourDistance: distance(chromaticity(chip, lips), chromaticity(chip, around)),
  };
}
