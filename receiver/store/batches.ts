const BATCH_SIZE = 1_000;

/** Runs a deletion until it finds less than a batch. Each run is a transaction of its own, so that a large sweep neither
 * holds up other requests for long nor loses all it did when it is interrupted.
 * @returns how many it deleted in all. */
export async function inBatches(deleteSome: (size: number) => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const deleted = await deleteSome(BATCH_SIZE);
    total += deleted;
    if (deleted < BATCH_SIZE) return total;
  }
}
