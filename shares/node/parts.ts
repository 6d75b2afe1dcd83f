import type { Settings } from './config.js';
import type { Holdings } from './joint-work.js';
import type { Notice } from './notice.js';
import type { PeerLinks } from './peer-links.js';
import type { ReceiptSigner } from './receipts.js';
import type { Sealing } from './sealing-keys.js';
import type { Turns } from './turns.js';

/** What an operator works with. */
export interface OperatorParts {
  readonly settings: Settings;
  readonly holdings: Holdings;
  readonly links: PeerLinks;
  readonly turns: Turns;
  readonly signer: ReceiptSigner;
  /** Null: shares are taken as they are. */
  readonly sealing: Sealing | null;
  /** Templates that were deleted, ever. */
  readonly deleted: Map<string, Date>;
  readonly onNotice: (notice: Notice) => void;
}
