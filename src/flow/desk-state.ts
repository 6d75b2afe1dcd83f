import type { CandorError } from '../core/errors.js';
import type { ByOperator, Receipt, ShareRemoval } from '../core/record.js';
import type { Controller } from '../core/types.js';
import type { StoredRecord } from '../envelope/wire.js';
import type { KeptClip } from '../vault/things.js';
import type { Contest, Undelivered } from './state.js';
import type { TakenOut } from './taken-out.js';

/** The desk at which a receipt is opened, weeks later and from any page: what is stored is shown, contested and withdrawn,
 * with the receipt alone. `kind` is also `data-desk` on the root. */

export type { KeptClip } from '../vault/things.js';
export type { TakenOut } from './taken-out.js';

/** What this browser keeps for the seller who is signed in. */
export interface KeptHere {
  readonly receipts: readonly Receipt[];
  readonly clips: readonly KeptClip[];
  /** What could not be delivered, or may have arrived without an answer. */
  readonly undelivered: Undelivered | null;
  /** False: this browser's storage did not answer, and something may be kept all the same. */
  readonly readable: boolean;
}

/** What the receiver says that it holds of one receipt. */
export type HeldThere =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly record: StoredRecord }
  | { readonly kind: 'unknown'; readonly error: CandorError };

/** What is being done with the receipt. `confirming`: the seller pressed withdraw and is asked once. */
export type DeskStep = 'idle' | 'reading' | 'confirming' | 'withdrawing';

/** Where a desk is: the list, one receipt, or “My data”. */
export type DeskState =
  | {
      readonly kind: 'list';
      /** This browser has not been looked into yet: what is kept is not known. */
      readonly looking: boolean;
      readonly kept: KeptHere;
      /** By verification; only of those that the receiver was asked about. */
      readonly held: Readonly<Record<string, HeldThere>>;
      /** Why the last file could not be opened, or the last clip not be deleted. */
      readonly problem: CandorError | null;
    }
  | {
      readonly kind: 'open';
      readonly receipt: Receipt;
      /** Who decides and can be asked, from the consent record of the receipt. */
      readonly controller: Controller | null;
      readonly step: DeskStep;
      readonly record: StoredRecord | null;
      readonly contest: Contest;
      readonly problem: CandorError | null;
    }
  | {
      readonly kind: 'withdrawn';
      readonly receipt: Receipt;
      readonly verificationId: string;
      readonly deletedAt: string;
      /** What became of the three parts, where operators kept them. */
      readonly shares?: ByOperator<ShareRemoval> | undefined;
      /** Its clips or the receipt may still be in this browser; `withdraw` tries again. */
      readonly clipsLeft: boolean;
    };

/** What a person (or a host) can ask of a desk. A command that the current state does not know is ignored. */
export type DeskCommand =
  | { readonly type: 'open-file'; readonly file: Blob }
  | { readonly type: 'open-kept'; readonly verificationId: string }
  | { readonly type: 'my-data' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'confirm' }
  /** One step back: from the question to the receipt, from the receipt to the list. */
  | { readonly type: 'back' }
  /** An objection, or facts; a person reads it. 1 to 2,000 UTF-16 units, not blank. */
  | { readonly type: 'contest'; readonly text: string }
  | { readonly type: 'delete-clip'; readonly sessionId: string }
  /** Deletes what could not be delivered, here and, should it have arrived, at the receiver. */
  | { readonly type: 'discard' };

/** Whose receipts a desk shows, and of which receivers. */
export interface DeskOptions {
  /** The receiver whose kept receipts and clips are listed. Then only its receipts can be opened. */
  readonly endpoint?: string | undefined;
  /** The marketplace's own pseudonymous id of the seller who is signed in, 1 to 128 characters. Null is absent. */
  readonly subject?: string | null | undefined;
  /** Other receivers whose receipts can be opened here. With neither this nor `endpoint`, every https address may be. */
  readonly otherEndpoints?: readonly string[] | undefined;
  /** Asks the receiver at once what it holds of each kept receipt, by the receipt's token. Default: only on `my-data`. */
  readonly asksAtOnce?: boolean | undefined;
}

/** The desk without React: one per page. `destroy` ends what it asked for and is final. */
export interface Desk {
  getState(): DeskState;
  subscribe(listener: () => void): () => void;
  send(command: DeskCommand): void;
  /** Everything of this seller's, as one object to be saved: what is kept here and what the receiver holds.
   * @throws the reason of `destroy`. What the receiver does not answer is in it as a problem. */
  takeOut(): Promise<TakenOut>;
  destroy(): void;
}
