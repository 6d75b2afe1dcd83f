import { errorFunction } from 'simple-statistics';

/** How well one can tell of a time which of two kinds it is. */
export interface RankSum {
  /** How often one of the second kind is above one of the first, 0…1; 0.5: as often as not. */
  readonly above: number;
  /** How likely it is to see this much of a difference, or more, where there is none (two-sided). */
  readonly p: number;
}

/** The test of Mann and Whitney, by its normal approximation, which is good from some 20 of each on; equal values count half. */
export function rankSum(first: readonly number[], second: readonly number[]): RankSum {
  let wins = 0;
  for (const one of second) for (const other of first) wins += one > other ? 1 : one === other ? 0.5 : 0;
  const pairs = first.length * second.length;
  const deviation = Math.sqrt((pairs * (first.length + second.length + 1)) / 12);
  const z = Math.abs(wins - pairs / 2) / deviation;
  return { above: wins / pairs, p: 1 - errorFunction(z / Math.SQRT2) };
}
