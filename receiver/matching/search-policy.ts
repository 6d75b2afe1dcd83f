import { MOST_FALSE_HITS } from '../../src/calibration/operating-points.js';
import { falseHits, flaggedShare, upperBound } from '../../src/calibration/rates.js';
import type { Threshold } from '../../src/core/types.js';
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
export function fmrAtMost({ worstGroup, ...overall }: Threshold): number {
  return worstGroup?.fmrAtMost ?? overallAtMost(overall);
}

function overallAtMost({ fmr, n }: Pick<Threshold, 'fmr' | 'n'>): number {
  return upperBound({ errors: fmr * n, n });
}

/** What a newcomer who is nobody's duplicate must expect of a search among so many templates. */
export interface SearchError {
  /** Strangers that the newcomer is taken for, on average. */
  readonly falseHits: number;
  /** False positive identification rate: share of such newcomers with at least one hit, 1 − (1 − FMR)^N (ISO/IEC 19795-1). */
  readonly fpir: number;
}

/** At the upper bounds of the rates.
 * @returns `worstGroup` null where no group was measured. */
export function searchErrors(
  { fmr, n, worstGroup }: Threshold,
  templates: number,
): { readonly overall: SearchError; readonly worstGroup: SearchError | null } {
  const at = (rate: number): SearchError => ({
    falseHits: falseHits(rate, templates),
    fpir: flaggedShare(rate, templates),
  });
  return {
    overall: at(overallAtMost({ fmr, n })),
    worstGroup: worstGroup === undefined ? null : at(worstGroup.fmrAtMost),
  };
}

/** Whether a hit among so many says little (requirement M-05). */
export function isLowConfidence(falseHitsPerNewcomer: number): boolean {
  return falseHitsPerNewcomer > MOST_FALSE_HITS;
}
