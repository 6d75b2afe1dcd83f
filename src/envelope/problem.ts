import * as v from 'valibot';
import { count, text } from './primitives.js';

/** How the receiver refuses (RFC 9457). */

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** Every code that the receiver answers with (docs/protocol.md).
 * @example
 * const counters = Object.fromEntries(PROBLEM_CODES.map((code) => [code, 0])); */
export const PROBLEM_CODES = [
  'session.used',
  'session.expired',
  'session.unknown',
  'origin.refused',
  'request.malformed',
  'request.unsupported_type',
  'request.too_large',
  'request.too_many',
  'request.timeout',
  'attempts.exhausted',
  'attempts.cooling_down',
  'objections.exhausted',
  'case.changed',
  'verification.gone',
  'envelope.invalid',
  'envelope.unbound',
  'not_found',
  'internal',
  'storage.unavailable',
  'storage.full',
  'operators.unavailable',
] as const;
/** One of {@link PROBLEM_CODES}. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const ProblemSchema = v.strictObject({
  type: v.string(),
  title: text,
  status: v.pipe(count, v.minValue(400), v.maxValue(599)),
  code: v.picklist(PROBLEM_CODES),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
