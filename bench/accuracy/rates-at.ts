import { type Rate, worstByBound } from '../../src/calibration/rates.js';
import { type CountsByGroup, lowestThreshold } from '../../src/calibration/scores.js';
import { EDGES } from '../../src/calibration/similarity-counts.js';
import { fmrInterval, fnmrInterval, type Interval, type Likeness, mistakesAt } from './bootstrap.js';
import { type AllScores, type Embedded, falseMatches, type Scores, type Similarity } from './score.js';

/** What an engine's rates are at one threshold, the worst group's beside those of everybody. */

/** A rate from fewer people than this is not published. */
export const FEWEST_PEOPLE = 100;

export interface GroupRates {
  readonly name: string;
  readonly scores: Scores;
  readonly rate: Rate;
}

/** Of several groups, the one whose false match rate may be the highest: what a seller may meet (docs/thresholds.md). */
export function worstGroup({ groups }: AllScores, threshold: number): GroupRates | null {
  return worstByBound(
    [...groups].map(([name, scores]) => ({ name, scores, rate: falseMatches(scores, threshold) })),
  );
}

/** A group of one person has no pairs, and is left out. */
export function countsByGroup({ genuine, impostor, groups }: AllScores): CountsByGroup {
  const measured = [...groups].filter(([, among]) => among.impostor.total > 0);
  return { genuine, impostor, groups: new Map(measured.map(([name, among]) => [name, among.impostor])) };
}

/** The lowest threshold at which no false match rate, of a group or of everybody, exceeds `mostFmr` at the upper end of its
 * interval.
 * @returns null where none can be shown. */
export function thresholdByWorstGroup(scores: AllScores, mostFmr: number): number | null {
  return lowestThreshold(countsByGroup(scores), mostFmr, EDGES);
}

/** The lowest threshold at which no larger share of all impostor pairs matches. It is for holding models side by side, and hides
 * the worst group.
 * @returns null where there are too few pairs to show a rate as low as that: the lowest threshold that no pair reached
 * would say nothing. */
export function overallThreshold({ impostor }: Scores, wantedFmr: number): number | null {
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
