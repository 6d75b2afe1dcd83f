import { searchErrors } from '../../core/rates.js';
import type { Search } from '../../core/types.js';
import type { StoredRecord } from '../../envelope/wire.js';
import type { Text } from '../text.js';

/** What the comparison of one check made of its seller: a rate of pairs says little to one who was compared with thousands.
 * Null where nobody was there to compare with, or the receiver does not say how many were. */
export function searchOf({ threshold, comparedWith = 0 }: StoredRecord): Search | null {
  if (comparedWith === 0) return null;
  return { scope: 'gallery', templates: comparedWith, ...searchErrors(threshold, comparedWith) };
}

/** In one sentence; empty where it is not known. */
export function oddsOfSeller(record: StoredRecord, { t, format }: Text): string {
  const search = searchOf(record);
  if (search === null) return '';
  const all = format.share(search.overall.fpir);
  return t('notice.threshold.seller', { count: format.count(search.templates), all });
}
