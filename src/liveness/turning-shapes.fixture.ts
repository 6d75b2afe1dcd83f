import type { Point } from '../core/geometry.js';

/** A coarse head, the same face printed flat, and that print bent round a tube, before a pinhole camera: sixteen points
 * with landmark noise. Says what geometry alone can tell, whatever a landmark model makes of it (requirement C-05). */

type Vector = readonly [x: number, y: number, z: number];
export type Shape = readonly Vector[];

/** Millimetres; x to the right, y down, z away from the camera; the nose's tip is the origin. */
const HEAD: Shape = [
  [0, 0, 0],
  [0, 66, 13],
  [-45, -34, 27],
  [45, -34, 27],
  [-16, -34, 24],
  [16, -34, 24],
  [-28, 30, 25],
  [28, 30, 25],
  [0, 28, 16],
  [-65, -10, 85],
  [65, -10, 85],
  [-55, 35, 70],
  [55, 35, 70],
  [0, -34, 14],
  [-12, 6, 12],
  [12, 6, 12],
];
/** Outer and inner corners of the two eyes in {@link HEAD}. */
const EYES = { right: [2, 4], left: [3, 5] } as const;
/** It turns about the middle of the skull, not about the nose. */
const PIVOT_MM = 60;
const FOCAL_PX = 600;
const CAMERA_MM = 500;
/** From where the picture was taken that is printed. */
const PORTRAIT_MM = 1_000;
/** Spread of real heads about this one, as a factor of each coordinate. */
const HEAD_SPREAD = 0.06;
export const NOMINAL_IED_PX = 100;

/** Normally distributed numbers, standard deviation 1. */
export type Noise = () => number;

/** From a seed: Box-Muller over a small congruential generator. */
export function noiseFrom(seed: number): Noise {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

function view(shape: Shape, yawDeg: number, distanceMm: number): readonly Point[] {
  const yaw = (yawDeg * Math.PI) / 180;
  return shape.map(([x, y, z]) => {
    const behind = z - PIVOT_MM;
    const turnedX = x * Math.cos(yaw) + behind * Math.sin(yaw);
    const depth = behind * Math.cos(yaw) - x * Math.sin(yaw) + PIVOT_MM + distanceMm;
    return [(FOCAL_PX * turnedX) / depth, (FOCAL_PX * y) / depth];
  });
}

/** Another head, as heads differ. */
export function someHead(noise: Noise): Shape {
  const vary = (value: number): number => value * (1 + HEAD_SPREAD * noise());
  return HEAD.map(([x, y, z]): Vector => [vary(x), vary(y), vary(z)]);
}

/** The face as a flat print of its own size. */
export const FLAT_PRINT: Shape = view(HEAD, 0, PORTRAIT_MM).map(
  ([x, y]): Vector => [(x * PORTRAIT_MM) / FOCAL_PX, (y * PORTRAIT_MM) / FOCAL_PX, 0],
);

/** The print round an upright tube. */
export function bentPrint(radiusMm: number): Shape {
  return FLAT_PRINT.map(([x, y]): Vector => {
    const angle = x / radiusMm;
    return [radiusMm * Math.sin(angle), y, radiusMm * (1 - Math.cos(angle))];
  });
}

function middleOf(points: readonly Point[], [a, b]: readonly [number, number]): Point {
  const [first, second] = [points[a], points[b]];
  if (first === undefined || second === undefined) throw new RangeError('a shape has sixteen points');
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
}

function iedOf(points: readonly Point[]): number {
  const [right, left] = [middleOf(points, EYES.right), middleOf(points, EYES.left)];
  return Math.hypot(left[0] - right[0], left[1] - right[1]);
}

/** What the camera sees of a shape before and after it turns, scaled so that the eyes are {@link NOMINAL_IED_PX} apart at
 * first.
 * @param noisePx - standard deviation of the landmarks. */
export function seenTurning(
  shape: Shape,
  yawDeg: number,
  noisePx: number,
  noise: Noise,
): readonly [before: readonly Point[], after: readonly Point[]] {
  const before = view(shape, 0, CAMERA_MM);
  const scale = NOMINAL_IED_PX / iedOf(before);
  const seen = (points: readonly Point[]): readonly Point[] =>
    points.map(([x, y]): Point => [x * scale + noisePx * noise(), y * scale + noisePx * noise()]);
  return [seen(before), seen(view(shape, yawDeg, CAMERA_MM))];
}
