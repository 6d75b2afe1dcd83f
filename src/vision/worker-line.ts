import { createEndpoint, type Remote, releaseProxy, wrap } from 'comlink';
import { withTimeout } from '../core/abort.js';
import { asCandorError, CandorError, type ErrorCode } from '../core/errors.js';
import { type Try, tryQuietly, underFreshQuery } from '../core/retry.js';
import { WIDGET } from '../core/version.js';
import { consideringGpuLoss } from './gpu-loss.js';
import type { Reply } from './protocol.js';
import { createWorker, StartEar, type WorkerScript } from './start-worker.js';

/** Longest wait for a worker's file to arrive and answer, ms: a slow line has 0.2 MB to bring, and a silent one is asked anew. */
const FIRST_WORD_MS = 30_000;

/** What a worker answers, by method: `hello` among it. */
type Exposed<Methods> = Record<keyof Methods | 'hello', (...args: never[]) => Promise<Reply<unknown>>>;

type Answer<Method> = Method extends (...args: never[]) => Promise<Reply<infer T>> ? T : never;

/** The page's end of one worker, and the only place that owns one. comlink's calls would wait for ever for a worker that died, so each
 * call also waits for the worker's end and for its time to run out. */
export class WorkerLine<Methods extends Exposed<Methods>> {
  readonly #worker: Worker;
  readonly #remote: Remote<Methods>;
  readonly #closed = new AbortController();

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#remote = wrap<Methods>(worker);
    const { signal } = this.#closed;
    // A file that does not become a worker has no message: what it lacks is found out by who started it.
    worker.addEventListener('error', (event) => this.die(event.message || 'start'), { signal });
    worker.addEventListener('messageerror', () => this.die('messageerror'), { signal });
  }

  /** Aborts with what ended the worker. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** @param late - the code of what is thrown when no answer came in time.
   * @throws what the worker failed with, or was ended with. */
  call<Method extends keyof Methods>(
    method: Method,
    timeoutMs: number,
    late: ErrorCode,
    ...args: Parameters<Methods[Method]>
  ): Promise<Answer<Methods[Method]>> {
    // What it answers is what `Methods` says; TypeScript cannot follow a generic name through comlink's types.
    return this.#ask(method, timeoutMs, late, args) as Promise<Answer<Methods[Method]>>;
  }

  /** Waits until the worker's file runs.
   * @param file - its name in the package. @throws `assets.integrity_failed` for one of another version. */
  async greet(file: string): Promise<void> {
    const found = await this.#ask('hello', FIRST_WORD_MS, 'assets.timeout').catch((thrown: unknown) => {
      // comlink's own complaint: one that does not know the word is of a time before it.
      if (!(thrown instanceof CandorError)) return 'an older one';
      throw thrown;
    });
    if (found === WIDGET) return;
    throw new CandorError('assets.integrity_failed', {
      detail: `${file}: expected ${WIDGET}, found ${found}`,
    });
  }

  /** Another way to the same methods, for somebody else; the caller transfers it.
   * @throws `runtime.timeout`, or what the worker was ended with. */
  async channel(timeoutMs: number): Promise<MessagePort> {
    this.closed.throwIfAborted();
    return withTimeout(timeoutMs, 'runtime.timeout', this.closed, () => this.#remote[createEndpoint]());
  }

  close(): void {
    this.die('closed');
  }

  die(detail: string): void {
    this.end(new CandorError('runtime.worker_failed', { detail }));
  }

  /** Ends the worker. What waits for it, and what is called from now on, rejects with `reason`. */
  end(reason: unknown): void {
    if (this.closed.aborted) return;
    this.#closed.abort(reason);
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }

  async #ask(
    method: PropertyKey,
    timeoutMs: number,
    late: ErrorCode,
    args: readonly unknown[] = [],
  ): Promise<unknown> {
    // comlink's own complaint about a released proxy has no code.
    this.closed.throwIfAborted();
    const remote = this.#remote[method as keyof Remote<Methods>] as unknown as Remoted;
    const reply = await withTimeout(timeoutMs, late, this.closed, () => remote(...args));
    if (reply.kind === 'ok') return reply.value;
    const { code, detail } = reply;
    throw consideringGpuLoss(new CandorError(code, detail === undefined ? {} : { detail }));
  }
}

type Remoted = (...sent: readonly unknown[]) => Promise<Reply<unknown>>;

/** An older file, and none at all: what a cache or the network did to it once. */
const ONCE_SPOILT: ReadonlySet<ErrorCode> = new Set(['assets.integrity_failed', 'assets.timeout']);

/** Starts a worker that runs, in up to three tries, the later ones past all caches. The caller owns what it gets.
 * @param isDistrusted - the first one too.
 * @throws `assets.*`, `env.*`, `runtime.worker_failed`, the signal's reason on abort. */
export function openLine<Methods extends Exposed<Methods>>(
  script: WorkerScript,
  isDistrusted: boolean,
  signal: AbortSignal,
): Promise<WorkerLine<Methods>> {
  return tryQuietly(signal, (index) => {
    const url = index > 0 || isDistrusted ? underFreshQuery(script.url) : script.url;
    return tryLine<Methods>({ ...script, url }, signal);
  });
}

async function tryLine<Methods extends Exposed<Methods>>(
  script: WorkerScript,
  signal: AbortSignal,
): Promise<Try<WorkerLine<Methods>>> {
  const ear = new StartEar(script);
  try {
    const line = new WorkerLine<Methods>(createWorker(script.url));
    await unlessAborted(line, signal, () => line.greet(script.file));
    return { kind: 'done', value: line };
  } catch (thrown) {
    signal.throwIfAborted();
    const error = asCandorError(thrown, 'runtime.worker_failed');
    if (error.code === 'runtime.worker_failed') return await ear.explain(error, signal);
    return { kind: 'failed', error, again: ONCE_SPOILT.has(error.code) ? 'soon' : 'never' };
  } finally {
    ear.close();
  }
}

/** Ends the worker when `work` fails, and as soon as the signal aborts. @throws the signal's reason then. */
export async function unlessAborted<T>(
  line: { close(): void },
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const onAbort = (): void => line.close();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const value = await work();
    signal.throwIfAborted();
    return value;
  } catch (error) {
    line.close();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
