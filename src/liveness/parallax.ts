import { median, type Point } from '../core/geometry.js';
import type { FaceObservation, FrameObservation } from '../core/observation.js';
import type { Challenge } from '../core/types.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, fail, hasFace, isSound, pass } from './check.js';
import { largestForeshortening } from './foreshortening.js';
import { homographyResidual } from './homography.js';

/** Reported yaw, from the leftmost to the rightmost, below which nothing can be said, degrees. The first lock: the
 * landmarker does not believe a turning card and reports some 10° where it turns 80° (liveness.md). */
export const MIN_SPAN_DEG = 20;
/** Residual over inter-eye distance at and above which the thing that turned has depth. The second lock. It grows with
 * the reported span: of 24 rendered heads, those with 20–23° have 0.061 and more (n = 33), those with 30–40° 0.099; real
 * people with 17° and 18° had 0.071 and 0.083 (docs/liveness.md). 95 of 100 simulated flat and bent prints stay below 0.054 (C-05). */
export const MIN_RESIDUAL = 0.06;
/** Foreshortening above which the thing turned further than the landmarker believed: a card, flat or round a tube. The third
 * lock. 48 rendered heads, half of which nod and talk, have up to 0.073; the flat cards that open the other two locks
 * 0.167 and more; a third of the bent ones are beyond it. Set for heads first, of which only rendered ones were measured. */
export const MAX_FORESHORTENING = 0.13;
/** Frames from each end of the turn. */
const EXTREMES = 3;

function pointsOf(face: FaceObservation): readonly Point[] {
  const flat = face.rigidPointsPx;
  return Array.from({ length: flat.length >> 1 }, (_, index) => [
    flat[2 * index] ?? Number.NaN,
    flat[2 * index + 1] ?? Number.NaN,
  ]);
}

function residualOf(from: FaceObservation, to: FaceObservation): number {
  return homographyResidual(pointsOf(from), pointsOf(to), (from.iedPx + to.iedPx) / 2);
}

/** What the parallax check measures. Its numbers stay in `liveness/` and in reports: the page sees bands. */
export interface Parallax {
  /** Between the medians of the three lowest and the three highest reported yaws, degrees. */
  readonly spanDeg: number;
  /** Median over the nine pairs, in inter-eye distances; NaN if a pair has no solution. */
  readonly residual: number;
  /** See {@link largestForeshortening}; NaN where the face is never near the front. */
  readonly foreshortening: number;
}

/** @returns null with fewer than six faces. */
export function measureParallax(observations: readonly FrameObservation[]): Parallax | null {
  const faces = observations.filter(hasFace).map(({ face }) => face);
  if (faces.length < 2 * EXTREMES) return null;
  const byYaw = faces.toSorted((a, b) => a.yawDeg - b.yawDeg);
  const [lowest, highest] = [byYaw.slice(0, EXTREMES), byYaw.slice(-EXTREMES)];
  const yawOf = (end: readonly FaceObservation[]): number => median(end.map((face) => face.yawDeg));
  const residuals = lowest.flatMap((from) => highest.map((to) => residualOf(from, to)));
  return {
    spanDeg: yawOf(highest) - yawOf(lowest),
    residual: residuals.every(Number.isFinite) ? median(residuals) : Number.NaN,
    foreshortening: largestForeshortening(faces),
  };
}

function isFlat({ residual, foreshortening }: Parallax): boolean {
  return residual < MIN_RESIDUAL || foreshortening > MAX_FORESHORTENING;
}

/** Whether what turned was a body and not a sheet (requirement C-05). A replayed video of a real turn passes.
 * @param observations - of one clip. */
export function checkParallax(observations: readonly FrameObservation[], challenge: Challenge): CheckResult {
  if (challenge.steps.length === 0) return absent('parallax', 'challenge.not_asked');
  if (!observations.every(isSound)) return absent('parallax', 'model.failed');
  const measured = measureParallax(observations);
  if (measured === null) return absent('parallax', 'frames.too_few');
  if (measured.spanDeg < MIN_SPAN_DEG) return absent('parallax', 'parallax.no_span');
  if (!Number.isFinite(measured.residual)) return absent('parallax', 'model.failed');
  // Never a silent pass: a face that is hardly ever near the front has two locks only.
  if (!Number.isFinite(measured.foreshortening)) return absent('parallax', 'face.not_frontal');
  return isFlat(measured) ? fail('parallax', 'parallax.flat') : pass('parallax');
}
