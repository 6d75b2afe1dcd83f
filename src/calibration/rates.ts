/** Error rates as ISO/IEC 19795-1 wants them: with the number of trials and an interval, never bare (requirement P-03). */

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

function percent(share: number): string {
  const value = 100 * share;
  return `${value >= 9.95 || value === 0 ? Math.round(value) : value.toPrecision(2)} %`;
}

/** For a table: `3/150, 2.0 % (0.68–5.7 %)`; no error in 150: `0/150, ≤ 2.0 %`. A bare "0 %" would claim too much. */
export function inWords(rate: Rate): string {
  const { errors, n } = rate;
  if (n === 0) return 'not measured';
  if (errors === 0) return `0/${n}, ≤ ${percent(ruleOfThree(n))}`;
  const [low, high] = wilson(rate).map(percent);
  return `${errors}/${n}, ${percent(errors / n)} (${low?.replace(' %', '')}–${high})`;
}

/** The worst of several rates: rates of species are never averaged (requirement P-01).
 * @returns null without any. */
export function worst<T extends { readonly rate: Rate }>(items: readonly T[]): T | null {
  const measured = items.filter(({ rate }) => rate.n > 0);
  const share = ({ rate }: T): number => rate.errors / rate.n;
  // Of equal rates, the one with the wider interval.
  return measured.toSorted((a, b) => share(b) - share(a) || a.rate.n - b.rate.n)[0] ?? null;
}

/** Of several rates, the one that may be the highest: by the upper end of its interval, so that few trials do not pass for a low
 * rate. Without trials, a rate takes no part.
 * @returns null without any. */
export function worstByBound<T extends { readonly rate: Rate }>(items: readonly T[]): T | null {
  const measured = items.filter(({ rate }) => rate.n > 0);
  const share = ({ rate }: T): number => rate.errors / rate.n;
  const bound = ({ rate }: T): number => upperBound(rate);
  return measured.toSorted((a, b) => bound(b) - bound(a) || share(b) - share(a))[0] ?? null;
}
