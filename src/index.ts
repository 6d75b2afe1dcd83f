'use client';

/** `candor`: the React door. The stylesheet is `candor/style.css`, imported once by the page. */

export { CandorError, ERROR_CODES, type ErrorCode } from './core/errors.js';
export type { Action, Alternative, Locale, Notice, Profile, Threshold } from './core/types.js';
export type { CheckId, CheckResult, ReasonCode, Verdict, VerdictWord } from './core/verdict.js';
export type { DeskOptions } from './flow/desk-state.js';
export type {
  Aftermath,
  Choices,
  ClipKept,
  Contest,
  EnvelopeKept,
  FlowCommand,
  FlowOptions,
  FlowState,
  FlowStateKind,
  Offers,
  OptOutDelivery,
  PayloadPreview,
  ReviewOutcome,
  Undelivered,
  VerificationReceipt,
  WantedChoices,
} from './flow/state.js';
export type { MessageKey, Messages, OwnMessages } from './ui/messages/types.js';
export { ReceiptDesk, type ReceiptDeskProps } from './ui/ReceiptDesk.js';
export { SellerData, type SellerDataProps } from './ui/SellerData.js';
export { SellerVerification, type SellerVerificationProps } from './ui/SellerVerification.js';
export type { AnswerOrder, Theme } from './ui/theme.js';
export {
  type OptOutChoice,
  useVerification,
  type Verification,
  type VerificationEvents,
  type VerificationOptions,
} from './ui/useVerification.js';
