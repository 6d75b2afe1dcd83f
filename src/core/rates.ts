import type { Search, SearchError, Threshold } from './types.js';

/** Error rates with their intervals, and what they make of one newcomer (requirement P-03). */

export interface Rate {
  readonly errors: number;
  readonly n: number;
}

/** Two-sided 95 %. */
const Z = 1.959964;

/** Wilson's score interval (Wilson 1927), 0…1. Without trials nothing is known: 0…1. */
export function wilson({ errors, n }: Rate): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = errors / n;
  const spread = (Z * Math.sqrt((share * (1 - share)) / n + (Z / (2 * n)) ** 2)) / (1 + Z ** 2 / n);
  const centre = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)];
}

/** Highest rate that no error in `n` trials leaves possible at 95 %: the rule of three, 0…1 (ISO/IEC 19795-1). */
export function ruleOfThree(n: number): number {
  return n === 0 ? 1 : Math.min(1, 3 / n);
}

/** Upper end of the 95 % interval, 0…1: Wilson's, or the rule of three where no error was seen. */
export function upperBound(rate: Rate): number {
  return rate.errors === 0 ? ruleOfThree(rate.n) : wilson(rate)[1];
}

/** Expected number of strangers among `enrolled` whom a newcomer is taken for, at a false match rate of 0…1. */
export function falseHits(fmr: number, enrolled: number): number {
  return enrolled * fmr;
}

/** Share of honest newcomers who are taken for at least one of `enrolled` strangers, were pairs independent
 * (1 − (1 − FMR)^N; docs/thresholds.md). */
export function flaggedShare(fmr: number, enrolled: number): number {
  return -Math.expm1(enrolled * Math.log1p(-fmr));
}

/** What a newcomer must expect of a comparison with `templates`, at the upper bounds of the rates.
 * @returns `worstGroup` null where no group was measured. */
export function searchErrors(
  { fmr, n, worstGroup }: Threshold,
  templates: number,
): Pick<Search, 'overall' | 'worstGroup'> {
  const at = (rate: number): SearchError => ({
    falseHits: falseHits(rate, templates),
    fpir: flaggedShare(rate, templates),
  });
  return {
    overall: at(upperBound({ errors: fmr * n, n })),
    worstGroup: worstGroup === undefined ? null : at(worstGroup.fmrAtMost),
  };
}
