import type { Basis, Searched } from '../matching/decide.js';

/** The words that the tables hold, as unions. */

/** Why a person looks at a verification. */
export type CaseReason = Exclude<Basis, 'no_hit'> | 'objection';

/** What a person found. `no_concern`: nothing was found against a seller who was compared with nobody. */
export type CaseOutcome = 'same_person' | 'different_person' | 'allowed_second_account' | 'no_concern';

/** `matching_not_configured`: from before templates were compared. */
export type StoredBasis = Basis | 'matching_not_configured';

export interface DecisionRecord {
  readonly searched: Searched;
  /** Templates of the model that were stored. */
  readonly gallerySize: number;
  /** Templates that it was compared with. */
  readonly scopeSize: number;
  /** Strangers among them that a newcomer of the worst measured group is taken for, on average and at most. */
  readonly falseHitsPerNewcomer: number;
  /** So many that a hit says little. */
  readonly lowConfidence: boolean;
}

export type AuditKind =
  | 'notice.served'
  | 'threshold.set'
  | 'keys.rotated'
  | 'matrix.rotated'
  | 'received'
  | 'decided'
  | 'reviewed'
  | 'exempted'
  | 'objected'
  | 'withdrawn'
  | 'deleted'
  | 'opted-out'
  | 'operator.read'
  | 'operator.wrote'
  | 'exported'
  | 'erased';

/** Nothing about a face and nothing that names a person. */
export type AuditDetail = string | number | boolean | null;
