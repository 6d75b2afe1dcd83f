/** Every code that Candor can fail with: one text for engineers, and whether trying again can help. The seller's
 * words and remedies are in `ui/messages`; docs/error-codes.md lists the tests that produce each. */
/** Every code: what it means, for developers, and whether trying again may help. Sellers read `error.CODE.cause` and
 * `error.CODE.remedy` of the messages.
 * @example
 * const { text, retryable } = ERRORS['camera.not_found']; */
export const ERRORS = {
  'config.invalid': { text: 'The widget was given an option that it cannot use.', retryable: false },
  'consent.required': { text: 'The camera needs a consent receipt.', retryable: false },
  'env.insecure_context': { text: 'The camera needs HTTPS or localhost.', retryable: false },
  'env.unsupported': { text: 'This browser lacks something that the widget needs.', retryable: false },
  'env.policy_blocked': {
    text: 'The page does not allow the camera: set Permissions-Policy camera=(self) or the iframe attribute allow="camera".',
    retryable: false,
  },
  'env.csp_blocked': {
    text: "A Content-Security-Policy, the page's or that of the worker file's response, lacks what the widget needs.",
    retryable: false,
  },
  'env.coep_blocked': {
    text: 'The page sends Cross-Origin-Embedder-Policy, and the response of the worker file does not: send it with both.',
    retryable: false,
  },
  'env.pixels_unreadable': {
    text: "This browser gives scripts other pixels than the camera's, as protection against fingerprinting does.",
    retryable: false,
  },
  'camera.permission_denied': { text: 'The camera was refused.', retryable: true },
  'camera.not_found': { text: 'There is no camera.', retryable: true },
  'camera.in_use': { text: 'The camera is in use by another program, or does not start.', retryable: true },
  'camera.overconstrained': { text: 'The chosen camera is not available.', retryable: true },
  'camera.no_answer': { text: 'The browser never answered the request for the camera.', retryable: true },
  'camera.aborted': { text: 'The browser stopped opening the camera.', retryable: true },
  'camera.lost': { text: 'The camera went away during use.', retryable: true },
  'camera.too_slow': { text: 'The camera delivered too few pictures.', retryable: true },
  'camera.no_frames': { text: 'The camera opened but delivered no picture.', retryable: true },
  'clip.unsupported': { text: 'This browser cannot record a clip.', retryable: false },
  'clip.wrong_length': { text: 'The clip is not five seconds long.', retryable: true },
  'assets.load_failed': { text: 'A file of the widget could not be fetched.', retryable: true },
  'assets.integrity_failed': {
    text: 'A file of the widget is not the one that was published.',
    retryable: true,
  },
  'assets.timeout': { text: 'A file of the widget took too long to arrive.', retryable: true },
  'runtime.worker_failed': { text: 'The analysis worker could not start or stopped.', retryable: true },
  'runtime.wasm_failed': { text: 'WebAssembly could not be started.', retryable: false },
  'runtime.model_failed': { text: 'A model gave an unusable answer.', retryable: true },
  'runtime.timeout': { text: 'The analysis took too long.', retryable: true },
  'runtime.gpu_lost': { text: 'The graphics processor went away during the analysis.', retryable: true },
  'runtime.frozen': { text: 'The analysis stood still while the camera went on.', retryable: true },
  'capture.interrupted': {
    text: 'The page was hidden, or the picture turned, during the capture; nothing was sent.',
    retryable: true,
  },
  'embedding.low_quality': { text: 'Too few frames were good enough to be embedded.', retryable: true },
  'crypto.unavailable': {
    text: 'This browser lacks the cryptography that the envelope needs.',
    retryable: false,
  },
  'crypto.bad_public_key': { text: "The receiver's public key cannot be used.", retryable: false },
  'discovery.unreachable': { text: 'The receiver did not answer.', retryable: true },
  'discovery.malformed': {
    text: "The receiver's discovery document cannot be understood.",
    retryable: true,
  },
  'discovery.unknown_version': {
    text: 'The receiver speaks a version that this widget does not know.',
    retryable: false,
  },
  'discovery.no_valid_key': { text: 'The receiver offers no key that is valid now.', retryable: false },
  'discovery.key_mismatch': { text: "A key's id is not the hash of the key.", retryable: false },
  'discovery.signature_invalid': { text: 'The key list is not signed by the pinned key.', retryable: false },
  'discovery.rolled_back': { text: 'The key list is older than the pinned minimum.', retryable: false },
  'discovery.no_alternative': {
    text: 'The receiver offers no alternative to the face check.',
    retryable: false,
  },
  'discovery.no_threshold': { text: 'The receiver states no usable threshold.', retryable: false },
  'discovery.no_notice': { text: 'The receiver has no notice in a usable language.', retryable: false },
  'discovery.model_mismatch': { text: "The receiver's threshold is for another model.", retryable: false },
  'session.refused': { text: 'The receiver refused to open a session.', retryable: false },
  'session.cooling_down': { text: 'Too many tries failed in a row.', retryable: false },
  'session.attempts_exhausted': { text: 'No attempts are left for now.', retryable: false },
  'session.malformed': { text: "The receiver's session cannot be understood.", retryable: true },
  'session.unreachable': { text: 'The receiver did not open a session.', retryable: true },
  'session.expired': {
    text: 'The session ended before the envelope arrived; recording again opens a new one.',
    retryable: true,
  },
  'session.used': { text: 'The session was already used with another envelope.', retryable: true },
  'session.unknown': { text: 'The receiver does not know the session.', retryable: true },
  'submit.network': {
    text: 'The receiver could not be reached; the sealed envelope is kept.',
    retryable: true,
  },
  'submit.timeout': {
    text: 'The receiver did not answer in time; the sealed envelope is kept.',
    retryable: true,
  },
  'submit.busy': { text: 'The receiver is busy; the sealed envelope is kept.', retryable: true },
  'submit.refused': { text: 'The receiver refused the envelope.', retryable: true },
  'submit.malformed': { text: "The receiver's answer cannot be understood.", retryable: true },
  'submit.discarded': {
    text: 'The sealed envelope was deleted in another tab before it was delivered.',
    retryable: true,
  },
  'optout.unreachable': { text: 'The opt-out could not be delivered yet.', retryable: true },
  'withdrawal.unreachable': { text: 'The withdrawal could not be delivered yet.', retryable: true },
  'withdrawal.refused': { text: 'The receiver refused the withdrawal.', retryable: false },
  'storage.undeleted': { text: 'The browser did not confirm a deletion.', retryable: true },
  'objection.unreachable': { text: 'The objection could not be delivered yet.', retryable: true },
  'objection.refused': { text: 'The receiver takes no objection to this verification.', retryable: false },
  'objection.exhausted': { text: 'No more objections to this verification are taken.', retryable: false },
  'receipt.invalid': { text: 'The file is not a receipt.', retryable: false },
  'receipt.other_version': {
    text: 'The receipt is of a version that this page does not know.',
    retryable: false,
  },
  'receipt.unsafe_endpoint': { text: "The receipt's endpoint is not an https address.", retryable: false },
  'receipt.endpoint_refused': {
    text: "The receipt's endpoint is none of those that this page allows.",
    retryable: false,
  },
  'frame.no_answer': { text: 'The frame did not answer.', retryable: true },
  internal: { text: 'Something failed that Candor has no word for.', retryable: true },
} as const satisfies Record<string, { readonly text: string; readonly retryable: boolean }>;

