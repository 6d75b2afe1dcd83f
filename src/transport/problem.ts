import * as v from 'valibot';
import { CandorError, type ErrorCode } from '../core/errors.js';
import { type ProblemCode, ProblemSchema } from '../envelope/wire.js';
import type { Answer } from './call.js';

/** What the receiver's refusals mean for one kind of request. */
export interface Refusals {
  readonly byCode: Readonly<Partial<Record<ProblemCode, ErrorCode>>>;
  /** For answers that are no problem document of ours: a proxy's, a gateway's. */
  readonly byStatus: (status: number) => ErrorCode;
}

/** The error that an answer without success stands for. */
export function refusal({ status, json }: Answer, { byCode, byStatus }: Refusals): CandorError {
  const parsed = v.safeParse(ProblemSchema, json);
  if (!parsed.success) return new CandorError(byStatus(status), { detail: `HTTP ${status}` });
  const { code } = parsed.output;
  return new CandorError(byCode[code] ?? byStatus(status), { detail: code });
}

/** Validates a successful answer.
 * @throws `code`, naming the field that is wrong, never its value. */
export function validated<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  code: ErrorCode,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw new CandorError(code, { detail: v.getDotPath(parsed.issues[0]) ?? 'answer' });
}
