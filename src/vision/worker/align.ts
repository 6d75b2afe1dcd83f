import type { Point } from '../../core/geometry.js';
import { POINT, pointAt } from './points.js';

/** Side of dlib's face chip, px. */
export const CHIP_SIDE_PX = 150;
const PADDING = 0.25;

/** dlib's five-point template (image_transforms/interpolation.h, get_face_chip_details): the outer and inner corners of
 * the right eye, of the left eye, the base of the nose, in units of the unpadded chip. */
const DLIB_TEMPLATE: readonly Point[] = [
  [0.1206, 0.2137],
  [0.3341, 0.2291],
  [0.8596, 0.2135],
  [0.6461, 0.229],
  [0.4901, 0.6278],
];

const SOURCE_POINTS = [
  POINT.rightEyeOuter,
  POINT.rightEyeInner,
  POINT.leftEyeOuter,
  POINT.leftEyeInner,
  POINT.noseBase,
] as const;

/** The template in pixels of the chip. */
export const TEMPLATE_PX: readonly Point[] = DLIB_TEMPLATE.map(([x, y]) => [
  ((PADDING + x) / (1 + 2 * PADDING)) * CHIP_SIDE_PX,
  ((PADDING + y) / (1 + 2 * PADDING)) * CHIP_SIDE_PX,
]);

/** x' = a·x − b·y + tx, y' = b·x + a·y + ty: rotation, scale and shift, no reflection. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** The similarity that carries `from` onto `to` with the least squared error (Umeyama 1991 in the plane).
 * @throws RangeError when the lists differ in length or `from` is a single point. */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const fromMean = mean(from);
  const toMean = mean(to);
  let spread = 0;
  let cosine = 0;
  let sine = 0;
  from.forEach((point, index) => {
    const target = to[index];
    if (target === undefined) throw new RangeError('point lists of different length');
    const [x, y] = [point[0] - fromMean[0], point[1] - fromMean[1]];
    const [u, v] = [target[0] - toMean[0], target[1] - toMean[1]];
    spread += x * x + y * y;
    cosine += x * u + y * v;
    sine += x * v - y * u;
  });
  if (!(spread > 0)) throw new RangeError('points without extent');
  const a = cosine / spread;
  const b = sine / spread;
  return {
    a,
    b,
    tx: toMean[0] - a * fromMean[0] + b * fromMean[1],
    ty: toMean[1] - b * fromMean[0] - a * fromMean[1],
  };
}

export function applySimilarity({ a, b, tx, ty }: Similarity, [x, y]: Point): Point {
  return [a * x - b * y + tx, b * x + a * y + ty];
}

/** From the frame onto the chip, by the face's five points.
 * @param pointsPx - x, y flat, of the unmirrored frame. */
export function chipTransform(pointsPx: Float32Array): Similarity {
  return fitSimilarity(
    SOURCE_POINTS.map((index) => pointAt(pointsPx, index)),
    TEMPLATE_PX,
  );
}
