import { MOST_FALSE_HITS } from '../src/calibration/operating-points.js';
import { falseHits, upperBound } from '../src/calibration/rates.js';
import type { Threshold } from '../src/core/types.js';
import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { templates } from './store/schema.js';

/** Says in the log when a newcomer must expect more false hits than people can look at: the worst measured group's false
 * match rate, at the upper end of its interval, times the templates stored or planned (requirement M-05;
 * docs/thresholds.md). */
export async function warnOfFalseHits(
  database: Database,
  { threshold, gallerySize: planned, log }: Pick<ReceiverConfig, 'threshold' | 'gallerySize' | 'log'>,
): Promise<void> {
  const gallerySize = Math.max(planned, await database.$count(templates));
  const falseHitsPerNewcomer = falseHits(fmrAtMost(threshold), gallerySize);
  if (falseHitsPerNewcomer <= MOST_FALSE_HITS) return;
  const measuredOn = threshold.worstGroup === undefined ? 'overall' : 'worst_group';
  log({ event: 'threshold.too_low', gallerySize, falseHitsPerNewcomer, measuredOn });
}

function fmrAtMost({ fmr, n, worstGroup }: Threshold): number {
  return worstGroup?.fmrAtMost ?? upperBound({ errors: fmr * n, n });
}
