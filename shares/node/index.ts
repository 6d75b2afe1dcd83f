/** One operator's node, and whoever asks the three (docs/three-operators.md). For Node alone; no published door of the package comes
 * here yet. */
export {
  type Description,
  type Enrolled,
  type Found,
  type Removal,
  ShareClient,
  type ShareClientOptions,
  type SplitShares,
} from './client.js';
export { type ShareNodeConfig, settingsOf } from './config.js';
export { newId } from './ids.js';
export type { Notice } from './notice.js';
export { assertReceipt, type SignedReceipt } from './receipts.js';
export { type ShareNode, startShareNode } from './start.js';
export { fingerprintOf } from './tls.js';
