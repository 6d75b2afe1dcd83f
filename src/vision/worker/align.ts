import type { Point } from '../../core/geometry.js';
import { type AlignmentTemplate, embeddingModel } from '../manifest.js';
import { POINT, pointAt } from './points.js';

/** Where five landmarks of the face belong in the picture that an embedding model was trained on. */
interface Template {
  readonly sidePx: number;
  readonly landmarks: readonly number[];
  readonly targetsPx: readonly Point[];
}

/** dlib's padding around the face, as a share of the unpadded chip's side. */
const DLIB_PADDING = 0.25;

function onPaddedChip([x, y]: Point): Point {
  return [x, y].map((share) => ((DLIB_PADDING + share) / (1 + 2 * DLIB_PADDING)) * 150) as [number, number]; // two in, two out
}

export const TEMPLATES: Readonly<Record<AlignmentTemplate, Template>> = {
  // dlib's image_transforms/interpolation.h, get_face_chip_details.
  'dlib-150': {
    sidePx: 150,
    landmarks: [
      POINT.rightEyeOuter,
      POINT.rightEyeInner,
      POINT.leftEyeOuter,
      POINT.leftEyeInner,
      POINT.noseBase,
    ],
    targetsPx: (
      [
        [0.1206, 0.2137],
        [0.3341, 0.2291],
        [0.8596, 0.2135],
        [0.6461, 0.229],
        [0.4901, 0.6278],
      ] as const
    ).map(onPaddedChip),
  },
  // insightface's face_align.py, arcface_dst.
  'arcface-112': {
    sidePx: 112,
    landmarks: [POINT.rightIris, POINT.leftIris, POINT.noseTip, POINT.mouthRight, POINT.mouthLeft],
    targetsPx: [
      [38.2946, 51.6963],
      [73.5318, 51.5014],
      [56.0252, 71.7366],
      [41.5493, 92.3655],
      [70.7299, 92.2041],
    ],
  },
};

/** An aligned face: where its landmarks belong, and the side of the square, px. */
export interface ChipShape {
  readonly template: AlignmentTemplate;
  readonly sidePx: number;
}

/** What quality is measured on. Fixed, so that the limits hold whichever embedding model is in place. */
export const MEASURED_CHIP: ChipShape = { template: 'dlib-150', sidePx: 150 };

/** What the embedding model looks at. */
export const EMBEDDED_CHIP: ChipShape = {
  template: embeddingModel.template,
  sidePx: embeddingModel.input.sidePx,
};

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

/** From the frame onto the chip, by five landmarks. A template is scaled to the side that is asked for.
 * @param pointsPx - x, y flat, of the unmirrored frame. */
export function chipTransform(pointsPx: Float32Array, { template, sidePx }: ChipShape): Similarity {
  const { landmarks, targetsPx, sidePx: templateSidePx } = TEMPLATES[template];
  const scale = sidePx / templateSidePx;
  return fitSimilarity(
    landmarks.map((index) => pointAt(pointsPx, index)),
    targetsPx.map(([x, y]): Point => [x * scale, y * scale]),
  );
}
