import { type Bounds, gaussian, Part } from './blur.js';
import type { Chip } from './chip.js';
import { common, eachRun, type Runs } from './runs.js';

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

/** Those that are so far from the picture's rim. */
function awayFromRim(runs: Runs, side: number, marginPx: number): Runs {
  const kept: number[] = [];
  eachRun(runs, (from, to) => {
    const y = Math.floor(from / side);
    if (y < marginPx || y >= side - marginPx) return;
    const start = Math.max(from, y * side + marginPx);
    const end = Math.min(to, (y + 1) * side - marginPx);
    if (start < end) kept.push(start, end);
  });
  return kept;
}

/** Pixels of the face that have others of it {@link MARGIN_PX} away on all four sides. */
function innerPixels(face: Runs, side: number): Runs {
  return [MARGIN_PX, -MARGIN_PX, MARGIN_PX * side, -MARGIN_PX * side].reduce<Runs>(
    (kept, by) => common(kept, face, by),
    awayFromRim(face, side, MARGIN_PX),
  );
}

/** The rectangle around pixels, and as far around it as they depend on. */
function boundsOf(runs: Runs, side: number): Bounds {
  let [first, behind] = [side, 0];
  eachRun(runs, (from, to) => {
    const row = Math.floor(from / side) * side;
    first = Math.min(first, from - row);
    behind = Math.max(behind, to - row);
  });
  const rowOf = (at: number | undefined): number => Math.floor((at ?? 0) / side);
  return {
    left: first - REACH_PX,
    top: rowOf(runs[0]) - REACH_PX,
    right: behind + REACH_PX,
    bottom: rowOf(runs.at(-2)) + 1 + REACH_PX,
  };
}

const MOST_DIFFERENCE = 16 * 255;

/** Standard deviation of the noise, grey values: Immerkær 1996, by the median, which edges do not move.
 * @param runs - at least one pixel, none on the chip's rim. */
export function noiseSigma(chip: Chip, runs: Runs): number {
  const differences = chip.differences(runs);
  const histogram = new Uint32Array(MOST_DIFFERENCE + 1);
  for (let at = 0; at < differences.length; at += 1) {
    const difference = differences[at] ?? 0;
    histogram[difference] = (histogram[difference] ?? 0) + 1;
  }
  let count = 0;
  const median = histogram.findIndex((amount) => {
    count += amount;
    return 2 * count > differences.length;
  });
  return Math.max(0, median) / (6 * 0.6745);
}

/** Energy of the face's structure at each of {@link SCALES_PX}, noise taken away. */
function energies(chip: Chip, runs: Runs): readonly number[] {
  const noise = noiseSigma(chip, runs) ** 2;
  const part = new Part(chip, boundsOf(runs, chip.sidePx));
  try {
    // Two by two, because then two sums are made at once.
    const found = [0, 2].flatMap((first) => {
      for (const kernel of KERNELS.slice(first, first + 2)) part.blur(kernel);
      return part.energies(runs, chip);
    });
    return found.map((energy, at) => energy - noise * noiseEnergy(SCALES_PX[at] ?? Number.NaN));
  } finally {
    part.clear();
  }
}

/** @param face - pixels of the chip that are face.
 * @returns share of the energy of the face's fine structure that a blur from one pixel to two takes away, 0…1, less where the
 * picture looks blurred at the next scale too; 0 where there is nothing but noise. */
export function sharpnessOf(chip: Chip, face: Runs): number {
  const runs = innerPixels(face, chip.sidePx);
  if (runs.length === 0) return 0;
  const [e1 = 0, e15 = 0, e2 = 0, e3 = 0] = energies(chip, runs);
  if (!(e1 > e2 && e15 > e3 && e2 > 0 && e3 > 0)) return 0;
  const slope = Math.log(e1 / e2) / Math.log(e15 / e3);
  return (1 - e2 / e1) * Math.min(1, slope / LIKE_SHARP) ** SLOPE_POWER;
}
