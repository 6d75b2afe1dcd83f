import { distance, type Point } from '../../core/geometry.js';
import { type FaceObservation, type FrameObservation, RIGID_POINTS } from '../../core/observation.js';
import type { FrameImage } from '../protocol.js';
import { applySimilarity, CHIP_SIDE_PX, chipTransform, type Similarity } from './align.js';
import { boxOf, chooseFace, eyeMidpointOf, iedOf } from './choose.js';
import type { LandmarkModel, Landmarks } from './landmarks.js';
import { type Picture, sizeOf } from './picture.js';
import { LID_PAIRS, LIP_PAIRS, POINT, pointAt } from './points.js';
import {
  entropyBits,
  illuminationUniformity,
  laplacianVariance,
  meanOf,
  shareAtLeast,
  toGrey,
} from './quality.js';

const OVER_EXPOSED_GREY = 247;

/** The aligned face of one observed frame, kept for a moment in case it is chosen for embedding. */
export interface Chip {
  readonly frameId: number;
  /** RGBA, CHIP_SIDE_PX square. */
  readonly rgba: Uint8ClampedArray;
}

export interface Observed {
  readonly observation: FrameObservation;
  readonly chip: Chip | null;
}

type PixelMeasures = Pick<
  FaceObservation,
  'sharpness' | 'entropyBits' | 'overExposedShare' | 'illuminationUniformity'
>;

function largestGap(pointsPx: Float32Array, pairs: readonly (readonly [number, number])[]): number {
  return Math.max(...pairs.map(([a, b]) => distance(pointAt(pointsPx, a), pointAt(pointsPx, b))));
}

function geometryOf(face: Landmarks): Omit<FaceObservation, keyof PixelMeasures> {
  const { pointsPx, yawDeg, pitchDeg, rollDeg } = face;
  const eyeMidpointPx = eyeMidpointOf(face);
  const eyeToChinPx = distance(eyeMidpointPx, pointAt(pointsPx, POINT.chin));
  const lidGapPx = Math.min(largestGap(pointsPx, LID_PAIRS.right), largestGap(pointsPx, LID_PAIRS.left));
  return {
    boxPx: boxOf(face),
    iedPx: iedOf(face),
    eyeMidpointPx,
    yawDeg,
    pitchDeg,
    rollDeg,
    rigidPointsPx: RIGID_POINTS.flatMap((index) => pointAt(pointsPx, index)),
    eyeToChinPx,
    lidGapRatio: lidGapPx / eyeToChinPx,
    lipGapRatio: largestGap(pointsPx, LIP_PAIRS) / eyeToChinPx,
  };
}

function pixelsOf(rgba: Uint8ClampedArray, { pointsPx }: Landmarks, transform: Similarity): PixelMeasures {
  const grey = toGrey(rgba);
  const onChip = (index: number): Point => applySimilarity(transform, pointAt(pointsPx, index));
  return {
    sharpness: laplacianVariance(grey, CHIP_SIDE_PX),
    entropyBits: entropyBits(grey),
    overExposedShare: shareAtLeast(grey, OVER_EXPOSED_GREY),
    illuminationUniformity: illuminationUniformity(
      grey,
      onChip(POINT.rightIris),
      onChip(POINT.leftIris),
      onChip(POINT.lowerInnerLip),
    ),
  };
}

/** Measures one frame. Does not close it. */
export function observe(
  landmarks: LandmarkModel,
  picture: Picture,
  image: FrameImage,
  frameId: number,
  mediaTimeMs: number,
): Observed {
  const startedMs = performance.now();
  const [widthPx, heightPx] = sizeOf(image);
  const faces = landmarks.find(image, widthPx, heightPx);
  const { face, secondFaceAreaRatio } = chooseFace(faces, widthPx, heightPx);
  const frame = {
    frameId,
    mediaTimeMs,
    widthPx,
    heightPx,
    faceCount: faces.length,
    secondFaceAreaRatio,
    sceneLuminance: meanOf(toGrey(picture.scene(image))),
  };
  if (face === null) {
    return { observation: { ...frame, face: null, workMs: performance.now() - startedMs }, chip: null };
  }
  const transform = chipTransform(face.pointsPx);
  const rgba = picture.chip(image, transform);
  const measured = { ...geometryOf(face), ...pixelsOf(rgba, face, transform) };
  return {
    observation: { ...frame, face: measured, workMs: performance.now() - startedMs },
    chip: { frameId, rgba },
  };
}
