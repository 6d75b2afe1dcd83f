import { distance } from '../../core/geometry.js';
import {
  type Box,
  type FaceObservation,
  type FrameObservation,
  RIGID_POINTS,
} from '../../core/observation.js';
import type { FrameImage } from '../protocol.js';
import { chipTransform, MEASURED_CHIP } from './align.js';
import { boxOf, chooseFace, eyeMidpointOf, iedOf } from './choose.js';
import type { LandmarkModel, Landmarks } from './landmarks.js';
import { meanColourOutside, pixelHash } from './light.js';
import { measurePixels, type PixelMeasures } from './measure-pixels.js';
import { type Picture, SCENE_HEIGHT_PX, SCENE_WIDTH_PX, sizeOf } from './picture.js';
import { LID_PAIRS, LIP_PAIRS, POINT, pointAt } from './points.js';
import { meanOf, toGrey } from './quality.js';

/** What a frame is measured with. */
export interface Instruments {
  readonly landmarks: LandmarkModel;
  readonly picture: Picture;
}

export interface Observed {
  readonly observation: FrameObservation;
  /** Null: there is none. */
  readonly face: Landmarks | null;
}

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

/** A box of the frame in pixels of the small picture of the scene. */
function onScene({ x, y, width, height }: Box, widthPx: number, heightPx: number): Box {
  const [sx, sy] = [SCENE_WIDTH_PX / widthPx, SCENE_HEIGHT_PX / heightPx];
  return { x: x * sx, y: y * sy, width: width * sx, height: height * sy };
}

/** The faces in the frame that the picture took last. */
function facesIn(
  { landmarks, picture }: Instruments,
  widthPx: number,
  heightPx: number,
): readonly Landmarks[] {
  const rgba = picture.whole();
  try {
    return landmarks.find(new ImageData(rgba, widthPx, heightPx));
  } finally {
    rgba.fill(0);
  }
}

/** Measures one frame. Does not close it; the picture has it until the next one. */
export function observe(
  instruments: Instruments,
  image: FrameImage,
  frameId: number,
  mediaTimeMs: number,
): Observed {
  const startedMs = performance.now();
  const [widthPx, heightPx] = sizeOf(image);
  const { picture } = instruments;
  picture.take(image);
  const faces = facesIn(instruments, widthPx, heightPx);
  const { face, secondFaceAreaRatio } = chooseFace(faces, widthPx, heightPx);
  const scene = picture.scene();
  const box = face === null ? null : onScene(boxOf(face), widthPx, heightPx);
  const frame = {
    frameId,
    mediaTimeMs,
    widthPx,
    heightPx,
    faceCount: faces.length,
    secondFaceAreaRatio,
    sceneLuminance: meanOf(toGrey(scene)),
    backgroundRgb: meanColourOutside({ rgba: scene, widthPx: SCENE_WIDTH_PX }, box),
    pixelHash: pixelHash(picture.middle()),
  };
  if (face === null) {
    return { observation: { ...frame, face, workMs: performance.now() - startedMs }, face };
  }
  const transform = chipTransform(face.pointsPx, MEASURED_CHIP);
  const measured = {
    ...geometryOf(face),
    ...measurePixels(picture.measuredChip(transform), face, transform),
  };
  return { observation: { ...frame, face: measured, workMs: performance.now() - startedMs }, face };
}
