export interface Transaction {
  readonly done: Promise<void>;
  abort(): void;
}

/** Writes all of it or nothing. A write that throws at once (a key that cannot be cloned) would otherwise leave those before
 * it, and the failure of the others unheard.
 * @param wanted - aborts when nobody waits for it any more: what was said not to be written must not be written after that.
 * @throws what the first failing write throws, or the signal's reason. */
export async function allOrNothing(
  transaction: Transaction,
  writes: readonly (() => Promise<unknown>)[],
  wanted?: AbortSignal,
): Promise<void> {
  const done = transaction.done;
  // It is heard below, or told by the write that failed.
  done.catch(() => {});
  const giveUp = (): void => abort(transaction);
  wanted?.addEventListener('abort', giveUp, { once: true });
  try {
    wanted?.throwIfAborted();
    await Promise.all(writes.map(async (write) => write()));
    await done;
  } catch (thrown) {
    abort(transaction);
    throw thrown;
  } finally {
    wanted?.removeEventListener('abort', giveUp);
  }
}

/** One that has aborted by itself says so by throwing. */
export function abort(transaction: Pick<Transaction, 'abort'>): void {
  try {
    transaction.abort();
  } catch {}
}
