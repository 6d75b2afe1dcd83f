import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import { loadFaceMesh } from '../../testing/person/mesh.js';
import { faceMask } from './contour.js';
import { POINT } from './points.js';

const SIDE = 150;
const { vertices } = loadFaceMesh();

/** The average face in the middle of the chip, 6 px a centimetre. */
function onChip(index: number): Point {
  return [75 + 6 * (vertices[3 * index] ?? 0), 75 - 6 * (vertices[3 * index + 1] ?? 0)];
}

function isIn(mask: Uint8Array, [x, y]: Point): boolean {
  return mask[Math.round(y) * SIDE + Math.round(x)] === 1;
}

describe('faceMask', () => {
  const mask = faceMask(onChip, SIDE);

  it('holds eyes, nose and mouth, and not what is around the face', () => {
    for (const name of ['rightEyeOuter', 'leftEyeOuter', 'noseTip', 'mouthRight', 'mouthLeft'] as const)
      expect([name, isIn(mask, onChip(POINT[name]))]).toEqual([name, true]);
    for (const corner of [
      [2, 2],
      [147, 2],
      [2, 147],
      [147, 147],
    ] as const)
      expect(isIn(mask, corner)).toBe(false);
  });

  it('ends before the rim, where hair, scarves and the wall behind begin', () => {
    // Forehead, chin and both temples of the rim.
    for (const rim of [10, 152, 234, 454]) expect(isIn(mask, onChip(rim))).toBe(false);
  });

  it('stays on the chip with a face that does not', () => {
    const aside = faceMask((index) => [onChip(index)[0] + 70, onChip(index)[1]], SIDE);
    const count = (one: Uint8Array): number => one.reduce((sum, value) => sum + value, 0);
    expect(count(aside)).toBeGreaterThan(0.3 * count(mask));
    expect(count(aside)).toBeLessThan(0.7 * count(mask));
    expect(count(faceMask((index) => [onChip(index)[0] + 500, onChip(index)[1]], SIDE))).toBe(0);
  });
});
