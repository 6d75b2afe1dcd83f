import type { Point } from '../../core/geometry.js';
import { expressFace } from './expression.js';
import { loadFaceMesh } from './mesh.js';
import { type FrameSize, placed } from './placement.js';
import { projectedVertices, projectVertices } from './rasterize.js';
import type { Person } from './scene.js';
import { shapeFace } from './shape.js';

/** Where the 468 points of a face are in its picture, px.
 * @throws Error when the face mesh is not built.
 * @example
 * const [noseTip] = landmarksAt({ width: 640, height: 480 }, personAt(IDENTITIES.ada)); */
export function landmarksAt(size: FrameSize, person: Person): readonly Point[] {
  const { vertices } = loadFaceMesh();
  const { shape, seed } = person.identity;
  const positions = expressFace(shapeFace(vertices, shape, seed), vertices, person);
  const count = positions.length / 3;
  const projected = projectedVertices(count);
  const surface = { positions, normals: positions };
  projectVertices(surface, placed(size, person), { direction: [0, 0, 1], ambient: 1 }, projected);
  return Array.from({ length: count }, (_, i) => [projected.x[i] ?? 0, projected.y[i] ?? 0] as const);
}
