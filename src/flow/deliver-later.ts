import { sleep } from '../core/abort.js';
import { backoffMs } from '../core/backoff.js';
import { CandorError } from '../core/errors.js';
import {
  type Delivered,
  type DeliveryInput,
  deliver,
  envelopeSurvives,
  NotNow,
  onlyOnce,
} from './deliver.js';
import type { PagePort } from './ports.js';

/** After the quick tries: rarely, and at once when the network comes back. Until the session ends, a quarter of an hour. */
const PACE = { firstMs: 5_000, longestMs: 60_000 } as const;

/** Goes on delivering what the seller pressed send for in this page, while they are told that it has not arrived. Between
 * the tries nobody is held up: another tab or the host's service worker may deliver it.
 * @returns null when the press was taken back elsewhere: then it is for the seller to press again.
 * @throws what ends it for good, as `session.expired`, or `submit.discarded` where it was deleted elsewhere. */
export async function deliverLater(
  input: DeliveryInput,
  page: Pick<PagePort, 'onOnline' | 'random'>,
  signal: AbortSignal,
): Promise<Delivered | null> {
  for (let failures = 1; ; failures += 1) {
    await untilNetworkOr(backoffMs(PACE, failures, page.random), page, signal);
    try {
      return await deliver({ ...input, untilNext: onlyOnce }, signal);
    } catch (thrown) {
      if (thrown instanceof NotNow) continue;
      if (!(thrown instanceof CandorError)) throw thrown;
      if (thrown.code === 'submit.discarded' && (await isStillKept(input))) return null;
      if (!envelopeSurvives(thrown)) throw thrown;
    }
  }
}

async function isStillKept({ vault, waiting }: DeliveryInput): Promise<boolean> {
  return (await vault.stateOf(waiting.envelope.header.sessionId)) !== 'gone';
}

async function untilNetworkOr(
  pauseMs: number,
  page: Pick<PagePort, 'onOnline'>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const woken = new AbortController();
  const wake = (): void => woken.abort();
  const stop = page.onOnline(wake);
  // Not `AbortSignal.any`, which is newer than some browsers that can do the check.
  signal.addEventListener('abort', wake, { once: true });
  try {
    await sleep(pauseMs, woken.signal);
  } catch {
    signal.throwIfAborted();
  } finally {
    stop();
    signal.removeEventListener('abort', wake);
  }
}
