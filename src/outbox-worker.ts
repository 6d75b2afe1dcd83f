import { asCandorError, type ErrorCode } from './core/errors.js';
import { createReceiverClock } from './core/receiver-clock.js';
import { BY_EARLIER_PRESS, deliver, envelopeSurvives, NotNow, onlyOnce } from './flow/deliver.js';
import { checkOptions, checkSubject } from './flow/options.js';
import { createTransport } from './transport/transport.js';
import { createVault, type WaitingEnvelope, type WorkerVault } from './vault/vault.js';

export { ERRORS, type ErrorCode } from './core/errors.js';

/** `candor/outbox-worker`: for the host's own service worker, where it has one. It delivers what the seller pressed send for
 * when their page was closed before it arrived. What the seller comes back to, it leaves to them (docs/embedding.md). */

export interface OutboxOptions {
  /** Base address of the receiver, as in the page. Absolute. */
  readonly endpoint: string;
  /** Who is signed in, as in the page. Nothing of anybody else's is sent; without a `subject` in the page, nothing at all. */
  readonly subject: string;
  /** Sent with each request, for example `Authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What became of one sealed envelope. */
export type OutboxResult =
  /** Its receipt is kept in this browser, for the same seller. */
  | { readonly kind: 'delivered'; readonly sessionId: string; readonly verificationId: string }
  /** It may be tried again: throw in the `sync` event, and the browser fires another. */
  | { readonly kind: 'waiting'; readonly sessionId: string; readonly code: ErrorCode }
  /** The receiver will not take it, or says that its time is over; it is deleted. */
  | { readonly kind: 'dropped'; readonly sessionId: string; readonly code: ErrorCode };

/** Tries each envelope that may go out once. Accepted at most once, whoever else delivers it at the same time.
 * @returns one result for each; empty where nothing may go out.
 * @throws `config.invalid`, or the signal's reason.
 * @example
 * const results = await deliverOutbox({ endpoint: 'https://verify.example/candor', subject: 'shop:42' });
 * // In a `sync` event: another one is fired.
 * if (results.some(({ kind }) => kind === 'waiting')) throw new Error('later'); */
export async function deliverOutbox(options: OutboxOptions): Promise<readonly OutboxResult[]> {
  const { headers, signal = new AbortController().signal } = options;
  const { endpoint } = checkOptions({ endpoint: options.endpoint, headers });
  const subject = checkSubject(options.subject);
  const vault = createVault({ endpoint, subject });
  const clock = createReceiverClock();
  const transport = createTransport({ endpoint, headers, clock });
  const results: OutboxResult[] = [];
  for (const waiting of await vault.released()) {
    const input = {
      waiting,
      transport,
      vault: withoutPress(vault),
      stated: clock.stated,
      permission: async () => BY_EARLIER_PRESS[await vault.stateOf(waiting.envelope.header.sessionId)],
      onAttempt: () => {},
      onStored: () => {},
      untilNext: onlyOnce,
    };
    const result = await resultOf(waiting, () => deliver(input, signal), signal);
    if (result !== null) results.push(result);
  }
  return results;
}

/** To store it again would be a press on send that nobody made. */
function withoutPress(vault: WorkerVault): WorkerVault {
  return { ...vault, keepEnvelope: async () => true };
}

async function resultOf(
  { envelope }: WaitingEnvelope,
  send: () => ReturnType<typeof deliver>,
  signal: AbortSignal,
): Promise<OutboxResult | null> {
  const { sessionId } = envelope.header;
  try {
    const { receipt } = await send();
    return { kind: 'delivered', sessionId, verificationId: receipt.outcome.verificationId };
  } catch (thrown) {
    signal.throwIfAborted();
    const error = asCandorError(thrown);
    // The seller has come back meanwhile: it is theirs.
    if (error.code === 'submit.discarded') return null;
    const isKept = thrown instanceof NotNow || envelopeSurvives(error);
    return { kind: isKept ? 'waiting' : 'dropped', sessionId, code: error.code };
  }
}
