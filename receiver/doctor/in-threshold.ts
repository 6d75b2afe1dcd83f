import { calibrationOf } from '../../src/calibration/calibration.js';
import { largestGallery } from '../../src/calibration/operating-points.js';
import { upperBound } from '../../src/calibration/rates.js';
import type { ReceiverConfig } from '../options.js';
import type { Finding } from './finding.js';

/** The threshold against what was measured, and against the gallery that is expected. */
export function findInThreshold({
  threshold,
  gallerySize,
}: Pick<ReceiverConfig, 'threshold' | 'gallerySize'>): readonly Finding[] {
  const { modelId, value, fmr, n, worstGroup } = threshold;
  const what = 'threshold';
  const measured = calibrationOf(modelId) === null ? 'your own figures' : 'measured by us';
  const bound = worstGroup?.fmrAtMost ?? upperBound({ errors: fmr * n, n });
  const most = largestGallery(bound);
  const words = `${modelId} at ${value} (${measured}): at most 0.1 false hits for a newcomer among ${most}`;
  const group: readonly Finding[] =
    worstGroup === undefined ? [{ kind: 'warning', what, words: 'no group of people was measured' }] : [];
  if (gallerySize <= most) return [{ kind: 'ok', what, words }, ...group];
  return [{ kind: 'warning', what, words: `${words}, and ${gallerySize} are expected` }, ...group];
}
