import { CandorError, type ErrorCode } from '../core/errors.js';
import { type Checked, check } from '../envelope/check.js';
import { type ProblemCode, ProblemSchema } from '../envelope/wire.js';
import type { Answer } from './call.js';

/** What the receiver's refusals mean for one kind of request. */
export interface Refusals {
  readonly byCode: Readonly<Partial<Record<ProblemCode, ErrorCode>>>;
  /** For the receiver's problem documents of any other code. */
  readonly byStatus: (status: number) => ErrorCode;
  /** For answers that are no problem document of ours: a proxy's, a gateway's, a network's page that asks to log in. The receiver
   * has refused nothing then. */
  readonly byStranger: (status: number) => ErrorCode;
}

/** Whether the same request may well be taken later: too slow, too many, or the receiver's own trouble. */
export function passesByItself(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** The error that an answer without success stands for. */
export function refusal(
  { asked, status, json }: Answer,
  { byCode, byStatus, byStranger }: Refusals,
): CandorError {
  const problem = check(ProblemSchema, json);
  if (!problem.ok) return new CandorError(byStranger(status), { detail: `${asked}, HTTP ${status}` });
  const { code } = problem.value;
  return new CandorError(byCode[code] ?? byStatus(status), { detail: code });
}

/** The value of a successful answer that has the form of the wire.
 * @throws `code`, naming the field that is wrong, never its value. */
export function valid<Value>(checked: Checked<Value>, code: ErrorCode): Value {
  if (checked.ok) return checked.value;
  throw new CandorError(code, { detail: checked.field });
}
