import { proxy, type Remote, releaseProxy, transfer, wrap } from 'comlink';
import { withTimeout } from '../core/abort.js';
import { asCandorError, CandorError, type ErrorCode } from '../core/errors.js';
import type { FaceView } from '../core/observation.js';
import { type Try, tryQuietly, underFreshQuery } from '../core/retry.js';
import { WIDGET } from '../core/version.js';
import { resolveAssets } from './assets.js';
import { consideringGpuLoss } from './gpu-loss.js';
import type {
  BackendPreference,
  EmbeddingRuntime,
  FrameImage,
  OnDownload,
  OneWorker,
  Reply,
  Vision,
  VisionEndpoint,
  WorkerAssets,
} from './protocol.js';
import { RenewableVision } from './renewable.js';
import { assertSameOrigin, createWorker, StartEar, WORKER_FILE } from './start-worker.js';

/** Longest wait for the worker's file to arrive and answer, ms: a slow line has 0.2 MB to bring, and a silent one is asked anew. */
const FIRST_WORD_MS = 30_000;
/** Longest wait for the landmark model to arrive and start, ms: a slow line has 16 MB to bring, at 0.2 Mbit/s. The worker itself ends
 * a file that is silent for twenty seconds. */
const LOAD_TIMEOUT_MS = 600_000;
/** The same for what follows, in the background: 21 MB, and 27 more where a GPU is tried. */
const REST_TIMEOUT_MS = 1_200_000;
/** How often a worker that loads is asked whether it is there, ms, and how many questions in a row it may leave open: it is busy while
 * it starts a model. One that ends by itself tells nobody. */
const ASK_EVERY_MS = 10_000;
const MOST_UNANSWERED = 3;
const FRAME_TIMEOUT_MS = 15_000;
/** A slow machine embeds all the frames of a capture then. */
const FINISH_TIMEOUT_MS = 60_000;
/** How long a browser may take to have a GPU again, ms, before another worker is tried without a word. */
const GPU_RETURNS_MS = 2_000;

export interface VisionOptions {
  readonly assetsUrl?: string | undefined;
  readonly backend: BackendPreference;
  readonly onDownload?: OnDownload | undefined;
}

/** A file was broken or did not come: the next start of this page believes no cache. A slow line is no reason: what has come by then
 * would have to come once more. */
let isDistrusted = false;

function distrustAfter(error: unknown): void {
  if (!(error instanceof CandorError) || error.code === 'assets.timeout') return;
  if (error.area === 'assets') isDistrusted = true;
}

/** The page's end of the worker: the only place that owns one. comlink's calls would wait for ever for a worker that
 * died, so each call also waits for the worker's end and for its time to run out. */
class VisionClient implements OneWorker {
  readonly embeddingReady: Promise<EmbeddingRuntime>;
  readonly #worker: Worker;
  readonly #remote: Remote<VisionEndpoint>;
  readonly #backend: BackendPreference;
  readonly #closed = new AbortController();
  #startEmbedding: () => void = () => {};
  #giveUpEmbedding: (reason: unknown) => void = () => {};
  #observed = false;

