import type { Worker } from 'node:worker_threads';
import { startThread } from '../../start-thread.js';
import type { QuantisedProbe } from './quantise.js';
import type { RowLayout } from './quantised-rows.js';

/** How long a thread may take for its tasks so far, ms. A million templates take a tenth of a second. */
const TASK_MS = 5_000;
/** Tasks that may wait for one thread. */
const MOST_WAITING = 64;
/** A thread that was lost so often is not started again. */
const MOST_LOSSES = 3;

export interface ScanThreadSetUp {
  readonly memory: WebAssembly.Memory;
  readonly layout: RowLayout;
  /** The thread's own. */
  readonly scratch: number;
}

export interface ScanTask {
  readonly id: number;
  readonly probe: QuantisedProbe;
  /** Rows from this one to before `end`. */
  readonly first: number;
  readonly end: number;
}

/** Why a thread was lost: it took too long, it failed, or it ended. */
export type ScanLossCode = 'scan.late' | 'scan.failed' | 'scan.ended';

export interface ScanLoss {
  readonly code: ScanLossCode;
  /** How often it is still started again. At 0 the thread that asks does its share for good. */
  readonly startsLeft: number;
  /** Null where nothing was. */
  readonly thrown: unknown;
}

export type NoteLoss = (loss: ScanLoss) => void;

interface Waiting {
  readonly resolve: (candidates: readonly number[] | null) => void;
  readonly timer: NodeJS.Timeout;
}

/** Scans rows on a thread of its own, which starts with the first task and again after it was lost. */
export class ScanThread {
  readonly #setUp: ScanThreadSetUp;
  readonly #noteLoss: NoteLoss;
  readonly #taskMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #ending: Promise<unknown> | null = null;
  #nextId = 1;
  #losses = 0;

  /** @param taskMs - how long it may take for its tasks so far. */
  constructor(setUp: ScanThreadSetUp, noteLoss: NoteLoss, taskMs: number = TASK_MS) {
    this.#setUp = setUp;
    this.#noteLoss = noteLoss;
    this.#taskMs = taskMs;
  }

  /** @returns as `Scanner.candidates`; null where the thread has too much to do, takes too long or is lost. */
  candidates(probe: QuantisedProbe, first: number, end: number): Promise<readonly number[] | null> {
    // A thread that is being ended may still write to the scratch that the next one has.
    if (this.#ending !== null || this.#losses >= MOST_LOSSES || this.#waiting.size >= MOST_WAITING)
      return Promise.resolve(null);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#lose(worker, 'scan.late'), this.#taskMs);
      this.#waiting.set(id, { resolve, timer });
      worker.ref();
      worker.postMessage({ id, probe, first, end } satisfies ScanTask);
    });
  }

  /** Ends the thread; what it was asked is answered null. Idempotent. */
  close(): Promise<unknown> {
    return this.#end();
  }

  #start(): Worker {
    const worker = startThread('scan-worker', import.meta.url, this.#setUp);
    worker.on('message', ({ id, candidates }) => this.#answer(id, candidates));
    worker.on('error', (thrown) => this.#lose(worker, 'scan.failed', thrown));
    worker.on('exit', () => this.#lose(worker, 'scan.ended'));
    return worker;
  }

  #lose(worker: Worker, code: ScanLossCode, thrown: unknown = null): void {
    if (worker !== this.#worker) return;
    this.#losses += 1;
    this.#noteLoss({ code, startsLeft: MOST_LOSSES - this.#losses, thrown });
    void this.#end();
  }

  #end(): Promise<unknown> {
    const worker = this.#worker;
    this.#worker = null;
    for (const id of [...this.#waiting.keys()]) this.#answer(id, null);
    if (worker !== null) this.#ending = worker.terminate().finally(() => (this.#ending = null));
    return this.#ending ?? Promise.resolve();
  }

  #answer(id: number, candidates: readonly number[] | null): void {
    const waiting = this.#waiting.get(id);
    clearTimeout(waiting?.timer);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    waiting?.resolve(candidates);
  }
}
