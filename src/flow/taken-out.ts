import type { ErrorCode } from '../core/errors.js';
import type { Receipt } from '../core/record.js';
import type { StoredRecord } from '../envelope/wire.js';
import type { KeptClip, SentSession, WaitingEnvelope } from '../vault/things.js';

/** Everything of one seller's as one JSON document (GDPR 15, 20): what this browser keeps, and what the receiver holds. */
export interface TakenOut {
  readonly version: 1;
  readonly takenOutAt: string;
  readonly verifications: readonly TakenOutVerification[];
  /** Sealed and not delivered: nobody but the receiver can open it. */
  readonly waiting: WaitingEnvelope | null;
  /** Sessions of which something may have arrived without an answer. */
  readonly mayHaveArrived: readonly SentSession[];
  readonly clips: readonly TakenOutClip[];
}

/** One verification, in the file that a seller takes out: the receipt of this browser, and what the receiver holds. */
export interface TakenOutVerification {
  readonly receipt: Receipt;
  /** What the receiver holds; null where it did not say, see `problem`. */
  readonly record: StoredRecord | null;
  readonly problem: ErrorCode | null;
}

/** A kept clip, in the file that a seller takes out. */
export interface TakenOutClip extends Pick<KeptClip, 'sessionId' | 'keptAt' | 'deleteAfter'> {
  readonly durationMs: number | null;
  /** A `data:` address, which every browser plays; null where this browser has lost the clip's key. */
  readonly content: string | null;
}
