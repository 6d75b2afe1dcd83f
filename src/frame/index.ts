/** `candor/frame`: the widget in a frame of another origin. `mountFrame` is for the page around it, `connectFrame` for the page in it. */

export { CandorError, ERROR_CODES, ERRORS, type ErrorCode } from '../core/errors.js';
export {
  type ConnectFrameOptions,
  connectFrame,
  type FrameCallbacks,
  type FrameConnection,
  type FramedState,
} from './connect-frame.js';
export {
  type FramedOptOut,
  type FramedOutcome,
  type FrameEvents,
  type MountedFrame,
  type MountFrameOptions,
  mountFrame,
} from './mount-frame.js';
