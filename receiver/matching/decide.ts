import { unreachable } from '../../src/core/unreachable.js';
import type { Outcome, Payload } from '../../src/envelope/wire.js';

/** Among whom a newcomer was searched. */
export type Searched = 'gallery' | 'groups' | 'none';

/** Why a status is what it is. */
export type Basis =
  | 'no_hit'
  /** At least one template is as alike as the threshold. */
  | 'hit'
  | 'not_live'
  | 'inconclusive'
  /** Inconclusive, because the picture was not good enough to be recognised by and the seller recorded all the same. */
  | 'started_anyway'
  /** Nobody was compared with: the policy allows no search as large as the gallery, and the seller shares no group. */
  | 'not_searched'
  /** `test.outcome` of the options. */
  | 'test_outcome';

export type Decision =
  | { readonly status: 'no_duplicate'; readonly basis: 'no_hit' | 'test_outcome' }
  | { readonly status: 'needs_review'; readonly basis: Exclude<Basis, 'no_hit'> };

export interface Findings {
  readonly liveness: Payload['liveness'];
  readonly searched: Searched;
  readonly hits: number;
}

/** Live and compared and nobody alike: no duplicate. Everything else is for a person (requirement M-03). A hit comes before
 * what the liveness check found, because it names another seller. */
export function decide({ liveness, searched, hits }: Findings): Decision {
  if (hits > 0) return { status: 'needs_review', basis: 'hit' };
  const { verdict, checks } = liveness;
  switch (verdict) {
    case 'not-live':
      return { status: 'needs_review', basis: 'not_live' };
    case 'inconclusive': {
      const isPoor = checks.some(({ id, band }) => id === 'quality' && band === 'fail');
      return { status: 'needs_review', basis: isPoor ? 'started_anyway' : 'inconclusive' };
    }
    case 'live':
      if (searched === 'none') return { status: 'needs_review', basis: 'not_searched' };
      return { status: 'no_duplicate', basis: 'no_hit' };
    default:
      return unreachable(verdict);
  }
}

/** As {@link decide}, with the outcome that the tests' options fix. */
export function fixed(status: Outcome['status']): Decision {
  return { status, basis: 'test_outcome' };
}
