import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import { runsIn } from './polygon.js';

const SIDE = 10;
const square = (from: number, to: number): readonly Point[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
];

describe('runsIn', () => {
  it('counts the pixels whose middles lie inside', () => {
    expect(runsIn(square(2, 4), SIDE)).toEqual([22, 24, 32, 34]);
    expect(runsIn(square(2.4, 4.4), SIDE)).toEqual([22, 24, 32, 34]);
  });

  it('does not mind in which direction the outline runs', () => {
    expect(runsIn(square(2, 7).toReversed(), SIDE)).toEqual(runsIn(square(2, 7), SIDE));
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
    const row = runsIn(horseshoe, SIDE).filter((at) => Math.floor(at / SIDE) === 4);
    expect(row).toEqual([40, 43, 46, 49]);
  });

  it('leaves out what is beyond the picture', () => {
    expect(runsIn(square(-5, 2), SIDE)).toEqual([0, 2, 10, 12]);
    expect(runsIn(square(20, 30), SIDE)).toEqual([]);
    expect(runsIn(square(-9, -2), SIDE)).toEqual([]);
  });

  it('finds nothing in a line', () => {
    expect(runsIn([], SIDE)).toEqual([]);
    expect(
      runsIn(
        [
          [1, 1],
          [8, 8],
        ],
        SIDE,
      ),
    ).toEqual([]);
  });
});
