import { GROUP_NAMES } from '../../src/calibration/calibrated-threshold.js';
import type { OperatingPoint, WorstGroup } from '../../src/calibration/operating-points.js';
import { inWords } from '../../src/calibration/rates.js';
import { similarity } from './numbers.js';

function worstInWords({ group, rate }: WorstGroup): string {
  return `${GROUP_NAMES[group].en}: ${inWords(rate)}`;
}

/** Threshold, rate of the worst group, rate overall and misses, in words.
 * @param point - null where none was counted. */
export function ratesOf(point: OperatingPoint | null): readonly string[] {
  if (point === null) return Array(4).fill('not measured');
  const { threshold, worst, overall, genuine } = point;
  return [similarity.format(threshold), worstInWords(worst), inWords(overall), inWords(genuine)];
}
