import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import { loadFaceMesh } from '../../testing/person/mesh.js';
import { faceRuns } from './contour.js';
import { POINT } from './points.js';
import { countOf, type Runs } from './runs.js';

const SIDE = 150;
const { vertices } = loadFaceMesh();

/** The average face in the middle of the chip, 6 px a centimetre. */
function onChip(index: number): Point {
  return [75 + 6 * (vertices[3 * index] ?? 0), 75 - 6 * (vertices[3 * index + 1] ?? 0)];
}

function isIn(runs: Runs, [x, y]: Point): boolean {
  const pixel = Math.round(y) * SIDE + Math.round(x);
  return runs.some((from, at) => at % 2 === 0 && from <= pixel && pixel < (runs[at + 1] ?? 0));
}

describe('faceRuns', () => {
  const face = faceRuns(onChip, SIDE);

  it('holds eyes, nose and mouth, and not what is around the face', () => {
    for (const name of ['rightEyeOuter', 'leftEyeOuter', 'noseTip', 'mouthRight', 'mouthLeft'] as const)
      expect([name, isIn(face, onChip(POINT[name]))]).toEqual([name, true]);
    for (const corner of [
      [2, 2],
      [147, 2],
      [2, 147],
      [147, 147],
    ] as const)
      expect(isIn(face, corner)).toBe(false);
  });

  it('ends before the rim, where hair, scarves and the wall behind begin', () => {
    // Forehead, chin and both temples of the rim.
    for (const rim of [10, 152, 234, 454]) expect(isIn(face, onChip(rim))).toBe(false);
  });

  it('stays on the chip with a face that does not', () => {
    const moved = (byPx: number): number =>
      countOf(faceRuns((index) => [onChip(index)[0] + byPx, onChip(index)[1]], SIDE));
    expect(moved(70)).toBeGreaterThan(0.3 * countOf(face));
    expect(moved(70)).toBeLessThan(0.7 * countOf(face));
    expect(moved(500)).toBe(0);
  });
});
