import { type Calibration, type CalibrationPoint, GROUPS, type Group } from './calibration.js';
import { type Rate, upperBound, worstByBound } from './rates.js';

/** Thresholds by purpose. What counts is the worst measured group, at the upper end of its 95 % interval: a seller of that
 * group meets that rate, and few pairs must not pass for a low one (ISO/IEC 19795-1; requirements P-03, P-08). */

export interface WorstGroup {
  readonly group: Group;
  readonly rate: Rate;
  /** Upper end of the 95 % interval of its false match rate, 0…1. Pairs share people, so the true one is higher. */
  readonly fmrAtMost: number;
}

export interface OperatingPoint extends Omit<CalibrationPoint, 'groups'> {
  readonly worst: WorstGroup;
}

/** Upper bound of the worst group's false match rate at the point that the demo publishes. */
const SHIPPED_FMR = 0.003;
/** The same at the lowest threshold that is one at all (requirement M-01). */
const USABLE_FMR = 0.01;
/** False hits per newcomer that a team of people can look at. */
export const MOST_FALSE_HITS = 0.1;
/** Sizes of a marketplace for which thresholds are given. */
export const GALLERIES = [1_000, 10_000, 100_000] as const;
/** The same, and one that is larger. */
export const ALL_GALLERIES = [...GALLERIES, 1_000_000] as const;

/** Points at which at least one group was counted: without, nothing is known of the worst. From the lowest threshold. */
export function operatingPoints({ points }: Calibration): readonly OperatingPoint[] {
  return points.flatMap(({ groups, ...point }) => {
    const worst = worstOf(groups);
    return worst === null ? [] : [{ ...point, worst }];
  });
}

function worstOf(groups: CalibrationPoint['groups']): WorstGroup | null {
  const measured = GROUPS.flatMap((group) => {
    const rate = groups[group];
    return rate === undefined ? [] : [{ group, rate }];
  });
  const found = worstByBound(measured);
  return found && { ...found, fmrAtMost: upperBound(found.rate) };
}

function lowest(calibration: Calibration, mostFmr: number): OperatingPoint | null {
  return operatingPoints(calibration).find(({ worst }) => worst.fmrAtMost <= mostFmr) ?? null;
}

/** The point that the demo publishes: the lowest at which no measured group exceeds 0.3 %. */
export function shippedPoint(calibration: Calibration): OperatingPoint | null {
  return lowest(calibration, SHIPPED_FMR);
}

/** The lowest point that a receiver may use: no measured group exceeds 1 %. */
export function lowestUsablePoint(calibration: Calibration): OperatingPoint | null {
  return lowest(calibration, USABLE_FMR);
}

/** The lowest measured point that keeps the expected false hits of a newcomer among `enrolled` at or below
 * {@link MOST_FALSE_HITS}, were all enrolled of the worst group.
 * @returns null where too few pairs were compared to show a rate as low as that. */
export function pointForGallery(calibration: Calibration, enrolled: number): OperatingPoint | null {
  return lowest(calibration, MOST_FALSE_HITS / enrolled);
}

/** As {@link pointForGallery}, were all people alike: what the average hides. */
export function pointForGalleryOverall(calibration: Calibration, enrolled: number): OperatingPoint | null {
  return pointForOverallFmr(calibration, MOST_FALSE_HITS / enrolled);
}

/** The lowest measured point at which the false match rate of everybody, at the upper end of its interval, is at most `mostFmr`.
 * @returns null where none was measured. */
export function pointForOverallFmr(calibration: Calibration, mostFmr: number): OperatingPoint | null {
  return operatingPoints(calibration).find(({ overall }) => upperBound(overall) <= mostFmr) ?? null;
}

/** Pairs without a single error that would show a rate low enough for `enrolled` (rule of three). */
export function pairsNeeded(enrolled: number): number {
  return Math.ceil((3 * enrolled) / MOST_FALSE_HITS);
}

/** Largest gallery for which a false match rate keeps the false hits of a newcomer at or below {@link MOST_FALSE_HITS}. */
export function largestGallery(fmr: number): number {
  return Math.floor(MOST_FALSE_HITS / fmr);
}