  constructor(worker: Worker, backend: BackendPreference) {
    this.#worker = worker;
    this.#backend = backend;
    this.#remote = wrap<VisionEndpoint>(worker);
    const { signal } = this.#closed;
    // A file that does not become a worker has no message: what it lacks is found out by who started it.
    worker.addEventListener('error', (event) => this.#die(event.message || 'start'), { signal });
    worker.addEventListener('messageerror', () => this.#die('messageerror'), { signal });
    const wanted = new Promise<void>((resolve, reject) => {
      this.#startEmbedding = resolve;
      this.#giveUpEmbedding = reject;
    });
    this.embeddingReady = wanted.then(() => this.#whileItAnswers(this.#loadRest()));
    // Whoever waits for it hears of it; nobody waiting is no reason for an unhandled rejection.
    this.embeddingReady.catch(distrustAfter);
  }

  /** Waits until the worker's file runs.
   * @throws `assets.integrity_failed` for one of another version. */
  async greet(): Promise<void> {
    const found = await this.#call('hello', FIRST_WORD_MS, 'assets.timeout').catch((thrown: unknown) => {
      // comlink's own complaint: one that does not know the word is of a time before it.
      if (!(thrown instanceof CandorError)) return 'an older one';
      throw thrown;
    });
    if (found === WIDGET) return;
    const detail = `${WORKER_FILE}: expected ${WIDGET}, found ${found}`;
    throw new CandorError('assets.integrity_failed', { detail });
  }

  async load(assets: WorkerAssets, onDownload: OnDownload): Promise<void> {
    await this.#whileItAnswers(
      this.#call('load', LOAD_TIMEOUT_MS, 'assets.timeout', assets, proxy(onDownload)),
    );
    // The network has nothing else to do until the camera is open. What fails is said when the model is to start.
    this.#call('fetchEmbedding', FRAME_TIMEOUT_MS, 'assets.timeout', this.#backend).catch(() => {});
  }

  async #loadRest(): Promise<EmbeddingRuntime> {
    const runtime = await this.#call('loadEmbedding', REST_TIMEOUT_MS, 'assets.timeout', this.#backend);
    await this.#call('loadTexture', REST_TIMEOUT_MS, 'assets.timeout');
    return runtime;
  }

  /** Ends the worker with `runtime.worker_failed` when it stops answering while `loading` takes its minutes. */
  async #whileItAnswers<T>(loading: Promise<T>): Promise<T> {
    let unanswered = 0;
    const answered = (): void => {
      unanswered = 0;
    };
    const ask = (): void => {
      if (unanswered === MOST_UNANSWERED) {
        this.#die('no answer while loading');
        return;
      }
      unanswered += 1;
      // What it fails with, `loading` fails with too.
      this.#call('hello', LOAD_TIMEOUT_MS, 'runtime.timeout').then(answered, () => {});
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    try {
      return await loading;
    } finally {
      clearInterval(timer);
    }
  }

  async observe(image: FrameImage, frameId: number, mediaTimeMs: number) {
    // Nobody else can: it was given away with this call.
    if (this.#closed.signal.aborted) image.close();
    const sent = transfer(image, [image]);
    const observation = await this.#call(
      'observe',
      FRAME_TIMEOUT_MS,
      'runtime.timeout',
      sent,
      frameId,
      mediaTimeMs,
    );
    if (!this.#observed) performance.mark('candor:first-frame');
    this.#observed = true;
    // Starting the second model blocks the worker for a while: the seller sees a first hint before.
    this.#startEmbedding();
    return observation;
  }

  embed(frameId: number, view: FaceView = 'front') {
    return this.#call('embed', FRAME_TIMEOUT_MS, 'runtime.timeout', frameId, view);
  }

  hold(frameId: number, view: FaceView = 'front') {
    return this.#call('hold', FRAME_TIMEOUT_MS, 'runtime.timeout', frameId, view);
  }

  finish() {
    return this.#call('finish', FINISH_TIMEOUT_MS, 'runtime.timeout');
  }

  async reset(): Promise<void> {
    await this.#call('reset', FRAME_TIMEOUT_MS, 'runtime.timeout');
  }

  close(): void {
    this.#end(new CandorError('runtime.worker_failed', { detail: 'closed' }));
  }

  #die(detail: string): void {
    this.#end(new CandorError('runtime.worker_failed', { detail }));
  }

  #end(error: CandorError): void {
    if (this.#closed.signal.aborted) return;
    this.#closed.abort(error);
    this.#giveUpEmbedding(error);
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }

  async #call<Method extends keyof VisionEndpoint>(
    method: Method,
    timeoutMs: number,
    late: ErrorCode,
    ...args: Parameters<VisionEndpoint[Method]>
  ): Promise<Answer<Method>> {
    // comlink's own complaint about a released proxy has no code.
    this.#closed.signal.throwIfAborted();
    // comlink's mapped type cannot follow a generic method name; VisionEndpoint says what it takes and gives.
    const remote = this.#remote[method] as unknown as (...sent: unknown[]) => Promise<Reply<Answer<Method>>>;
    const reply = await withTimeout(timeoutMs, late, this.#closed.signal, () => remote(...args));
    if (reply.kind === 'ok') return reply.value;
    const { code, detail } = reply;
    throw consideringGpuLoss(new CandorError(code, detail === undefined ? {} : { detail }));
  }
}

