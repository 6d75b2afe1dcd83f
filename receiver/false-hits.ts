import { MOST_FALSE_HITS } from '../src/calibration/operating-points.js';
import type { LogEntry } from './log.js';
import { searchErrors } from './matching/search-policy.js';
import type { ReceiverConfig } from './options.js';

/** Says at start what a newcomer must expect of a search among the templates stored or planned, and warns when that is more false
 * hits than people can look at: the worst measured group's false match rate, at the upper end of its interval (requirement
 * M-05; docs/thresholds.md). */
export function reportFalseHits(
  stored: number,
  { threshold, gallerySize: planned, log }: Pick<ReceiverConfig, 'threshold' | 'gallerySize' | 'log'>,
): void {
  const gallerySize = Math.max(planned, stored);
  const { overall, worstGroup } = searchErrors(threshold, gallerySize);
  log({ event: 'search.expected', gallerySize, overall, worstGroup });
  const { falseHits: falseHitsPerNewcomer } = worstGroup ?? overall;
  if (falseHitsPerNewcomer <= MOST_FALSE_HITS) return;
  const measuredOn = worstGroup === null ? 'overall' : 'worst_group';
  log({ event: 'threshold.too_low', gallerySize, falseHitsPerNewcomer, measuredOn } satisfies LogEntry);
}
