import { once } from 'node:events';
import { sleep } from '../../src/core/abort.js';
import { ShareError } from '../errors.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Something that may lose what it needs. */
export interface Running {
  /** Aborted once it can do nothing any more. */
  readonly ended: AbortSignal;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export interface KeptRunning<T extends Running> {
  readonly first: T;
  /** Begins it anew.
   * @param signal - ends the beginning. */
  readonly begin: (signal: AbortSignal) => Promise<T>;
  /** It ended, or could not begin; it is tried again. */
  readonly onPause: (reason: ShareError) => void;
  readonly onResume: () => void;
  /** It cannot begin any more, whatever is waited for. */
  readonly onStop: (reason: ShareError) => void;
}

/** Begins something anew whenever it has ended, with nothing left in memory: what it had there may not be what is stored. Resolves once
 * `closing` has aborted, or it cannot begin any more; it is closed then.
 * @throws what closing it at `closing` throws. */
export async function keepRunning<T extends Running>(
  kept: KeptRunning<T>,
  closing: AbortSignal,
): Promise<void> {
  try {
    for (let running: T | null = kept.first; running !== null; ) {
      const over = AbortSignal.any([running.ended, closing]);
      if (!over.aborted) await once(over, 'abort');
      const reason = asPause(running.ended.reason);
      if (!closing.aborted) kept.onPause(reason);
      await running.close();
      running = await beginAgain(kept, reason.message, closing);
      if (running !== null) kept.onResume();
    }
  } catch (thrown) {
    if (closing.aborted) throw thrown;
    kept.onStop(asPause(thrown));
  }
}

/** @param said - why it has ended; only another reason is told.
 * @returns null once `closing` has aborted.
 * @throws {@link ShareError} what no waiting changes. */
async function beginAgain<T extends Running>(
  { begin, onPause }: KeptRunning<T>,
  said: string,
  closing: AbortSignal,
): Promise<T | null> {
  let last = said;
  for (let pauseMs = FIRST_PAUSE_MS; !closing.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await begin(closing);
    } catch (thrown) {
      if (closing.aborted) return null;
      if (thrown instanceof ShareError && !thrown.retryable) throw thrown;
      const reason = asPause(thrown);
      if (reason.message !== last) onPause(reason);
      last = reason.message;
    }
    await sleep(pauseMs, closing).catch(() => {});
  }
  return null;
}

function asPause(thrown: unknown): ShareError {
  return thrown instanceof ShareError ? thrown : new ShareError('shares.try_later', { cause: thrown });
}