type Answer<Method extends keyof VisionEndpoint> =
  Awaited<ReturnType<VisionEndpoint[Method]>> extends Reply<infer T> ? T : never;

/** An older file, and none at all: what a cache or the network did to it once. */
const ONCE_SPOILT: ReadonlySet<ErrorCode> = new Set(['assets.integrity_failed', 'assets.timeout']);

/** One try to have a worker that runs. */
async function tryWorker(
  url: string,
  backend: BackendPreference,
  signal: AbortSignal,
): Promise<Try<VisionClient>> {
  const ear = new StartEar();
  try {
    const client = new VisionClient(createWorker(url), backend);
    await unlessAborted(client, signal, () => client.greet());
    return { kind: 'done', value: client };
  } catch (thrown) {
    signal.throwIfAborted();
    const error = asCandorError(thrown, 'runtime.worker_failed');
    if (error.code === 'runtime.worker_failed') return await ear.explain(url, error, signal);
    return { kind: 'failed', error, again: ONCE_SPOILT.has(error.code) ? 'soon' : 'never' };
  } finally {
    ear.close();
  }
}

/** Ends the worker as soon as the signal aborts. @throws the signal's reason then. */
async function unlessAborted<T>(
  client: VisionClient,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const onAbort = (): void => client.close();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const value = await work();
    signal.throwIfAborted();
    return value;
  } catch (error) {
    client.close();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Starts the worker and its landmark model. The other models are fetched then, and start after the first observed frame. The caller
 * owns what it gets and closes it; an abort before that leaves nothing behind. Whatever the network spoils once is fetched
 * again quietly; after a failure, the next start is past all caches.
 * @throws `assets.*`, `config.invalid` (another origin), `env.csp_blocked`, `env.coep_blocked`, `env.pixels_unreadable`,
 * `runtime.*`, the signal's reason on abort. */
export async function startVision(options: VisionOptions, signal: AbortSignal): Promise<Vision> {
  const start = (starting: AbortSignal): Promise<OneWorker> => startOne(options, starting);
  return new RenewableVision(await start(signal), start);
}

async function startOne(options: VisionOptions, signal: AbortSignal): Promise<OneWorker> {
  signal.throwIfAborted();
  assertSameOrigin(resolveAssets(options.assetsUrl).worker, options.assetsUrl);
  try {
    const client = await tryQuietly(signal, () => tryModel(options, signal));
    isDistrusted = false;
    return client;
  } catch (error) {
    distrustAfter(error);
    throw error;
  }
}

/** One try to have a worker with its landmark model. */
async function tryModel(
  { assetsUrl, backend, onDownload = () => {} }: VisionOptions,
  signal: AbortSignal,
): Promise<Try<OneWorker>> {
  const { worker, ...addresses } = resolveAssets(assetsUrl);
  const assets = { ...addresses, isDistrusted };
  const client = await tryQuietly(signal, (index) =>
    tryWorker(index > 0 || isDistrusted ? underFreshQuery(worker) : worker, backend, signal),
  );
  try {
    await unlessAborted(client, signal, () => client.load(assets, onDownload));
    return { kind: 'done', value: client };
  } catch (error) {
    const isGpuLost = error instanceof CandorError && error.code === 'runtime.gpu_lost';
    return { kind: 'failed', error, again: isGpuLost ? GPU_RETURNS_MS : 'never' };
  }
}
