/** `candor/element`: the same widget as a custom element, for pages without React. Importing it defines
 * `<candor-verification>`, `<candor-receipts>` and `<candor-seller-data>`. */

export { CandorError, ERROR_CODES, ERRORS, type ErrorCode } from '../core/errors.js';
export { CHECK_IDS, REASON_CODES } from '../core/verdict.js';
export type * from '../flow/vocabulary.js';
export type * from '../ui/vocabulary.js';
export type { DeskElement, DeskElementProps, DrawnProps } from './desk-element.js';
export {
  CandorReceiptsElement,
  CandorSellerDataElement,
  RECEIPTS_ELEMENT_NAME,
  SELLER_DATA_ELEMENT_NAME,
} from './desk-elements.js';
export type { VerificationEventMap, VerificationTarget, VerificationTargetBase } from './events.js';
export type { ReceiptsElementProps, SellerDataElementProps, VerificationElementProps } from './jsx.js';
export type { OptionElement, VerificationElementOptions } from './option-element.js';
export type { ElementBase } from './shadow.js';
export type { SharedOptions } from './shared-options.js';
export { CandorVerificationElement, ELEMENT_NAME } from './verification-element.js';
