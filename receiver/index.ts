/** `candor/receiver`: the reference receiver. */
export { type CliOptions, readCliOptions, USAGE } from './cli-options.js';
export { DEMO_THRESHOLD, demoOptions } from './demo.js';
export { FolderInUseError } from './folder-lock.js';
export { jsonLines, type Log, type LogEntry } from './log.js';
export {
  type Authorize,
  LOOPBACK_ORIGINS,
  type OfferedAlternative,
  type Random,
  ReceiverOptionError,
  type ReceiverOptions,
  type TestOverrides,
} from './options.js';
export { createReceiver, type Receiver, type Serving, serve } from './receiver.js';
