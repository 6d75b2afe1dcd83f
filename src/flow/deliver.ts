import { sleep } from '../core/abort.js';
import { asCandorError, CandorError, type ErrorCode } from '../core/errors.js';
import type { Outcome } from '../envelope/wire.js';
import type { SentSession, Vault, WaitingEnvelope } from '../vault/vault.js';
import type { TransportPort } from './ports.js';
import type { VerificationReceipt } from './state.js';

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
  /** It waits since an earlier visit: another tab of the seller may have delivered or deleted it meanwhile. */
  readonly resumed: boolean;
  readonly transport: TransportPort;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly onAttempt: (attempt: number) => void;
  /** Whether the envelope is in the browser's storage now. */
  readonly onStored: (isStored: boolean) => void;
}

export interface Delivered {
  readonly receipt: VerificationReceipt;
  /** False: the receipt is in this page alone. */
  readonly receiptKept: boolean;
}

/** What is remembered of an envelope that goes out. */
export function sentSession({ envelope }: WaitingEnvelope, now: Date): SentSession {
  const { sessionId, nonce } = envelope.header;
  return { sessionId, nonce, sentAt: now.toISOString() };
}

function receiptFor(waiting: WaitingEnvelope, outcome: Outcome): VerificationReceipt {
  const { consent, consentHash, noticeVersion, endpoint } = waiting;
  return { version: 1, endpoint, outcome, consent, consentHash, noticeVersion };
}

/** Delivers one sealed envelope, one tab at a time. It waits in the vault until the receiver has answered; the receiver
 * takes the same bytes again and answers the same, so that nothing is lost and nothing counts twice.
 * @throws the last `submit.*` or `session.*` failure. */
export function deliver(input: DeliveryInput, signal: AbortSignal): Promise<Delivered> {
  const { vault, waiting, resumed } = input;
  const { sessionId } = waiting.envelope.header;
  return vault.alone(sessionId, signal, async () => {
    const delivered = await vault.receiptOf(sessionId);
    if (delivered !== null) return { receipt: delivered, receiptKept: true };
    if (resumed && !(await vault.hasEnvelope(sessionId))) throw new CandorError('submit.discarded');
    input.onStored(await vault.keepEnvelope(waiting));
    const outcome = await untilAnswered(input, signal);
    const receipt = receiptFor(waiting, outcome);
    return { receipt, receiptKept: await vault.keepReceipt(sessionId, receipt) };
  });
}

async function untilAnswered(input: DeliveryInput, signal: AbortSignal): Promise<Outcome> {
  const { vault, waiting } = input;
  let failure = new CandorError('submit.network');
  for (let attempt = 1; attempt <= PAUSES_MS.length + 1; attempt += 1) {
    input.onAttempt(attempt);
    const answer = await attemptOnce(input, signal);
    if (!(answer instanceof CandorError)) return answer;
    failure = answer;
    if (!envelopeSurvives(failure)) break;
    const pauseMs = PAUSES_MS[attempt - 1];
    if (pauseMs !== undefined) await sleep(pauseMs, signal);
  }
  if (!envelopeSurvives(failure)) await vault.dropEnvelope(waiting.envelope.header.sessionId);
  throw failure;
}

async function attemptOnce(input: DeliveryInput, signal: AbortSignal): Promise<Outcome | CandorError> {
  const { vault, waiting, transport } = input;
  const now = input.now();
  if (now > new Date(waiting.submitBy)) return new CandorError('session.expired');
  // First: from the first byte on it may have arrived, whatever is heard of it.
  await vault.noteSent(sentSession(waiting, now));
  try {
    return await transport.submit(waiting.envelope, signal);
  } catch (error) {
    signal.throwIfAborted();
    return asCandorError(error, 'submit.network');
  }
}
