import { CandorError } from '../core/errors.js';
import type { ConsentMethod } from '../core/record.js';
import type { Locale, Notice, ToldSearch } from '../core/types.js';

export type { ConsentMethod };

declare const given: unique symbol;

/** What the seller did: the affirmative act on a notice, before any camera. */
export interface ConsentAct {
  readonly consentReceiptId: string;
  readonly method: ConsentMethod;
  /** ISO 8601 UTC, ms. */
  readonly givenAt: string;
  readonly purposeIds: readonly string[];
  /** With how many the seller was told to be compared; absent where the receiver did not say. */
  readonly search?: ToldSearch | undefined;
}

/** Proof of a consent given here and now. Only {@link giveConsent} makes one; `openCamera` demands one. */
export interface ConsentReceipt {
  readonly [given]: true;
  readonly act: ConsentAct;
  readonly locale: Locale;
  readonly noticeVersion: string;
}

/** Turns the seller's act on the notice that was shown into a receipt.
 * @throws `consent.required` when nothing was agreed to, or something that the notice does not name. */
export function giveConsent(notice: Notice, locale: Locale, act: ConsentAct): ConsentReceipt {
  assertAgreed(notice, act);
  const receipt: Omit<ConsentReceipt, typeof given> = Object.freeze({
    act: Object.freeze({ ...act, purposeIds: Object.freeze([...act.purposeIds]) }),
    locale,
    noticeVersion: notice.version,
  });
  // The brand exists only for the compiler: this is the one place that may put it on.
  return receipt as ConsentReceipt;
}

/** The ids that were agreed to are distinct, at least one, and all in the notice.
 * @throws `consent.required` */
export function assertAgreed(notice: Notice, { purposeIds }: Pick<ConsentAct, 'purposeIds'>): void {
  const offered = new Set(notice.purposes.map(({ id }) => id));
  const unknown = purposeIds.find((id) => !offered.has(id));
  if (unknown !== undefined) throw new CandorError('consent.required', { detail: `purpose ${unknown}` });
  if (purposeIds.length === 0 || new Set(purposeIds).size !== purposeIds.length) {
    throw new CandorError('consent.required', { detail: 'purposes' });
  }
}
