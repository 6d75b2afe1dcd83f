import { isSameShape, type Point } from '../core/geometry.js';
import type { FaceObservation, FrameObservation } from '../core/observation.js';

/** Browsers change the size of a camera's picture while it runs, to spare a busy machine or a poor line. */

function scaledFace(face: FaceObservation, by: number): FaceObservation {
  const { x, y, width, height } = face.boxPx;
  const [eyesX, eyesY] = face.eyeMidpointPx;
  return {
    ...face,
    boxPx: { x: x * by, y: y * by, width: width * by, height: height * by },
    iedPx: face.iedPx * by,
    eyeMidpointPx: [eyesX * by, eyesY * by] satisfies Point,
    rigidPointsPx: face.rigidPointsPx.map((px) => px * by),
    eyeToChinPx: face.eyeToChinPx * by,
  };
}

/** The same series as if all its pictures were as wide as the first: what is compared from frame to frame is in pixels. One of
 * another shape shows another part of the scene, and stays as it is. */
export function inOneSize(observations: readonly FrameObservation[]): readonly FrameObservation[] {
  const [first] = observations;
  if (first === undefined) return observations;
  const { widthPx, heightPx } = first;
  return observations.map((observation) => {
    const by = widthPx / observation.widthPx;
    if (by === 1 || !isSameShape(first, observation)) return observation;
    const face = observation.face === null ? null : scaledFace(observation.face, by);
    return { ...observation, widthPx, heightPx, face };
  });
}
