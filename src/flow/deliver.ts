import { sleep } from '../core/abort.js';
import { asCandorError, CandorError, type ErrorCode } from '../core/errors.js';
import type { Outcome } from '../envelope/wire.js';
import type { Vault, WaitingEnvelope } from '../vault/vault.js';
import type { TransportPort } from './ports.js';

/** Pauses between deliveries of the same sealed bytes, ms. Then the seller is asked. */
const PAUSES_MS = [500, 1_500, 4_000] as const;

/** Failures after which the same bytes may be sent again. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'submit.network',
  'submit.timeout',
  'submit.busy',
  'submit.malformed',
]);

/** Whether the sealed envelope is still worth keeping after this failure. */
export function envelopeSurvives(error: CandorError): boolean {
  return PASSING.has(error.code);
}

export interface DeliveryInput {
  readonly waiting: WaitingEnvelope;
  readonly transport: TransportPort;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly onAttempt: (attempt: number) => void;
}

async function attemptOnce(input: DeliveryInput, signal: AbortSignal): Promise<Outcome | CandorError> {
  if (input.now() > new Date(input.waiting.submitBy)) return new CandorError('session.expired');
  try {
    return await input.transport.submit(input.waiting.envelope, signal);
  } catch (error) {
    signal.throwIfAborted();
    return asCandorError(error, 'submit.network');
  }
}

/** Delivers one sealed envelope. It waits in the vault until the receiver has answered; the receiver takes the same
 * bytes again and answers the same, so that nothing is lost and nothing counts twice.
 * @throws the last `submit.*` or `session.*` failure. */
export async function deliver(input: DeliveryInput, signal: AbortSignal): Promise<Outcome> {
  await input.vault.keepEnvelope(input.waiting);
  let failure = new CandorError('submit.network');
  for (let attempt = 1; attempt <= PAUSES_MS.length + 1; attempt += 1) {
    input.onAttempt(attempt);
    const answer = await attemptOnce(input, signal);
    if (!(answer instanceof CandorError)) {
      await input.vault.dropEnvelope(input.waiting.envelope.header.sessionId);
      return answer;
    }
    failure = answer;
    if (!envelopeSurvives(failure)) break;
    const pauseMs = PAUSES_MS[attempt - 1];
    if (pauseMs !== undefined) await sleep(pauseMs, signal);
  }
  if (!envelopeSurvives(failure)) await input.vault.dropEnvelope(input.waiting.envelope.header.sessionId);
  throw failure;
}
