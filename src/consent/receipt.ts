import type { Locale } from '../core/types.js';

declare const given: unique symbol;

export type ConsentMethod = 'button' | 'checkbox' | 'typed-name';

/** What the seller did: the affirmative act on a notice, before any camera. */
export interface ConsentAct {
  readonly consentReceiptId: string;
  readonly method: ConsentMethod;
  /** ISO 8601 UTC, ms. */
  readonly givenAt: string;
  readonly purposeIds: readonly string[];
}

/** Proof of a consent given here and now. Only {@link giveConsent} makes one; `openCamera` demands one. */
export interface ConsentReceipt {
  readonly [given]: true;
  readonly act: ConsentAct;
  readonly locale: Locale;
  readonly noticeVersion: string;
}
