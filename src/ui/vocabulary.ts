/** The types that the widget's props name, for the doors that have it. */

export type { FurnishingProps } from './Frame.js';
export type {
  HostButtonProps,
  HostComponents,
  HostHeadingProps,
  HostLinkProps,
} from './host-components.js';
export type { DeskMessageKey, DeskMessages, EndsNothing } from './messages/desk-keys.js';
export type {
  AdvisedHint,
  CaptureMessageKey,
  CaptureMessages,
  FirstMessageKey,
  FirstMessages,
  FirstScreenKey,
  LaterMessageKey,
  LaterMessages,
  LaterScreenKey,
  MessageKey,
  Messages,
  OwnMessages,
  WhileChecking,
} from './messages/types.js';
export type { Part, Place } from './parts.js';
export type { ReceiptDeskProps } from './ReceiptDesk.js';
export type { SellerDataProps } from './SellerData.js';
export type { SellerVerificationProps } from './SellerVerification.js';
export type { AnswerOrder, Theme } from './theme.js';
export type { OptOutChoice, VerificationEvents, VerificationOptions } from './useVerification.js';
