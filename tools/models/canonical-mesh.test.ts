import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readCanonicalMesh } from './canonical-mesh.js';
import { packedAsset } from './packed-assets.js';

const PACKED = new URL(
  '../../node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data',
  import.meta.url,
);

it('reads a face of 468 vertices and 898 triangles, as large as a head, nose towards the camera', async () => {
  const { vertices, triangles } = readCanonicalMesh(packedAsset(await readFile(PACKED), 'geometryMetadata'));
  expect(vertices).toHaveLength(3 * 468);
  expect(triangles).toHaveLength(3 * 898);
  expect(new Set(triangles).size).toBe(468);
  expect(Math.max(...triangles)).toBe(467);

  const axis = (index: number): number[] => vertices.filter((_, at) => at % 3 === index);
  const widthCm = Math.max(...axis(0)) - Math.min(...axis(0));
  expect(widthCm).toBeGreaterThan(12);
  expect(widthCm).toBeLessThan(18);
  // The nose tip is the nearest vertex or next to it, and lies on the plane of symmetry.
  const [noseX, , noseZ = 0] = vertices.slice(3 * 1, 3 * 2);
  expect(noseX).toBe(0);
  expect(Math.max(...axis(2)) - noseZ).toBeLessThan(0.5);
});
