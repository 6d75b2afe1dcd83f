'use client';

/** `candor`: the React door. The stylesheet is `candor/style.css`, imported once by the page. */

export { CandorError, ERROR_CODES, ERRORS, type ErrorCode } from './core/errors.js';
export { CHECK_IDS, REASON_CODES } from './core/verdict.js';
export type * from './flow/vocabulary.js';
export { ReceiptDesk } from './ui/ReceiptDesk.js';
export { SellerData } from './ui/SellerData.js';
export { SellerVerification } from './ui/SellerVerification.js';
export { useVerification, type Verification } from './ui/useVerification.js';
export type * from './ui/vocabulary.js';
