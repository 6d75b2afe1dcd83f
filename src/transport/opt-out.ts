import type { ErrorCode } from '../core/errors.js';
import { check } from '../envelope/check.js';
import { type OptOut, type OptOutRequest, OptOutSchema } from '../envelope/wire.js';
import { type CallCodes, call, type Receiver } from './call.js';
import { type Refusals, refusal, valid } from './problem.js';

const TIMEOUT_MS = 10_000;
const UNREACHABLE: ErrorCode = 'optout.unreachable';
const CODES: CallCodes = { network: UNREACHABLE, timeout: UNREACHABLE, malformed: UNREACHABLE };

const REFUSALS: Refusals = { byCode: {}, byStatus: () => UNREACHABLE, byStranger: () => UNREACHABLE };

/** Tells the receiver that the seller chose another way. The type has no biometric field.
 * @throws `optout.unreachable` for everything: the seller's choice stands, delivered or not. */
export async function optOut(
  receiver: Receiver,
  request: OptOutRequest,
  signal: AbortSignal,
): Promise<OptOut> {
  const answer = await call(
    receiver,
    { method: 'POST', path: '/opt-outs', body: request, timeoutMs: TIMEOUT_MS, codes: CODES },
    signal,
  );
  if (answer.status !== 201) throw refusal(answer, REFUSALS);
  return valid(check(OptOutSchema, answer.json), UNREACHABLE);
}
