import type { Party } from './party.js';

/** Every code that the computation on shares can fail with. No seller reads these texts: an operator's node does, and tells the
 * marketplace to try later. docs/three-operators.md lists the tests that produce each. */
export const SHARE_ERRORS = {
  'shares.bad_input': { text: 'The computation was given what it cannot work with.', retryable: false },
  'shares.mismatch': { text: 'Shares that must be equal differ.', retryable: false },
  'shares.session_reused': {
    text: 'A session must have a higher number than every one before it.',
    retryable: false,
  },
  'shares.timeout': { text: 'Another operator did not answer in time.', retryable: true },
  'shares.wrong_round': { text: 'A message belongs to another round.', retryable: true },
  'shares.wrong_length': { text: 'A message has another length than its round asks for.', retryable: true },
  'shares.ended': { text: 'The session failed before; another one is needed.', retryable: true },
  'shares.try_later': { text: 'There is no answer now; there may be one later.', retryable: true },
  'shares.rejected': { text: 'A shared vector is not of unit length.', retryable: false },
  'shares.not_opened': {
    text: 'A sealed share does not open, or is not what its header says.',
    retryable: false,
  },
  'shares.not_allowed': { text: 'Whoever asks may not ask for this.', retryable: false },
  'shares.repeated': { text: 'The same sealed parts were compared before.', retryable: false },
  'shares.too_many': {
    text: 'Whoever asks has had as many decisions as one hour allows.',
    retryable: true,
  },
  'shares.unknown_certificate': {
    text: 'The other side shows a certificate that is not pinned.',
    retryable: false,
  },
  'shares.other_version': {
    text: 'The other side speaks another version of the protocol.',
    retryable: false,
  },
  'shares.other_model': {
    text: 'Another operator compares with another model or threshold.',
    retryable: false,
  },
  'shares.wrong_frame': { text: 'A frame is malformed, or not the next one.', retryable: true },
  'shares.disconnected': { text: 'There is no connection to another operator.', retryable: true },
  'shares.rows_differ': { text: 'The operators do not hold the same rows.', retryable: true },
  'shares.damaged': { text: 'What is stored cannot be opened.', retryable: false },
  'shares.in_use': { text: 'Another process works in this folder, or on this database.', retryable: false },
  'shares.database_failed': { text: 'The database failed, or did not answer.', retryable: true },
  'shares.bad_receipt': { text: 'A receipt is not what the operator would have signed.', retryable: false },
} as const satisfies Record<string, { readonly text: string; readonly retryable: boolean }>;

export type ShareErrorCode = keyof typeof SHARE_ERRORS;

export const SHARE_ERROR_CODES = Object.keys(SHARE_ERRORS) as readonly ShareErrorCode[];

/** The one error class of `shares`. `code` is stable; `detail` may name a field, a round or a length, never a share. */
export class ShareError extends Error {
  override readonly name = 'ShareError';
  readonly code: ShareErrorCode;
  /** The operator whose answer it is; null where it is not one operator's. */
  readonly party: Party | null;

  constructor(
    code: ShareErrorCode,
    options: ErrorOptions & { readonly detail?: string; readonly party?: Party } = {},
  ) {
    const { detail, party = null, ...rest } = options;
    super(detail === undefined ? SHARE_ERRORS[code].text : `${SHARE_ERRORS[code].text} (${detail})`, rest);
    this.code = code;
    this.party = party;
  }

  /** Whether trying again, in a new session, may help. */
  get retryable(): boolean {
    return SHARE_ERRORS[this.code].retryable;
  }
}
