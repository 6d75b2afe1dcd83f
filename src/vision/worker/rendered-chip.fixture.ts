import type { Point } from '../../core/geometry.js';
import { landmarksAt } from '../../testing/person/landmarks-at.js';
import { createRenderer } from '../../testing/person/render.js';
import { type Person, sceneWith } from '../../testing/person/scene.js';
import { chipTransform, MEASURED_CHIP, type Similarity } from './align.js';
import { POINT } from './points.js';

/** The face of a rendered person, as the worker has it: its landmarks are known, because it was drawn. */
export interface RenderedChip {
  readonly rgba: Uint8ClampedArray;
  readonly pointsPx: Float32Array;
  readonly transform: Similarity;
}

const FRAME = { width: 640, height: 480 };
const renderer = createRenderer(FRAME.width, FRAME.height);

export function renderedChip(person: Person): RenderedChip {
  const pointsPx = pointsOf(person);
  const transform = chipTransform(pointsPx, MEASURED_CHIP);
  const { rgb } = renderer.render(sceneWith([person]));
  const { sidePx } = MEASURED_CHIP;
  const rgba = new Uint8ClampedArray(4 * sidePx ** 2).fill(255);
  for (let pixel = 0; pixel < sidePx ** 2; pixel += 1) {
    const [x, y] = onFrame(transform, [(pixel % sidePx) + 0.5, Math.floor(pixel / sidePx) + 0.5]);
    const at = 3 * (Math.floor(y) * FRAME.width + Math.floor(x));
    rgba.set(rgb.subarray(at, at + 3), 4 * pixel);
  }
  return { rgba, pointsPx, transform };
}

function onFrame({ a, b, tx, ty }: Similarity, [u, v]: Point): Point {
  const squared = a * a + b * b;
  const [x, y] = [(a * (u - tx) + b * (v - ty)) / squared, (a * (v - ty) - b * (u - tx)) / squared];
  return [Math.min(FRAME.width - 1, Math.max(0, x)), Math.min(FRAME.height - 1, Math.max(0, y))];
}

/** As the landmark model gives them; the mesh has no irises, so each is half-way between the corners of its eye. */
function pointsOf(person: Person): Float32Array {
  const points = landmarksAt(FRAME, person);
  const flat = new Float32Array(2 * 478);
  flat.set(points.flat());
  for (const [iris, outer, inner] of [
    [POINT.rightIris, POINT.rightEyeOuter, POINT.rightEyeInner],
    [POINT.leftIris, POINT.leftEyeOuter, POINT.leftEyeInner],
  ] as const) {
    const midway = (axis: 0 | 1): number => ((points[outer]?.[axis] ?? 0) + (points[inner]?.[axis] ?? 0)) / 2;
    flat.set([midway(0), midway(1)], 2 * iris);
  }
  return flat;
}
