import type { Challenge } from '../../core/types.js';
import type { Keyring } from '../../envelope/open.js';
import type {
  Discovery,
  Header,
  Outcome,
  Payload,
  Session,
  SessionRequest,
  StoredRecord,
} from '../../envelope/wire.js';

/** How the double behaves.
 * - `needs_review`, `no_duplicate`: the outcome of every envelope that opens.
 * - `down`: no answer at all; a connection is cut.
 * - `busy`: every POST is answered 429 with `Retry-After: 1`.
 * - `attempts_exhausted`: no session is opened.
 * - `expired`, `used`: no envelope arrives in time; every session has been used before. */
export type Scenario =
  | 'needs_review'
  | 'no_duplicate'
  | 'down'
  | 'busy'
  | 'attempts_exhausted'
  | 'expired'
  | 'used';

/** An envelope that opened. */
export interface ReceivedVerification {
  readonly header: Header;
  readonly payload: Payload;
  readonly outcome: Outcome;
}

/** A no that arrived. */
export interface ReceivedOptOut {
  readonly alternative: string;
  readonly subject?: string | undefined;
}

export interface OpenedSession {
  readonly session: Session;
  readonly request: SessionRequest;
  /** Set by the first envelope that opens. */
  used?: { readonly bodyHash: string; readonly outcome: Outcome };
}

export interface DoubleRecord {
  stored: StoredRecord;
  readonly removalToken: string;
}

export interface DoubleState {
  readonly discovery: Discovery;
  readonly noticeHash: string;
  readonly keyring: Keyring;
  readonly challenge: Challenge;
  readonly now: () => Date;
  readonly sessions: Map<string, OpenedSession>;
  readonly records: Map<string, DoubleRecord>;
  readonly received: ReceivedVerification[];
  readonly optOuts: ReceivedOptOut[];
}
