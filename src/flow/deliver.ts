import { sleep } from '../core/abort.js';
import { backoffMs } from '../core/backoff.js';
import { asCandorError, CandorError, type ErrorCode } from '../core/errors.js';
import type { Receipt } from '../core/record.js';
import type { Outcome } from '../envelope/wire.js';
import type { EnvelopeState, SentSession, Vault, WaitingEnvelope } from '../vault/vault.js';
import type { TransportPort } from './ports.js';

/** Pauses between deliveries of the same sealed bytes, at most, ms. Then the seller is told. */
const PAUSES_MS = [500, 1_500, 4_000] as const;

/** Failures after which the same bytes may be sent again. A receiver that does not know the session may have refused the host's
 * token, which is renewed meanwhile. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'submit.network',
  'submit.timeout',
  'submit.busy',
  'submit.malformed',
  'session.unknown',
]);

/** Whether the sealed envelope is still worth keeping after this failure. */
export function envelopeSurvives(error: CandorError): boolean {
  return PASSING.has(error.code);
}

/** Whether it may go out: `discarded` where it was deleted elsewhere, or the seller's press taken back. */
export type Permission = 'go' | 'not-now' | 'discarded';

/** Without a press at this moment: only what the seller's earlier one still covers goes out. */
export const BY_EARLIER_PRESS: Readonly<Record<EnvelopeState, Permission>> = {
  released: 'go',
  held: 'discarded',
  gone: 'discarded',
  unknown: 'not-now',
};

/** Nothing was sent, and nothing has changed. */
export class NotNow extends Error {}

export interface DeliveryInput {
  readonly waiting: WaitingEnvelope;
  /** Asked while no other tab delivers. */
  readonly permission: () => Promise<Permission>;
  readonly transport: Pick<TransportPort, 'submit'>;
  readonly vault: Vault;
  /** The receiver's time; null where it has stated none. */
  readonly stated: () => Date | null;
  readonly onAttempt: (attempt: number) => void;
  /** Whether the envelope is in the browser's storage now. */
  readonly onStored: (isStored: boolean) => void;
  /** Waits until the next try, after this number of failures, from 1. False: there is none. */
  readonly untilNext: (failures: number, signal: AbortSignal) => Promise<boolean>;
}

/** A few quick tries, while the seller watches. @param random - 0 up to, not including, 1. */
export async function quickly(failures: number, random: () => number, signal: AbortSignal): Promise<boolean> {
  const pauseMs = PAUSES_MS[failures - 1];
  if (pauseMs === undefined) return false;
  await sleep(backoffMs({ firstMs: pauseMs, longestMs: pauseMs }, failures, random), signal);
  return true;
}

export const onlyOnce = async (): Promise<boolean> => false;

export interface Delivered {
  readonly receipt: Receipt;
  /** False: the receipt is in this page alone. */
  readonly receiptKept: boolean;
}

/** What is remembered of an envelope that goes out: when, or, where the receiver has not said what time it is, when it was
 * sealed. A device may believe that it is 1970. */
export function sentSession({ envelope, submitBy }: WaitingEnvelope, stated: Date | null): SentSession {
  const { sessionId, nonce, createdAt } = envelope.header;
  return { sessionId, nonce, sentAt: stated?.toISOString() ?? createdAt, submitBy };
}

function receiptFor(waiting: WaitingEnvelope, outcome: Outcome): Receipt {
  const { consent, consentHash, noticeVersion, endpoint } = waiting;
  return { version: 1, endpoint, outcome, consent, consentHash, noticeVersion };
}

/** Delivers one sealed envelope, one tab at a time. It waits in the vault until the receiver has answered; the receiver
 * takes the same bytes again and answers the same, so that nothing is lost and nothing counts twice.
 * @throws the last `submit.*` or `session.*` failure, or {@link NotNow}. */
export function deliver(input: DeliveryInput, signal: AbortSignal): Promise<Delivered> {
  const { vault, waiting } = input;
  const { sessionId } = waiting.envelope.header;
  return vault.alone(sessionId, signal, async () => {
    const delivered = await vault.receiptOf(sessionId);
    if (delivered !== null) {
      // Should the envelope still lie beside its receipt, it goes.
      await vault.keepReceipt(sessionId, delivered);
      return { receipt: delivered, receiptKept: true };
    }
    const permission = await input.permission();
    if (permission === 'not-now') throw isOver(input) ? new CandorError('session.expired') : new NotNow();
    if (permission === 'discarded') throw new CandorError('submit.discarded');
    // Whoever said no meanwhile has had everything deleted: nothing is kept after that.
    signal.throwIfAborted();
    input.onStored(await vault.keepEnvelope(waiting));
    const outcome = await untilAnswered(input, signal);
    const receipt = receiptFor(waiting, outcome);
    return { receipt, receiptKept: await vault.keepReceipt(sessionId, receipt) };
  });
}

async function untilAnswered(input: DeliveryInput, signal: AbortSignal): Promise<Outcome> {
  const { vault, waiting } = input;
  for (let attempt = 1; ; attempt += 1) {
    input.onAttempt(attempt);
    const answer = await attemptOnce(input, signal);
    if (!(answer instanceof CandorError)) return answer;
    if (!envelopeSurvives(answer)) {
      await vault.dropEnvelope(waiting.envelope.header.sessionId);
      throw answer;
    }
    if (!(await input.untilNext(attempt, signal))) throw answer;
  }
}

/** By the receiver's time: where it has not stated one, only the receiver can say so. */
function isOver({ stated, waiting }: DeliveryInput): boolean {
  const now = stated();
  return now !== null && now > new Date(waiting.submitBy);
}

async function attemptOnce(input: DeliveryInput, signal: AbortSignal): Promise<Outcome | CandorError> {
  const { vault, waiting, transport } = input;
  if (isOver(input)) return new CandorError('session.expired');
  // First: from the first byte on it may have arrived, whatever is heard of it.
  await vault.noteSent(sentSession(waiting, input.stated()), waiting.submitBy);
  signal.throwIfAborted();
  try {
    return await transport.submit(waiting.envelope, signal);
  } catch (error) {
    signal.throwIfAborted();
    return asCandorError(error, 'submit.network');
  }
}
