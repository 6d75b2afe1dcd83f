export interface Transaction {
  readonly done: Promise<void>;
  abort(): void;
}

/** Writes all of it or nothing. A write that throws at once (a key that cannot be cloned) would otherwise leave those before
 * it, and the failure of the others unheard.
 * @throws what the first failing write throws. */
export async function allOrNothing(
  transaction: Transaction,
  writes: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const done = transaction.done;
  // It is heard below, or told by the write that failed.
  done.catch(() => {});
  try {
    await Promise.all(writes.map(async (write) => write()));
  } catch (thrown) {
    abort(transaction);
    throw thrown;
  }
  await done;
}

/** One that has aborted by itself says so by throwing. */
export function abort(transaction: Pick<Transaction, 'abort'>): void {
  try {
    transaction.abort();
  } catch {}
}
