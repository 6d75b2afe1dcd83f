import { landmarksAt, type Person, type Picture } from '../../src/testing/index.js';
import {
  applySimilarity,
  type ChipShape,
  chipTransform,
  type Similarity,
} from '../../src/vision/worker/align.js';
import { POINT } from '../../src/vision/worker/points.js';

/** A chip's pixel is the mean of so many by so many places in the picture: it shows a larger face, smaller. */
const SAMPLES = 3;

/** The face of a rendered person, aligned as the worker does it, RGBA. Where its landmarks are needs no detector, because it
 * was drawn. */
export function renderedChip(picture: Picture, person: Person, shape: ChipShape): Uint8ClampedArray {
  const back = inverse(chipTransform(pointsOf(picture, person), shape));
  const rgba = new Uint8ClampedArray(4 * shape.sidePx ** 2).fill(255);
  for (let y = 0; y < shape.sidePx; y += 1) {
    for (let x = 0; x < shape.sidePx; x += 1)
      rgba.set(meanColour(picture, back, x, y), 4 * (y * shape.sidePx + x));
  }
  return rgba;
}

/** As the landmark model gives them, x, y flat; the mesh has no irises, so each is half-way between the corners of its eye. */
function pointsOf({ width, height }: Picture, person: Person): Float32Array {
  const points = landmarksAt({ width, height }, person);
  const flat = new Float32Array(2 * 478);
  flat.set(points.flat());
  const midway = (outer: number, inner: number): readonly number[] =>
    [0, 1].map((axis) => ((points[outer]?.[axis] ?? 0) + (points[inner]?.[axis] ?? 0)) / 2);
  flat.set(midway(POINT.rightEyeOuter, POINT.rightEyeInner), 2 * POINT.rightIris);
  flat.set(midway(POINT.leftEyeOuter, POINT.leftEyeInner), 2 * POINT.leftIris);
  return flat;
}

function inverse({ a, b, tx, ty }: Similarity): Similarity {
  const squared = a * a + b * b;
  const [ia, ib] = [a / squared, -b / squared];
  return { a: ia, b: ib, tx: ib * ty - ia * tx, ty: -(ib * tx + ia * ty) };
}

function meanColour(
  { width, height, rgb }: Picture,
  back: Similarity,
  x: number,
  y: number,
): readonly number[] {
  const sums: [number, number, number] = [0, 0, 0];
  for (let sample = 0; sample < SAMPLES ** 2; sample += 1) {
    const [dx, dy] = [sample % SAMPLES, Math.floor(sample / SAMPLES)].map((step) => (step + 0.5) / SAMPLES);
    const [px, py] = applySimilarity(back, [x + (dx ?? 0), y + (dy ?? 0)]);
    const [column, row] = [Math.floor(px), Math.floor(py)];
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    const at = 3 * (row * width + column);
    for (const channel of [0, 1, 2] as const) sums[channel] += rgb[at + channel] ?? 0;
  }
  return sums.map((sum) => sum / SAMPLES ** 2);
}
