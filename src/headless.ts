export type { ConsentAct, ConsentMethod } from './consent/receipt.js';
export type { CameraChoice, Clip, RecordedClip } from './core/capture.js';
export { CandorError, ERROR_CODES, type ErrorCode } from './core/errors.js';
export type {
  Action,
  Alternative,
  Challenge,
  Controller,
  Locale,
  Notice,
  Profile,
  Session,
  Threshold,
} from './core/types.js';
export type { Band, CheckId, CheckResult, ReasonCode, Verdict, VerdictWord } from './core/verdict.js';
export type {
  Desk,
  DeskCommand,
  DeskOptions,
  DeskState,
  DeskStep,
  HeldThere,
  KeptClip,
  KeptHere,
  TakenOut,
} from './flow/desk-state.js';
export { createDesk } from './flow/desk-wire-up.js';
export type {
  Aftermath,
  Choices,
  ClipKept,
  Contest,
  EnvelopeKept,
  Flow,
  FlowCommand,
  FlowOptions,
  FlowState,
  FlowStateKind,
  Hint,
  NoticeView,
  Offers,
  PayloadPreview,
  ReviewOutcome,
  Undelivered,
  VerificationReceipt,
  WantedChoices,
} from './flow/state.js';
export { createFlow } from './flow/wire-up.js';
