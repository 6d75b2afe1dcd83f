import { describe, expect, it } from 'vitest';
import { loadFaceMesh } from './mesh.js';
import { shapeFace } from './shape.js';

const mesh = loadFaceMesh();
const point = (vertices: Float32Array, index: number): readonly number[] => [
  ...vertices.subarray(index * 3, index * 3 + 3),
];

describe('loadFaceMesh', () => {
  it("faces the camera: the nose tip is nearest, the person's right eye is on the picture's left", () => {
    const nearest = Math.max(...mesh.vertices.filter((_, index) => index % 3 === 2));
    expect(point(mesh.vertices, 4)[2]).toBe(nearest);
    expect(point(mesh.vertices, 33)[0]).toBeLessThan(0);
  });

  it('has a rim of 36 landmarks, through the chin and the top of the forehead', () => {
    expect(mesh.outline).toHaveLength(36);
    expect(mesh.outline).toEqual(expect.arrayContaining([10, 152]));
  });
});

describe('shapeFace', () => {
  it('lengthens the nose downwards and leaves the mesh as it was', () => {
    const before = Float32Array.from(mesh.vertices);
    const [average, long] = [0, 1].map((noseLength) => shapeFace(mesh.vertices, { noseLength }, 5));
    if (average === undefined || long === undefined) throw new Error('two faces');
    expect(point(long, 2)[1]).toBeLessThan((point(average, 2)[1] ?? 0) - 0.5);
    expect(mesh.vertices).toEqual(before);
  });

  it('makes the halves of a face differ by millimetres', () => {
    const face = shapeFace(mesh.vertices, {}, 3);
    const [right = 0, left = 0] = [point(face, 33)[0], point(face, 263)[0]];
    expect(Math.abs(right + left)).toBeGreaterThan(0.001);
    expect(Math.abs(right + left)).toBeLessThan(0.5);
  });
});
