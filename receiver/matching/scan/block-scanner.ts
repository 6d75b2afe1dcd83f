import { availableParallelism } from 'node:os';
import type { QuantisedProbe } from './quantise.js';
import { MAX_SCRATCHES, type QuantisedRows } from './quantised-rows.js';
import { type NoteLoss, ScanThread } from './scan-thread.js';
import { Scanner } from './scanner.js';

/** Fewer rows than this are scanned sooner than a thread answers: about a millisecond. */
const MANY_ROWS = 20_000;

export interface ScanOptions {
  /** From so many rows on, threads scan. Default: from about a millisecond's work on. */
  readonly manyRows?: number;
  /** Called for each thread that is lost. */
  readonly noteLoss?: NoteLoss;
}

/** Finds the candidates of a block: few rows on the thread that asks, many on one thread for each processor, so that nothing else
 * waits meanwhile. */
export class BlockScanner {
  readonly #here: Scanner;
  readonly #threads: readonly ScanThread[];
  readonly #manyRows: number;

  constructor({ memory, layout }: QuantisedRows, { manyRows = MANY_ROWS, noteLoss = () => {} }: ScanOptions) {
    this.#here = new Scanner(memory, layout, 0);
    const length = Math.min(availableParallelism(), MAX_SCRATCHES - 1);
    this.#threads = Array.from(
      { length },
      (_, at) => new ScanThread({ memory, layout, scratch: at + 1 }, noteLoss),
    );
    this.#manyRows = manyRows;
  }

  async candidates(probe: QuantisedProbe, rows: number): Promise<readonly number[]> {
    if (rows < this.#manyRows) return this.#here.candidates(probe, 0, rows);
    const share = Math.ceil(rows / this.#threads.length);
    const found = await Promise.all(
      this.#threads.map(async (thread, at) => {
        const [first, end] = [at * share, Math.min(rows, (at + 1) * share)];
        return (await thread.candidates(probe, first, end)) ?? this.#here.candidates(probe, first, end);
      }),
    );
    return found.flat();
  }

  /** Ends the threads. Idempotent. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
