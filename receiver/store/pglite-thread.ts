import { Worker } from 'node:worker_threads';
import type { IndexKind } from './index-kinds.js';
import { StorageError } from './storage-error.js';

/** How long one statement may take, ms. */
const STATEMENT_MS = 15_000;
/** How long opening may take: a first start builds a whole database, ms. */
const OPENING_MS = 60_000;
/** How long an index of many rows may take to be built, ms. */
const BUILDING_MS = 1_800_000;
/** How long closing may take before the thread is ended, ms. */
const CLOSING_MS = 3_000;

/** The build copies this file next to the one that this module ends up in. */
const WORKER = new URL('./pglite-worker.mjs', import.meta.url);

interface QueryOptions {
  readonly rowMode?: 'array' | 'object';
  readonly parsers?: Readonly<Record<number, (text: string) => unknown>>;
}

interface Answer {
  readonly rows: unknown[];
  readonly fields: unknown[];
  readonly affectedRows?: number;
}

type Query = (sql: string, params?: unknown[], options?: QueryOptions) => Promise<Answer>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export interface PgliteContent {
  /** What a new database begins with, as PGlite's `dumpDataDir` gives it; null = with nothing. */
  readonly image: Blob | null;
  /** Of `pgvector`, its extension is there. */
  readonly index: IndexKind;
}

/** PGlite as drizzle knows it, in a thread of its own: on a full disk Postgres panics, and PGlite then runs in circles for
 * ever. Here that ends the thread and the requests that wait for it, not the process; the next request opens the
 * database again, which recovers it as after a crash. */
export class PgliteThread {
  readonly #location: string;
  readonly #content: PgliteContent;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #isSick = false;
  #isClosed = false;
  #nextId = 1;
  #last: Promise<unknown> = Promise.resolve();

  constructor(location: string, content: PgliteContent) {
    this.#location = location;
    this.#content = content;
  }

  readonly query: Query = (sql, params, options) =>
    this.#exclusive(() => this.#statement(sql, params, options));

  transaction<T>(work: (transaction: { readonly query: Query }) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      await this.#statement('begin');
      const query = this.#within(this.#worker);
      try {
        const result = await work({ query });
        await query('commit');
        return result;
      } catch (thrown) {
        await query('rollback').catch(() => {});
        throw thrown;
      }
    });
  }

  /** Closes the database, or ends its thread where it does not answer. Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#worker === null) return;
    await this.#ask({ kind: 'close' }, CLOSING_MS).catch(() => {});
    await this.#end();
  }

  /** Ends the thread as a crash would, for good: nothing is written any more, and nothing opens the database again. Idempotent. */
  async abandon(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
  }

  /** The next statement opens the database again, where it is not closed. */
  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#isSick = false;
    this.#rejectAll(new StorageError('storage.unavailable'));
    await worker?.terminate();
  }

  /** One after the other: the database has one session. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      try {
        return await work();
      } finally {
        if (this.#isSick) await this.#end();
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** The statements of a transaction that began in this thread. In another one there is no transaction: what is left of it would be
   * written by itself. */
  #within(worker: Worker | null): Query {
    return (...given) =>
      worker === this.#worker
        ? this.#statement(...given)
        : Promise.reject(new StorageError('storage.unavailable'));
  }

  #statement(
    sql: string,
    params: unknown[] = [],
    { rowMode, parsers = {} }: QueryOptions = {},
  ): Promise<Answer> {
    if (this.#isClosed || this.#isSick) return Promise.reject(new StorageError('storage.unavailable'));
    const usualMs = /^create index/.test(sql) ? BUILDING_MS : STATEMENT_MS;
    const limitMs = this.#worker === null ? OPENING_MS : usualMs;
    // drizzle's parsers leave the text as it is; functions cannot be sent.
    return this.#ask({ kind: 'query', sql, params, rowMode, unparsed: Object.keys(parsers) }, limitMs);
  }

  #ask(request: Readonly<Record<string, unknown>>, limitMs: number): Promise<Answer> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(id, new StorageError('storage.unavailable')), limitMs);
      this.#waiting.set(id, { resolve, reject, timer });
      worker.ref();
      worker.postMessage({ id, ...request });
    });
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { workerData: { location: this.#location, ...this.#content } });
    worker.on('message', ({ id, result, failure }) => {
      if (failure === undefined) this.#take(id)?.resolve(result);
      else this.#fail(id, Object.assign(new Error(failure.message), failure));
    });
    worker.on('error', (thrown) => this.#lose(worker, thrown));
    worker.on('exit', () => this.#lose(worker, new StorageError('storage.unavailable')));
    return worker;
  }

  #lose(worker: Worker, reason: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    this.#rejectAll(reason);
  }

  #fail(id: number, reason: Error & { readonly code?: unknown }): void {
    // What leaves the session in no known state: no answer, no room, an internal error, a portal left open.
    if (typeof reason.code !== 'string' || /^(53|58|XX|24)|^storage/.test(reason.code)) this.#isSick = true;
    this.#take(id)?.reject(reason);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    clearTimeout(waiting?.timer);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    return waiting;
  }

  #rejectAll(reason: Error): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(reason);
  }
}
