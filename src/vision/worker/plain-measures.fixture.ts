import { distance, type Point } from '../../core/geometry.js';
import type { LinearRgb } from '../../core/observation.js';
import { toLinear } from '../../core/srgb.js';
import { MEASURED_CHIP } from './align.js';
import { cheekLightRatio, cheeksOf, illuminationUniformity, meanLight } from './cheeks.js';
import { RIM } from './contour.js';
import type { PixelMeasures } from './measure-pixels.js';
import { plainSharpness } from './plain-sharpness.fixture.js';
import { POINT } from './points.js';
import { meanOf, toGrey } from './quality.js';
import { EYES, LIPS } from './visible-parts.js';

/** What measure-pixels.ts says, by loops over all pixels, one after the other, as they are read most easily. */

const SIDE = MEASURED_CHIP.sidePx;

type OnChip = (index: number) => Point;

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0);
}

function scaled(polygon: readonly Point[], factor: number): readonly Point[] {
  const [cx, cy] = [0, 1].map((axis) => sum(polygon.map((point) => point[axis] ?? 0)) / polygon.length);
  return polygon.map(([x, y]) => [
    (cx ?? 0) + factor * (x - (cx ?? 0)),
    (cy ?? 0) + factor * (y - (cy ?? 0)),
  ]);
}

/** Where the middle of a row of pixels crosses the polygon's edges, x in order. */
function crossings(polygon: readonly Point[], y: number): readonly number[] {
  const xs = polygon.flatMap((after, index) => {
    const before = polygon.at(index - 1);
    if (before === undefined || after[1] <= y === before[1] <= y) return [];
    return before[0] + ((y - before[1]) / (after[1] - before[1])) * (after[0] - before[0]);
  });
  return xs.sort((a, b) => a - b);
}

/** One byte for each pixel of the chip: 1 = its middle is in the polygon. */
function maskOf(polygon: readonly Point[]): Uint8Array {
  const mask = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    const xs = crossings(polygon, row + 0.5).map((x) => Math.min(SIDE, Math.max(0, Math.round(x))));
    for (let at = 0; at + 1 < xs.length; at += 2)
      mask.fill(1, row * SIDE + (xs[at] ?? 0), row * SIDE + (xs[at + 1] ?? 0));
  }
  return mask;
}

function pixelsOf(mask: Uint8Array): readonly number[] {
  return [...mask.keys()].filter((pixel) => mask[pixel] === 1);
}

function between(outer: readonly Point[], inner: readonly Point[]): readonly number[] {
  const left = maskOf(inner);
  return pixelsOf(maskOf(outer)).filter((pixel) => left[pixel] === 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function spread(values: readonly number[]): number {
  return quantile(values, 0.95) - quantile(values, 0.05);
}

function entropyBits(values: readonly number[]): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts
    .filter((count) => count > 0)
    .reduce((bits, count) => bits - (count / values.length) * Math.log2(count / values.length), 0);
}

function meanColour(rgba: Uint8ClampedArray, pixels: readonly number[]): LinearRgb {
  const of = (channel: number): number =>
    sum(pixels.map((pixel) => toLinear(rgba[4 * pixel + channel] ?? 0))) / Math.max(1, pixels.length);
  return [of(0), of(1), of(2)];
}

function chromaticity(rgba: Uint8ClampedArray, pixels: readonly number[]): Point {
  const light = (channel: number): number =>
    toLinear(
      quantile(
        pixels.map((pixel) => rgba[4 * pixel + channel] ?? 0),
        0.5,
      ),
    ) + 0.002;
  return [Math.log(light(0) / light(1)), Math.log(light(2) / light(1))];
}

export function plainMeasures(rgba: Uint8ClampedArray, onChip: OnChip): PixelMeasures {
  const grey = toGrey(rgba);
  const greys = (pixels: readonly number[]): readonly number[] => pixels.map((pixel) => grey[pixel] ?? 0);
  const mask = maskOf(scaled(RIM.map(onChip), 0.9));
  const face = greys(pixelsOf(mask));
  const cheeks = cheeksOf(grey, onChip(POINT.rightIris), onChip(POINT.leftIris), onChip(POINT.lowerInnerLip));
  const eyes = (['right', 'left'] as const).map((side) => {
    const [lids, orbit] = [EYES[side].lids.map(onChip), EYES[side].orbit.map(onChip)];
    const light = toLinear(quantile(greys(between(orbit, scaled(lids, 1.15))), 0.5));
    return {
      contrast: spread(greys(pixelsOf(maskOf(lids)))) / (meanOf(cheeks[side]) + 1),
      light: light / (meanLight(cheeks[side]) + 0.002),
    };
  });
  const outline = LIPS.map(onChip);
  const lips = pixelsOf(maskOf(outline));
  const around = between(scaled(outline, 1.5), scaled(outline, 1.12));
  return {
    sharpness: plainSharpness(grey, mask, SIDE),
    entropyBits: entropyBits(face),
    overExposedShare: face.length === 0 ? 0 : face.filter((value) => value >= 247).length / face.length,
    meanRgb: meanColour(rgba, pixelsOf(mask)),
    illuminationUniformity: illuminationUniformity(cheeks),
    cheekLightRatio: cheekLightRatio(cheeks),
    eyeContrast: Math.max(...eyes.map(({ contrast }) => contrast)),
    orbitLightRatio: Math.max(...eyes.map(({ light }) => light)),
    lipContrast: spread(greys(lips)) / (quantile(greys(around), 0.5) + 1),
    lipColourDistance: distance(chromaticity(rgba, lips), chromaticity(rgba, around)),
  };
}
