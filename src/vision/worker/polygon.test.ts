import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import { pixelsIn } from './polygon.js';

const SIDE = 10;
const square = (from: number, to: number): readonly Point[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
];

describe('pixelsIn', () => {
  it('counts the pixels whose middles lie inside', () => {
    expect(pixelsIn(square(2, 4), SIDE)).toEqual([22, 23, 32, 33]);
    expect(pixelsIn(square(2.4, 4.4), SIDE)).toEqual([22, 23, 32, 33]);
  });

  it('does not mind in which direction the outline runs', () => {
    expect(pixelsIn(square(2, 7).toReversed(), SIDE)).toEqual(pixelsIn(square(2, 7), SIDE));
  });

  it('leaves out the bay of an outline that is not convex', () => {
    const horseshoe: readonly Point[] = [
      [0, 0],
      [9, 0],
      [9, 6],
      [6, 6],
      [6, 3],
      [3, 3],
      [3, 6],
      [0, 6],
    ];
    const row = pixelsIn(horseshoe, SIDE).filter((pixel) => Math.floor(pixel / SIDE) === 4);
    expect(row).toEqual([40, 41, 42, 46, 47, 48]);
  });

  it('leaves out what is beyond the picture', () => {
    expect(pixelsIn(square(-5, 2), SIDE)).toEqual([0, 1, 10, 11]);
    expect(pixelsIn(square(20, 30), SIDE)).toEqual([]);
    expect(pixelsIn(square(-9, -2), SIDE)).toEqual([]);
  });

  it('finds nothing in a line', () => {
    expect(pixelsIn([], SIDE)).toEqual([]);
    expect(
      pixelsIn(
        [
          [1, 1],
          [8, 8],
        ],
        SIDE,
      ),
    ).toEqual([]);
  });
});
