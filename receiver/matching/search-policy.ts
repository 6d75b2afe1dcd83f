import { MOST_FALSE_HITS } from '../../src/calibration/operating-points.js';
import { falseHits, searchErrors, upperBound } from '../../src/core/rates.js';
import type { Search, Threshold } from '../../src/core/types.js';
import type { Scope } from './template-index.js';

/** Among whom newcomers are searched (docs/matching.md). */
export interface SearchPolicy {
  /** `groups`: only sellers who share a group token with the newcomer. `gallery`: everybody, for as long as that accuses few
   * strangers; beyond, those who share a group. */
  readonly scope: 'groups' | 'gallery';
  /** Strangers that a newcomer of the worst measured group may be taken for, on average and at most, before the gallery is
   * no longer searched. */
  readonly mostFalseHits: number;
}

/** @returns null where nobody may be searched. */
export function chooseScope(
  { scope, mostFalseHits }: SearchPolicy,
  threshold: Threshold,
  groups: readonly string[],
  gallerySize: number,
): Scope | null {
  if (scope === 'gallery' && falseHits(fmrAtMost(threshold), gallerySize) <= mostFalseHits)
    return { kind: 'gallery' };
  return groups.length === 0 ? null : { kind: 'groups', groups };
}

/** Upper bound of the false match rate that a newcomer must expect: of the worst measured group, or overall where no group was
 * measured. */
export function fmrAtMost({ worstGroup, fmr, n }: Threshold): number {
  return worstGroup?.fmrAtMost ?? upperBound({ errors: fmr * n, n });
}

/** What discovery says of the search of a newcomer who shares no group. */
export function searchNow(policy: SearchPolicy, threshold: Threshold, templates: number): Search {
  const scope = chooseScope(policy, threshold, [], templates)?.kind ?? 'groups';
  return { scope, templates, ...searchErrors(threshold, templates) };
}

/** Whether a hit among so many says little (requirement M-05). */
export function isLowConfidence(falseHitsPerNewcomer: number): boolean {
  return falseHitsPerNewcomer > MOST_FALSE_HITS;
}
