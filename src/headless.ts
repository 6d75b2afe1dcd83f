export { CandorError, ERROR_CODES, ERRORS, type ErrorCode } from './core/errors.js';
export { CHECK_IDS, REASON_CODES } from './core/verdict.js';
export type {
  Desk,
  DeskCommand,
  DeskState,
  DeskStep,
  HeldThere,
  KeptClip,
  KeptHere,
  TakenOut,
} from './flow/desk-state.js';
export { createDesk } from './flow/desk-wire-up.js';
export { followSteps } from './flow/steps.js';
export type { TakenOutClip, TakenOutVerification } from './flow/taken-out.js';
export type * from './flow/vocabulary.js';
export { createFlow } from './flow/wire-up.js';
export type { SentSession, WaitingEnvelope } from './vault/things.js';
