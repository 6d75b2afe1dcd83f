/** Matching among three operators of whom none holds a face (docs/three-operators.md). The one door of this folder; no part of the
 * product comes through it yet: what a seller's device needs is `sealed/seal.ts`. */
export { type Compared, type Decision, decide, openRows } from './decide.js';
export type { RowBlocks } from './dot-product.js';
export { SHARE_ERROR_CODES, ShareError, type ShareErrorCode } from './errors.js';
export { FRACTION_BITS, toFixedPoint, toFixedThreshold } from './fixed-point.js';
export { inProcessNetwork } from './in-process.js';
export { type Neighbour, PARTIES, type Party } from './party.js';
export { agreeOnKeys, type PairwiseKeys, Prss, type Randomness } from './prss.js';
export { reshare } from './reshare.js';
export type { Words } from './ring.js';
export { Rounds, type RoundsOptions } from './rounds.js';
export type { Session } from './session.js';
export {
  type ArithmeticShares,
  type BinaryShares,
  reconstruct,
  type Shares,
  type SharingKind,
  share,
  type Three,
  type View,
} from './sharing.js';
export type { Channels, Traffic } from './transport.js';
