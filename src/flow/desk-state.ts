import type { CandorError } from '../core/errors.js';
import type { StoredRecord } from '../envelope/wire.js';
import type { KeptClip } from '../vault/things.js';
import type { VerificationReceipt } from './state.js';

/** The desk at which a receipt is opened, weeks later and from any page: what is stored is shown and withdrawn, with the
 * receipt alone. `kind` is also `data-desk` on the root. */

export type { KeptClip } from '../vault/things.js';

/** What this browser keeps for the seller who is signed in. */
export interface KeptHere {
  readonly receipts: readonly VerificationReceipt[];
  readonly clips: readonly KeptClip[];
}

/** What is being done with the receipt. `confirming`: the seller pressed withdraw and is asked once. */
export type DeskStep = 'idle' | 'reading' | 'confirming' | 'withdrawing';

export type DeskState =
  /** `problem`: why the last file could not be opened. */
  | { readonly kind: 'list'; readonly kept: KeptHere; readonly problem: CandorError | null }
  | {
      readonly kind: 'open';
      readonly receipt: VerificationReceipt;
      readonly step: DeskStep;
      readonly record: StoredRecord | null;
      readonly problem: CandorError | null;
    }
  | { readonly kind: 'withdrawn'; readonly verificationId: string; readonly deletedAt: string };

export type DeskCommand =
  | { readonly type: 'open-file'; readonly file: Blob }
  | { readonly type: 'open-kept'; readonly verificationId: string }
  | { readonly type: 'my-data' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'confirm' }
  /** One step back: from the question to the receipt, from the receipt to the list. */
  | { readonly type: 'back' }
  | { readonly type: 'delete-clip'; readonly sessionId: string };

export interface DeskOptions {
  /** The receiver whose kept receipts and clips are listed. Then only its receipts can be opened. */
  readonly endpoint?: string | undefined;
  /** The marketplace's own pseudonymous id of the seller who is signed in. */
  readonly subject?: string | undefined;
  /** Other receivers whose receipts can be opened here. With neither this nor `endpoint`, every https address may be. */
  readonly otherEndpoints?: readonly string[] | undefined;
}

/** The desk without React: one per page. `destroy` ends what it asked for and is final. */
export interface Desk {
  getState(): DeskState;
  subscribe(listener: () => void): () => void;
  send(command: DeskCommand): void;
  destroy(): void;
}
