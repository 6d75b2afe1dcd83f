import { type Rate, upperBound, worst } from '../../src/calibration/rates.js';
import { fmrInterval, fnmrInterval, type Interval, type Likeness, mistakesAt } from './bootstrap.js';
import {
  type AllScores,
  type Embedded,
  falseMatches,
  falseNonMatches,
  type Scores,
  type Similarity,
} from './score.js';

/** What an engine's rates are at one threshold, the worst group's beside those of everybody. */

/** A rate from fewer people than this is not published. */
export const FEWEST_PEOPLE = 100;

export interface GroupRates {
  readonly name: string;
  readonly scores: Scores;
  readonly rate: Rate;
}

/** Of several groups, the one with the highest false match rate is what a seller may meet. */
export function worstGroup({ groups }: AllScores, threshold: number): GroupRates | null {
  return worst(
    [...groups].map(([name, scores]) => ({ name, scores, rate: falseMatches(scores, threshold) })),
  );
}

/** The lowest threshold at which no larger share of impostor pairs matches.
 * @returns null where there are too few pairs to show a rate as low as that: the lowest threshold that no pair reached
 * would say nothing. */
export function thresholdFor({ impostor }: Scores, wantedFmr: number): number | null {
  return wantedFmr * impostor.total < 1 ? null : impostor.lowestThreshold(wantedFmr);
}

/** Intervals by people (bootstrap.ts) at one threshold; null where there is no error. */
export interface IntervalsByPeople {
  readonly worstGroup: Interval | null;
  readonly fmr: Interval | null;
  readonly fnmr: Interval | null;
}

/** @param alike - who is as alike as `threshold`, at least. */
export function intervalsByPeople(
  embedded: readonly Embedded[],
  similarity: Similarity,
  alike: readonly Likeness[],
  scores: AllScores,
  threshold: number,
): IntervalsByPeople {
  const at = (group: string | null) => mistakesAt(embedded, similarity, alike, threshold, group);
  const everybody = at(null);
  const group = worstGroup(scores, threshold);
  return {
    worstGroup: group && fmrInterval(at(group.name)),
    fmr: fmrInterval(everybody),
    fnmr: fnmrInterval(everybody),
  };
}

export interface MeasuredModel {
  readonly modelId: string;
  readonly modelSha256: string;
}

/** The operating point as a receiver's configuration takes it (`threshold` of `createReceiver`), with a place to fill in. What
 * no error was seen of is stated as its bound. */
export function receiverThreshold(model: MeasuredModel, scores: AllScores, threshold: number): object {
  const stated = (rate: Rate): number => digits(rate.errors === 0 ? upperBound(rate) : rate.errors / rate.n);
  const matches = falseMatches(scores, threshold);
  const misses = falseNonMatches(scores, threshold);
  const group = worstGroup(scores, threshold);
  return {
    ...model,
    metric: 'cosine',
    value: Number(threshold.toFixed(4)),
    fmr: stated(matches),
    fnmr: stated(misses),
    n: matches.n,
    calibration: 'https://YOUR-PAGE-THAT-SAYS-HOW',
    ...(group === null || group.rate.n === 0
      ? {}
      : {
          worstGroup: {
            name: { en: group.name },
            fmr: stated(group.rate),
            fmrAtMost: digits(upperBound(group.rate)),
            n: group.rate.n,
          },
        }),
  };
}

function digits(share: number): number {
  return Number(share.toPrecision(3));
}