/** One of the keys of {@link ERRORS}; stable. */
export type ErrorCode = keyof typeof ERRORS;

/** Every code (docs/error-codes.md).
 * @example
 * count(ERROR_CODES.filter((code) => code.startsWith('camera.')).length); */
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/** The one error class. `code` is stable; `detail` may name a file, an address, a field or a status, never a secret or a
 * pixel.
 * @example
 * if (error instanceof CandorError && error.code === 'camera.permission_denied') goOn('id-document'); */
export class CandorError extends Error {
  override readonly name = 'CandorError';
  readonly code: ErrorCode;
  /** What exactly: a file name, an address without its query, a field path, an HTTP status. Never user data. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options: ErrorOptions & { readonly detail?: string } = {}) {
    const { detail, ...rest } = options;
    super(detail === undefined ? ERRORS[code].text : `${ERRORS[code].text} (${detail})`, rest);
    this.code = code;
    this.detail = detail;
  }

  /** `camera` of `camera.lost`. */
  get area(): string {
    return this.code.split('.', 1)[0] ?? this.code;
  }

  /** Whether trying again may help without changing the page or the receiver. */
  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }
}

/** Narrows what was caught: a CandorError as it is, anything else as `fallback` with its cause kept. */
export function asCandorError(thrown: unknown, fallback: ErrorCode = 'internal'): CandorError {
  return thrown instanceof CandorError ? thrown : new CandorError(fallback, { cause: thrown });
}

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERRORS, value);
}
