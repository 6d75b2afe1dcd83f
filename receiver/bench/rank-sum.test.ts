import { expect, it } from 'vitest';
import { rankSum } from './rank-sum.js';

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

it('finds no difference where there is none', () => {
  expect(rankSum(range(0, 60), range(0, 60))).toEqual({ above: 0.5, p: expect.closeTo(1, 6) });
});

it('finds what is always above', () => {
  const { above, p } = rankSum(range(0, 60), range(100, 60));
  expect(above).toBe(1);
  expect(p).toBeLessThan(1e-6);
});

it('gives the p that tables give', () => {
  const first = range(0, 20);
  const second = first.map((value) => value + 3.65);
  // 264 of 400 pairs: z = 64 / √(400 · 41 / 12) = 1.731, beyond which are 8.34 % of a normal distribution.
  expect(rankSum(first, second)).toEqual({ above: 0.66, p: expect.closeTo(0.0834, 3) });
});
