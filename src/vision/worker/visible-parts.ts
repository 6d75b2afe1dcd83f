import { distance, type Point } from '../../core/geometry.js';
import type { FaceObservation } from '../../core/observation.js';
import { toLinear } from '../../core/srgb.js';
import { type Cheeks, meanLight } from './cheeks.js';
import type { Chip } from './chip.js';
import { type Histogram, histogramOf, quantile } from './histogram.js';
import { runsIn } from './polygon.js';
import { meanOf } from './quality.js';
import { type Runs, without } from './runs.js';

/** Raw measures of whether eyes and mouth can be seen, on the chip. Each compares a part with the same person's skin beside
 * it, so that neither a skin tone nor a lamp decides. No judgement here. */

/** Landmarks along the lids, and around the eye from below the brow to the cheekbone. */
export const EYES = {
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
export const LIPS = [
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

function scaled(polygon: readonly Point[], factor: number): readonly Point[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [cx, cy] = [mean(polygon.map(([x]) => x)), mean(polygon.map(([, y]) => y))];
  return polygon.map(([x, y]): Point => [cx + factor * (x - cx), cy + factor * (y - cy)]);
}

function median(values: Histogram): number {
  return quantile(values, 0.5);
}

function spread(values: Histogram): number {
  return quantile(values, 0.95) - quantile(values, 0.05);
}

/** Pixels of the one polygon that are not in the other. */
function between(outer: readonly Point[], inner: readonly Point[], sidePx: number): Runs {
  return without(runsIn(outer, sidePx), runsIn(inner, sidePx));
}

/** Median linear red, green and blue, as the logarithms of red and blue over green. */
function chromaticity({ rgba }: Chip, runs: Runs): Point {
  const light = (channel: 0 | 1 | 2): number => toLinear(median(histogramOf(rgba, runs, 4, channel))) + DARK;
  const green = light(1);
  return [Math.log(light(0) / green), Math.log(light(2) / green)];
}

function eyeMeasures(
  { grey, sidePx }: Chip,
  lids: readonly Point[],
  orbit: readonly Point[],
  cheek: Uint8Array,
): readonly [contrast: number, lightRatio: number] {
  const around = between(orbit, scaled(lids, BESIDE_LIDS), sidePx);
  const light = toLinear(median(histogramOf(grey, around)));
  const contrast = spread(histogramOf(grey, runsIn(lids, sidePx)));
  return [contrast / (meanOf(cheek) + 1), light / (meanLight(cheek) + DARK)];
}

/** @param onChip - where a landmark is on the chip, px. */
export function visibleParts(chip: Chip, onChip: (index: number) => Point, cheeks: Cheeks): VisibleParts {
  const eyes = (['right', 'left'] as const).map((side) =>
    eyeMeasures(chip, EYES[side].lids.map(onChip), EYES[side].orbit.map(onChip), cheeks[side]),
  );
  const outline = LIPS.map(onChip);
  const lips = runsIn(outline, chip.sidePx);
  const around = between(scaled(outline, AROUND_LIPS), scaled(outline, BESIDE_LIPS), chip.sidePx);
  const skin = median(histogramOf(chip.grey, around));
  return {
    eyeContrast: Math.max(...eyes.map(([contrast]) => contrast)),
    orbitLightRatio: Math.max(...eyes.map(([, lightRatio]) => lightRatio)),
    lipContrast: spread(histogramOf(chip.grey, lips)) / (skin + 1),
    lipColourDistance: distance(chromaticity(chip, lips), chromaticity(chip, around)),
  };
}
