import { falseHits } from '../../src/calibration/rates.js';
import type { Threshold } from '../../src/core/types.js';
import type { DecisionRecord } from '../store/kinds.js';
import { fmrAtMost, isLowConfidence } from './search-policy.js';

/** What a decision rests on besides the threshold. */
export function decisionRecord(
  threshold: Threshold,
  compared: Pick<DecisionRecord, 'searched' | 'gallerySize' | 'scopeSize'>,
): DecisionRecord {
  const falseHitsPerNewcomer = falseHits(fmrAtMost(threshold), compared.scopeSize);
  return { ...compared, falseHitsPerNewcomer, lowConfidence: isLowConfidence(falseHitsPerNewcomer) };
}
