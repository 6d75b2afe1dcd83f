import { EnvelopeInvalid } from '../src/envelope/open.js';
import { PROBLEM_CONTENT_TYPE, type Problem, type ProblemCode } from '../src/envelope/wire.js';

/** The status table of docs/protocol.md. */
const PROBLEMS = {
  'request.malformed': { status: 400, title: 'The request does not have the expected form.' },
  'session.unknown': { status: 401, title: 'The session or the credentials are not known.' },
  'origin.refused': { status: 403, title: 'This origin may not use the receiver.' },
  not_found: { status: 404, title: 'There is nothing at this address.' },
  'request.timeout': { status: 408, title: 'The request did not come to an end.' },
  'session.used': { status: 409, title: 'The session has already been used with another envelope.' },
  'session.expired': { status: 410, title: 'The session has ended.' },
  'request.too_large': { status: 413, title: 'The body is larger than 64 KiB.' },
  'request.unsupported_type': { status: 415, title: 'The body is not of the expected type.' },
  'envelope.invalid': { status: 422, title: 'The envelope cannot be used.' },
  'envelope.unbound': { status: 422, title: 'The notice, or the envelope, does not belong to the session.' },
  'attempts.exhausted': { status: 429, title: 'No attempts are left for now.' },
  'case.changed': { status: 409, title: 'Somebody acted on the case meanwhile.' },
  'objections.exhausted': { status: 409, title: 'No more objections are taken to this verification.' },
  'verification.gone': { status: 410, title: 'The verification has been withdrawn or deleted.' },
  'request.too_many': { status: 429, title: 'Too many requests.' },
  'attempts.cooling_down': { status: 429, title: 'Too many tries failed in a row.' },
  internal: { status: 500, title: 'The receiver failed.' },
  'storage.unavailable': { status: 503, title: 'The receiver cannot store or read anything now.' },
  'operators.unavailable': {
    status: 503,
    title: 'The three operators who compare give no answer now.',
  },
  'storage.full': { status: 507, title: 'The receiver has no room to store anything.' },
} as const satisfies Record<ProblemCode, { readonly status: number; readonly title: string }>;

/** When trying again makes sense after what passes by itself or by somebody's hand, s. */
const STORAGE_RETRY_S = 30;

/** Ends a request with the one error shape. Its text never quotes the request.
 * @example
 * throw new ProblemError('session.unknown'); */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  /** When trying again makes sense, s. */
  readonly retryAfterS: number | undefined;

  constructor(code: ProblemCode, options: ErrorOptions & { readonly retryAfterS?: number } = {}) {
    super(PROBLEMS[code].title, options);
    this.code = code;
    this.retryAfterS = options.retryAfterS;
  }
}

/** A refusal of an envelope that may be somebody else's doing than the seller's: nothing is held against them. */
export class UnprovenRefusal extends ProblemError {}

/** What a failure is answered with; one that nobody foresaw is the receiver's own.
 * @example
 * app.onError((thrown) => problemResponse({ code: problemCodeOf(thrown) })); */
export function problemCodeOf(thrown: unknown): ProblemCode {
  return thrown instanceof ProblemError || thrown instanceof EnvelopeInvalid ? thrown.code : 'internal';
}

/** The body of RFC 9457. */
export function problemOf(code: ProblemCode): Problem {
  return { type: `urn:candor:problem:${code}`, ...PROBLEMS[code], code };
}

/** The answer of a route that refuses or fails: the status of the code, and the body of RFC 9457, which names the code and nothing of the
 * request.
 * @param problem - its `code`; with `retryAfterS`, in seconds and at least 1, the answer says when trying again makes sense. Codes of `storage.*` say so
 * by themselves, and a 401 names the scheme `Bearer`.
 * @returns `application/problem+json`.
 * @example
 * return problemResponse({ code: 'request.too_many', retryAfterS: 30 }); */
export function problemResponse({
  code,
  retryAfterS,
}: Pick<ProblemError, 'code'> & Partial<Pick<ProblemError, 'retryAfterS'>>): Response {
  const headers = new Headers({ 'Content-Type': PROBLEM_CONTENT_TYPE });
  const retry = retryAfterS ?? (code.startsWith('storage.') ? STORAGE_RETRY_S : undefined);
  if (retry !== undefined) headers.set('Retry-After', String(Math.max(1, Math.ceil(retry))));
  // RFC 9110 §15.5.2: a 401 names a scheme.
  if (PROBLEMS[code].status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(problemOf(code)), { status: PROBLEMS[code].status, headers });
}
