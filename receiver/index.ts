/** `candor/receiver`: the reference receiver. */

export { type CalibratedThreshold, calibratedThreshold } from '../src/calibration/calibrated-threshold.js';
export { type Calibration, DLIB_RESNET_V1, MOBILEFACENET } from '../src/calibration/calibration.js';
export { type KantaraReceipt, toKantara } from '../src/consent/kantara.js';
export {
  type Jurisdiction,
  LAW_PACKS,
  type LawPack,
  type LawPackWords,
  withLawPacks,
} from '../src/consent/law-packs.js';
export { type ConsentRecord, receipt } from '../src/consent/record.js';
export { SHIPPED_MODEL, type ShippedModel } from '../src/core/shipped-model.js';
export { hashCanonical } from '../src/envelope/canonical.js';
export {
  EnvelopeInvalid,
  generateKeyPair,
  type Keyring,
  open,
  type ReceiverKey,
} from '../src/envelope/open.js';
export { EnvelopeSchema, OptOutRequestSchema, SessionRequestSchema } from '../src/envelope/wire.js';
export { ACTIONS, type ChallengeRequest, generateChallenge } from '../src/liveness/challenge.js';
export { LOOPBACK_ORIGINS } from './allowed-origins.js';
export { bind, type Claim, type ClaimedSession, type Terms } from './binding.js';
export { type ReadBody, readJson } from './body.js';
export { type CliOptions, readCliOptions, USAGE } from './cli-options.js';
export { ClockJumpError } from './clock.js';
export { type CandorConfig, defineConfig } from './configuration/file.js';
export { demoOptions } from './demo.js';
export { FolderInUseError, FolderLostError } from './folder-lock.js';
export { KeyLostError } from './keys/secrets.js';
export { jsonLines, type Log, type LogEntry } from './log.js';
export { createMetrics, type Metrics } from './metrics.js';
export type { AuthorizeOperator, Operator, OperatorAccess } from './operator/access.js';
export { type OptionIssue, ReceiverOptionError } from './option-error.js';
export type {
  Authorize,
  OfferedAlternative,
  Random,
  ReceiverOptions,
  TestOverrides,
} from './options.js';
export { ProblemError, problemCodeOf, problemResponse } from './problem.js';
export { createReceiver, type Receiver } from './receiver.js';
export { type AuthorizeReviewer, type ReviewAccess, type Reviewer, reviewAddress } from './review/access.js';
export { type Fetching, nodeListener, type ServeOptions, type Serving, serve } from './serve.js';
export { StorageError } from './store/storage-error.js';
export type { WebhookEndpoint } from './webhooks/endpoint.js';
