/** `candor/receiver`: the reference receiver. */

export { type CalibratedThreshold, calibratedThreshold } from '../src/calibration/calibrated-threshold.js';
export {
  type Calibration,
  type CalibrationPoint,
  DLIB_RESNET_V1,
  type Group,
  MOBILEFACENET,
} from '../src/calibration/calibration.js';
export type { Rate } from '../src/calibration/rates.js';
export {
  type KantaraController,
  type KantaraPurpose,
  type KantaraReceipt,
  type KantaraService,
  toKantara,
} from '../src/consent/kantara.js';
export {
  type Jurisdiction,
  LAW_PACKS,
  type LawPack,
  type LawPackWords,
  withLawPacks,
} from '../src/consent/law-packs.js';
export type { ConsentAct } from '../src/consent/receipt.js';
export {
  type ConsentRecord,
  type RecordedAlternative,
  type RecordedLegal,
  type RecordedPii,
  type RecordedPurpose,
  type RecordSchema,
  type RecordSession,
  type Release,
  receipt,
} from '../src/consent/record.js';
export type { Bytes } from '../src/core/bytes.js';
export { SHIPPED_MODEL, type ShippedModel } from '../src/core/shipped-model.js';
export { CHECK_IDS, REASON_CODES } from '../src/core/verdict.js';
export type * from '../src/core/vocabulary.js';
export { hashCanonical } from '../src/envelope/canonical.js';
export {
  EnvelopeInvalid,
  generateKeyPair,
  type Keyring,
  open,
  type ReceiverKey,
} from '../src/envelope/open.js';
export {
  EnvelopeSchema,
  OptOutRequestSchema,
  PROBLEM_CODES,
  type ProblemCode,
  SessionRequestSchema,
} from '../src/envelope/wire.js';
export {
  ACTIONS,
  type ChallengeRequest,
  generateChallenge,
  type RandomBytes,
} from '../src/liveness/challenge.js';
export { LOOPBACK_ORIGINS } from './allowed-origins.js';
export { bind, type Claim, type ClaimedSession, type Terms } from './binding.js';
export { type ReadBody, readJson } from './body.js';
export { type CliOptions, type FolderChoice, readCliOptions, USAGE } from './cli-options.js';
export { ClockJumpError } from './clock.js';
export { type CandorConfig, defineConfig } from './configuration/file.js';
export { demoOptions } from './demo.js';
export { FolderInUseError, FolderLostError } from './folder-lock.js';
export { type KeyLoss, KeyLostError } from './keys/secrets.js';
export { type ErrorTrace, jsonLines, type Log, type LogEntry } from './log.js';
export type { Basis, Searched } from './matching/decide.js';
export type { LeftOutCode } from './matching/left-out.js';
export type { ScanLossCode } from './matching/scan/scan-thread.js';
export type { SearchPolicy } from './matching/search-policy.js';
export { createMetrics, type Metrics } from './metrics.js';
export type { NamedOperators } from './notices/three-parts.js';
export type { AuthorizeOperator, Operator, OperatorAccess } from './operator/access.js';
export type { OperatorEnv } from './operator/app.js';
export { type OptionIssue, ReceiverOptionError } from './option-error.js';
export type {
  Authorize,
  Authorized,
  OfferedAlternative,
  Random,
  ReceiverOptions,
  TestOverrides,
} from './options.js';
export type { ServerLimits } from './patience.js';
export { ProblemError, problemCodeOf, problemResponse } from './problem.js';
export { createReceiver, type Receiver } from './receiver.js';
export { type AuthorizeReviewer, type ReviewAccess, type Reviewer, reviewAddress } from './review/access.js';
export type { ReviewEnv } from './review/page.js';
export { type Fetching, nodeListener, type ServeOptions, type Serving, serve } from './serve.js';
export type { IndexKind } from './store/index-kinds.js';
export type { StoredBasis } from './store/kinds.js';
export { DatabaseInUseError } from './store/life-lock.js';
export { NewerDatabaseError } from './store/newer-database.js';
export { type StorageCode, StorageError } from './store/storage-error.js';
export type { ShareOperator, ThreeOperatorsOptions } from './three-operators/option.js';
export type { WebhookEndpoint } from './webhooks/endpoint.js';
