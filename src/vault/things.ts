import type { Clip } from '../core/capture.js';
import type { Receipt } from '../envelope/receipt.js';
import type { Envelope } from '../envelope/wire.js';

/** What is kept, in the words of whoever keeps it. */

/** A sealed envelope that could not be delivered yet, with what its receipt will need. */
export interface WaitingEnvelope {
  readonly endpoint: string;
  readonly envelope: Envelope;
  readonly submitBy: string;
  readonly consent: Readonly<Record<string, unknown>>;
  readonly consentHash: string;
  readonly noticeVersion: string;
}

/** What is known of a sealed envelope: `released` by the seller's press on send; `held` since they came back, which takes the
 * press back; `gone`; `unknown` where the storage does not answer. */
export type EnvelopeState = 'released' | 'held' | 'gone' | 'unknown';

/** What is remembered of a message that may have arrived without an answer: enough to have it deleted at the receiver,
 * nothing of what was in it. */
export interface SentSession {
  readonly sessionId: string;
  readonly nonce: string;
  readonly sentAt: string;
  /** Until when the receiver takes it, by its clock, ISO 8601. Older notes have none. */
  readonly submitBy?: string | undefined;
}

/** Of which recording a clip is, and under which agreement it was made: who withdraws has all clips of the agreement
 * deleted, also those of recordings that were not sent. */
export interface ClipOf {
  readonly sessionId: string;
  readonly consentReceiptId: string;
}

/** A clip that the seller kept in this browser: for 30 days, or, without the option `subject`, for the tab and one day at most. Times are ISO 8601. */
export interface KeptClip {
  readonly sessionId: string;
  /** Null where this browser has lost the key or the content: nobody can watch it, and it can only be deleted. */
  readonly clip: Clip | null;
  readonly keptAt: string;
  readonly deleteAfter: string;
}

/** What an earlier visit of the same seller left behind. */
export interface LeftBehind {
  /** May still be delivered; the newest, should there be two. */
  readonly waiting: WaitingEnvelope | null;
  readonly sent: readonly SentSession[];
}

/** The same, only looked at. */
export interface LookedAt extends LeftBehind {
  /** The seller's press on send stands: another page, or the host's service worker, may be delivering it. */
  readonly isReleased: boolean;
}

export interface KeptThings {
  readonly receipts: readonly { readonly receipt: Receipt; readonly sessionId: string }[];
  readonly clips: readonly KeptClip[];
}
