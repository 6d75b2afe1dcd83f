import { distance, midpoint, type Point } from '../../core/geometry.js';
import type { Box } from '../../core/observation.js';
import type { Landmarks } from './landmarks.js';
import { MESH_POINTS, POINT, pointAt } from './points.js';

/** How much the distance from the frame's centre counts against a face, in inter-eye distances per frame width. */
const CENTRE_PENALTY = 0.5;

/** Bounds of the face's surface, irises left out. */
export function boxOf({ pointsPx }: Pick<Landmarks, 'pointsPx'>): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < MESH_POINTS; index += 1) {
    const [x, y] = pointAt(pointsPx, index);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Distance between the iris centres. */
export function iedOf({ pointsPx }: Pick<Landmarks, 'pointsPx'>): number {
  return distance(pointAt(pointsPx, POINT.rightIris), pointAt(pointsPx, POINT.leftIris));
}

export function eyeMidpointOf({ pointsPx }: Pick<Landmarks, 'pointsPx'>): Point {
  return midpoint(pointAt(pointsPx, POINT.rightIris), pointAt(pointsPx, POINT.leftIris));
}

export interface ChosenFace {
  readonly face: Landmarks | null;
  /** Area of the largest other face over the chosen one's; 0 without another. */
  readonly secondFaceAreaRatio: number;
}

function area(face: Landmarks): number {
  const { width, height } = boxOf(face);
  return width * height;
}

/** The largest face by inter-eye distance, less its distance from the centre: taking the detector's first one costs
 * four points of FNMR on press photographs (docs/model-cards.md). */
export function chooseFace(faces: readonly Landmarks[], widthPx: number, heightPx: number): ChosenFace {
  const centre: Point = [widthPx / 2, heightPx / 2];
  const rank = (face: Landmarks): number =>
    iedOf(face) * (1 - (CENTRE_PENALTY * distance(eyeMidpointOf(face), centre)) / widthPx);
  const [face, ...others] = [...faces].sort((a, b) => rank(b) - rank(a));
  if (face === undefined) return { face: null, secondFaceAreaRatio: 0 };
  return { face, secondFaceAreaRatio: Math.max(0, ...others.map(area)) / area(face) };
}
