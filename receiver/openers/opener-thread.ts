import type { Worker } from 'node:worker_threads';
import { unreachable } from '../../src/core/unreachable.js';
import type { Keyring } from '../../src/envelope/open.js';
import { startThread } from '../start-thread.js';
import type { Opened, OpenerAnswer, OpenerSetUp, OpenerTask, Sealed } from './thread-messages.js';

/** Envelopes that may wait for one thread. */
const MOST_WAITING = 256;
/** How much longer than at first it may come to last until a thread is replaced that never gets ready. */
const MOST_PATIENCE = 64;

export interface OpenerThreadOptions {
  readonly setUp: OpenerSetUp;
  readonly onLost: () => void;
  /** How long a thread that was asked may give no answer at all, ms. One envelope takes about ten. Default 10,000. */
  readonly answerMs?: number | undefined;
  /** How long after it was lost a thread is replaced, ms; twice as long each time that it did not get ready, as where its file is
   * missing. Default 5,000. */
  readonly replaceAfterMs?: number | undefined;
  readonly start?: ((setUp: OpenerSetUp) => Worker) | undefined;
}

type Settled = { readonly [Name in keyof OpenerThreadOptions]-?: NonNullable<OpenerThreadOptions[Name]> };

/** What came of an envelope. `unanswered`: the thread is not ready, has too much to do, takes too long, or was lost. */
export type Opening =
  | { readonly kind: 'opened'; readonly payload: Opened }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unanswered' };

/** Opens envelopes on a thread of its own. It is started at once, and replaced when it was lost. */
export class OpenerThread {
  readonly #options: Settled;
  readonly #waiting = new Map<number, (opening: Opening) => void>();
  #worker: Worker | null = null;
  #readyWorker: Worker | null = null;
  /** The ids of the keys that the thread has. */
  #handedOver = '';
  #replacing: NodeJS.Timeout | undefined;
  /** Ends a thread that gives no answer. */
  #silence: NodeJS.Timeout | undefined;
  /** Grows with each start that fails. */
  #patience = 1;
  #isClosed = false;
  #nextId = 1;

  constructor({
    setUp,
    onLost,
    answerMs = 10_000,
    replaceAfterMs = 5_000,
    start = startOpenerWorker,
  }: OpenerThreadOptions) {
    this.#options = { setUp, onLost, answerMs, replaceAfterMs, start };
    this.#start();
  }

  /** Envelopes that wait for it; null while it is not ready. */
  get waiting(): number | null {
    return this.#readyWorker === null ? null : this.#waiting.size;
  }

  /** @param keyring - as it is now; handed over where the thread has another. */
  open(envelope: Sealed, keyring: Keyring): Promise<Opening> {
    const worker = this.#readyWorker;
    if (worker === null || this.#waiting.size >= MOST_WAITING) return Promise.resolve({ kind: 'unanswered' });
    this.#handOver(worker, keyring);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      if (this.#waiting.size === 1) this.#expect(worker);
      worker.ref();
      worker.postMessage({ kind: 'open', id, envelope } satisfies OpenerTask);
    });
  }

  /** Ends the thread; what it was asked stays unanswered. Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#replacing);
    await this.#end();
  }

  #start(): void {
    const worker = this.#options.start(this.#options.setUp);
    this.#worker = worker;
    worker.on('message', (answer: OpenerAnswer) => this.#hear(worker, answer));
    worker.on('error', () => this.#lose(worker));
    worker.on('exit', () => this.#lose(worker));
    worker.unref();
  }

  #hear(worker: Worker, answer: OpenerAnswer): void {
    if (worker !== this.#worker) return;
    switch (answer.kind) {
      case 'ready':
        this.#readyWorker = worker;
        this.#patience = 1;
        return;
      case 'opened':
        this.#settle(answer.id, { kind: 'opened', payload: answer.payload });
        return;
      case 'invalid':
        this.#settle(answer.id, { kind: 'invalid' });
        return;
      default:
        unreachable(answer);
    }
  }

  /** The secret keys go to the thread once, and again when they are others. */
  #handOver(worker: Worker, keyring: Keyring): void {
    const kids = [...keyring.keys()].join();
    if (kids === this.#handedOver) return;
    this.#handedOver = kids;
    worker.postMessage({ kind: 'keys', keys: [...keyring.values()] } satisfies OpenerTask);
  }

  #lose(worker: Worker): void {
    if (worker !== this.#worker) return;
    void this.#end();
    if (this.#isClosed) return;
    const afterMs = this.#options.replaceAfterMs * this.#patience;
    this.#patience = Math.min(this.#patience * 2, MOST_PATIENCE);
    this.#replacing = setTimeout(() => this.#start(), afterMs).unref();
    this.#options.onLost();
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#readyWorker = null;
    this.#handedOver = '';
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { kind: 'unanswered' });
    await worker?.terminate();
  }

  /** Counts from the last answer, not from the question: of many that wait, one may wait for long on a busy machine. */
  #expect(worker: Worker): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(worker), this.#options.answerMs);
  }

  #settle(id: number, opening: Opening): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    const worker = this.#worker;
    if (worker !== null && this.#waiting.size > 0) this.#expect(worker);
    else clearTimeout(this.#silence);
    if (this.#waiting.size === 0) worker?.unref();
    resolve?.(opening);
  }
}

export function startOpenerWorker(workerData: OpenerSetUp): Worker {
  return startThread('opener-worker', import.meta.url, workerData);
}
