import { describe, expect, it } from 'vitest';
import { common, countOf, type Runs, without } from './runs.js';

const pixelsOf = (runs: Runs): readonly number[] =>
  Array.from({ length: 60 }, (_, pixel) => pixel).filter((pixel) =>
    runs.some((from, at) => at % 2 === 0 && from <= pixel && pixel < (runs[at + 1] ?? 0)),
  );

const ONE: Runs = [2, 9, 12, 14, 20, 30, 30, 33, 40, 41];
const OTHERS: readonly Runs[] = [
  [],
  [0, 60],
  [0, 2, 9, 12],
  [2, 9],
  [5, 13],
  [3, 4, 5, 6, 7, 20],
  [25, 31, 32, 50],
  [8, 22, 29, 45],
];

describe('runs', () => {
  it.each(OTHERS.map((other) => ({ other })))(
    'have in common with $other the pixels of both',
    ({ other }) => {
      const both = pixelsOf(ONE).filter((pixel) => pixelsOf(other).includes(pixel));
      expect(pixelsOf(common(ONE, other))).toEqual(both);
      expect(countOf(common(other, ONE))).toBe(both.length);
    },
  );

  it.each(OTHERS.map((other) => ({ other })))('without $other are what is left', ({ other }) => {
    const rest = pixelsOf(ONE).filter((pixel) => !pixelsOf(other).includes(pixel));
    expect(pixelsOf(without(ONE, other))).toEqual(rest);
    expect(countOf(without(ONE, other))).toBe(rest.length);
  });

  it('are counted, and have something in common with others that are moved on', () => {
    expect(countOf(ONE)).toBe(pixelsOf(ONE).length);
    for (const by of [-4, 3]) {
      const moved = ONE.map((at) => at + by);
      expect(common(ONE, ONE, by)).toEqual(common(ONE, moved));
    }
  });
});
