import { falseHits, flaggedShare, type Rate, ruleOfThree, upperBound, wilson } from '../core/rates.js';

export { falseHits, flaggedShare, type Rate, ruleOfThree, upperBound, wilson };

/** Error rates as ISO/IEC 19795-1 wants them: with the number of trials and an interval, never bare (requirement P-03). */

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
