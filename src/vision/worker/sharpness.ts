import { type Bounds, gaussian, Part } from './blur.js';

/** How sharp a face is, by what a blur would take away from it (Crété et al. 2007, "The blur effect"): a sharp picture loses
 * much of its fine structure, a blurred one has little left to lose. A share of the picture's own structure, so that neither
 * contrast nor skin tone nor how large the face was in the frame is in it; what the sensor's noise adds is taken away.
 * Freckles, curls and stubble lose more at every scale, blurred or not. So what the finer octave loses is held against what the
 * coarser one does: of a sharp picture they lose alike, of a blurred one the finer loses less. */

/** Scales, pixels of the chip, of which 49 are between the eyes: the finer octave goes from the first to the third, the coarser
 * one from the second to the last. */
const SCALES_PX = [1, 1.5, 2, 3] as const;
/** Loss of the finer octave over that of the coarser one, in logarithms, up to which the picture counts as less sharp, and how
 * much less: chosen so that 16 rendered persons blurred by 6 px come below all soft pictures of five photographs whose
 * embedding is stable. */
const LIKE_SHARP = 0.62;
const SLOPE_POWER = 3;
/** Edges of hair and of the face's own outline reach this far into the mask once they are blurred, px. */
const MARGIN_PX = 3;

/** From each scale to the next: variances of Gaussians add up. */
const KERNELS = SCALES_PX.map((scalePx, at) =>
  gaussian(Math.sqrt(scalePx ** 2 - (SCALES_PX[at - 1] ?? 0) ** 2)),
);
/** How far around a pixel the picture decides its energy: the blurs, and the differences with its neighbours. */
const REACH_PX = KERNELS.reduce((sum, { reachPx }) => sum + reachPx, 1);

/** Energy of the central differences in both directions that white noise of variance 1 has behind a Gaussian. */
function noiseEnergy(sigmaPx: number): number {
  const correlation = (distancePx: number): number =>
    Math.exp(-(distancePx ** 2) / (4 * sigmaPx ** 2)) / (4 * Math.PI * sigmaPx ** 2);
  return 4 * (correlation(0) - correlation(2));
}

/** Pixels of the mask that have {@link MARGIN_PX} of it on each side, in order. */
function innerPixels(mask: Uint8Array, side: number): Int32Array {
  const inner = new Int32Array(mask.length);
  let count = 0;
  for (let y = MARGIN_PX; y < side - MARGIN_PX; y += 1) {
    for (let at = y * side + MARGIN_PX; at < (y + 1) * side - MARGIN_PX; at += 1) {
      if (mask[at] !== 1) continue;
      const across = (mask[at - MARGIN_PX] ?? 0) & (mask[at + MARGIN_PX] ?? 0);
      const down = (mask[at - MARGIN_PX * side] ?? 0) & (mask[at + MARGIN_PX * side] ?? 0);
      if ((across & down) === 1) inner[count++] = at;
    }
  }
  return inner.subarray(0, count);
}

/** The rectangle around pixels that are in order, and as far around it as they depend on. */
function boundsOf(pixels: Int32Array, side: number): Bounds {
  let [first, last] = [side, 0];
  for (const at of pixels) {
    const x = at % side;
    if (x < first) first = x;
    if (x > last) last = x;
  }
  const rowOf = (at: number | undefined): number => Math.floor((at ?? 0) / side);
  return {
    left: first - REACH_PX,
    top: rowOf(pixels[0]) - REACH_PX,
    right: last + 1 + REACH_PX,
    bottom: rowOf(pixels.at(-1)) + 1 + REACH_PX,
  };
}

/** Where pixels of the whole picture are in a part of it. */
function withinPart(pixels: Int32Array, side: number, { left, top, right }: Bounds): Int32Array {
  return pixels.map((at) => {
    const y = Math.floor(at / side);
    return (y - top) * (right - left) + (at - y * side - left);
  });
}

function meanEnergy({ values, widthPx }: Part, pixels: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < pixels.length; index += 1) {
    const at = pixels[index] ?? 0;
    const across = (values[at + 1] ?? 0) - (values[at - 1] ?? 0);
    const down = (values[at + widthPx] ?? 0) - (values[at - widthPx] ?? 0);
    sum += across * across + down * down;
  }
  return sum / pixels.length;
}

const MOST_DIFFERENCE = 16 * 255;

/** Standard deviation of the noise, grey values: Immerkær 1996, by the median, which edges do not move. */
export function noiseSigma(grey: Uint8Array, side: number, pixels: Int32Array): number {
  const histogram = new Uint32Array(MOST_DIFFERENCE + 1);
  const row = (at: number, by: number): number =>
    (grey[at - 1] ?? 0) - by * (grey[at] ?? 0) + (grey[at + 1] ?? 0);
  for (const at of pixels) {
    const corner = row(at - side, 2) + row(at + side, 2);
    const difference = Math.abs(corner - 2 * row(at, 2));
    histogram[difference] = (histogram[difference] ?? 0) + 1;
  }
  let count = 0;
  const median = histogram.findIndex((amount) => {
    count += amount;
    return 2 * count > pixels.length;
  });
  return Math.max(0, median) / (6 * 0.6745);
}

/** Energy of the face's structure at each of {@link SCALES_PX}, noise taken away. */
function energies(grey: Uint8Array, side: number, pixels: Int32Array): readonly number[] {
  const noise = noiseSigma(grey, side, pixels) ** 2;
  const bounds = boundsOf(pixels, side);
  const seen = withinPart(pixels, side, bounds);
  const part = new Part(grey, side, bounds);
  const found = SCALES_PX.map((scalePx, at) => {
    const kernel = KERNELS[at];
    if (kernel !== undefined) part.blur(kernel);
    return meanEnergy(part, seen) - noise * noiseEnergy(scalePx);
  });
  part.clear();
  return found;
}

/** @param grey - of the chip. @param mask - 1 = face.
 * @returns share of the energy of the face's fine structure that a blur from one pixel to two takes away, 0…1, less where the
 * picture looks blurred at the next scale too; 0 where there is nothing but noise. */
export function sharpnessOf(grey: Uint8Array, mask: Uint8Array, side: number): number {
  const pixels = innerPixels(mask, side);
  if (pixels.length === 0) return 0;
  const [e1 = 0, e15 = 0, e2 = 0, e3 = 0] = energies(grey, side, pixels);
  if (!(e1 > e2 && e15 > e3 && e2 > 0 && e3 > 0)) return 0;
  const slope = Math.log(e1 / e2) / Math.log(e15 / e3);
  return (1 - e2 / e1) * Math.min(1, slope / LIKE_SHARP) ** SLOPE_POWER;
}
