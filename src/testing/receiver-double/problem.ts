import { PROBLEM_CONTENT_TYPE, type Problem, type ProblemCode } from '../../envelope/wire.js';

/** Those of docs/protocol.md's table that a widget can meet. */
const STATUS = {
  'request.malformed': 400,
  'session.unknown': 401,
  not_found: 404,
  'session.used': 409,
  'objections.exhausted': 409,
  'session.expired': 410,
  'verification.gone': 410,
  'request.unsupported_type': 415,
  'envelope.invalid': 422,
  'envelope.unbound': 422,
  'attempts.exhausted': 429,
  'attempts.cooling_down': 429,
  'request.timeout': 408,
  'request.too_many': 429,
} as const satisfies Partial<Record<ProblemCode, number>>;

export type DoubleProblem = keyof typeof STATUS;

/** Ends a request with an RFC 9457 problem. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: DoubleProblem;

  constructor(code: DoubleProblem) {
    super(code);
    this.code = code;
  }
}

/** 429 answers carry `Retry-After: 1`. */
export function problemAnswer(code: DoubleProblem): Response {
  const status = STATUS[code];
  const problem: Problem = { type: `urn:candor:problem:${code}`, title: code, status, code };
  const headers = { 'Content-Type': PROBLEM_CONTENT_TYPE, ...(status === 429 ? { 'Retry-After': '1' } : {}) };
  return new Response(JSON.stringify(problem), { status, headers });
}
