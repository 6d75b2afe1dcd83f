import type { Action, Threshold } from '../../src/core/types.js';
import type { Verdict } from '../../src/core/verdict.js';
import type { CaseOutcome, CaseReason } from '../store/kinds.js';
import type { ActKind } from './words.js';

/** What reviewers are shown. No type here has a field for a picture, a vector or a similarity. */

export type CaseState = 'open' | 'asked' | 'closed';

/** One of the accounts of a case. */
export interface AccountView {
  readonly verificationId: string;
  /** The marketplace's own id of the seller; null where none was given, or none is left. */
  readonly subject: string | null;
  readonly state: 'stored' | 'withdrawn' | 'deleted';
  readonly receivedAt: Date;
  readonly deleteAfter: Date;
  readonly liveness: Verdict;
  /** What the session asked for; empty for none. */
  readonly asked: readonly Action[];
}

export interface CaseSummary {
  readonly caseId: string;
  readonly verificationId: string;
  readonly subject: string | null;
  readonly reason: CaseReason;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly openedAt: Date;
  readonly decidedAt: Date | null;
}

export interface CaseAct {
  readonly outcome: ActKind;
  readonly at: Date;
  /** Keyed hash of the reviewer. */
  readonly reviewer: string;
}

export interface CaseView extends Omit<CaseSummary, 'verificationId' | 'subject'> {
  /** Grows with every act. */
  readonly revision: number;
  readonly deleteAfter: Date;
  readonly account: AccountView;
  /** Whom it may be the same person as. */
  readonly hits: readonly AccountView[];
  readonly threshold: Threshold;
  /** Templates that it was compared with; null where that is not known. */
  readonly searched: number | null;
  readonly objections: readonly { readonly text: string; readonly at: Date }[];
  /** Oldest first. */
  readonly acts: readonly CaseAct[];
}
