import type { Point } from '../../core/geometry.js';

/** Landmark indices of the canonical mesh that Candor reads. Left and right are the person's. */
export const POINT = {
  rightIris: 468,
  leftIris: 473,
  rightEyeOuter: 33,
  rightEyeInner: 133,
  leftEyeInner: 362,
  leftEyeOuter: 263,
  noseBase: 2,
  noseTip: 1,
  mouthRight: 61,
  mouthLeft: 291,
  chin: 152,
  upperInnerLip: 13,
  lowerInnerLip: 14,
} as const;

/** Upper and lower lid points that face each other, per eye. */
export const LID_PAIRS = {
  right: [
    [160, 144],
    [159, 145],
    [158, 153],
  ],
  left: [
    [385, 380],
    [386, 374],
    [387, 373],
  ],
} as const;

/** Inner-lip points that face each other. */
export const LIP_PAIRS = [
  [82, 87],
  [13, 14],
  [312, 317],
] as const;

/** How many of the points are the face's surface; the rest are irises. */
export const MESH_POINTS = 468;

/** @param pointsPx - x, y flat. */
export function pointAt(pointsPx: Float32Array, index: number): Point {
  return [pointsPx[2 * index] ?? Number.NaN, pointsPx[2 * index + 1] ?? Number.NaN];
}
