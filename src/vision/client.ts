import { proxy, transfer } from 'comlink';
import { CandorError } from '../core/errors.js';
import type { FaceView } from '../core/observation.js';
import { type Try, tryQuietly } from '../core/retry.js';
import { resolveAssets } from './assets.js';
import { type Ending, type EndingPlace, handedOver, kept, type StartEnding, whole } from './endings.js';
import type {
  BackendPreference,
  EmbeddingRuntime,
  FrameImage,
  OnDownload,
  Vision,
  VisionEndpoint,
  WorkerAssets,
} from './protocol.js';
import { RenewableVision } from './renewable.js';
import type { SellerVision, ShareTerms, VisionWith, WorkerWith } from './seller-vision.js';
import { assertSameOrigin, type WorkerScript } from './start-worker.js';
import { openLine, unlessAborted, type WorkerLine } from './worker-line.js';

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
/** How long a browser may take to have a GPU again, ms, before another worker is tried without a word. */
const GPU_RETURNS_MS = 2_000;

export interface VisionOptions {
  readonly assetsUrl?: string | undefined;
  readonly backend: BackendPreference;
  readonly onDownload?: OnDownload | undefined;
}

export interface SellerVisionOptions extends VisionOptions {
  /** Who is to keep the template, a part of it each. */
  readonly operators: ShareTerms['operators'] | undefined;
}

/** A file was broken or did not come: the next start of this page believes no cache. A slow line is no reason: what has come by then
 * would have to come once more. */
let isDistrusted = false;

function distrustAfter(error: unknown): void {
  if (!(error instanceof CandorError) || error.code === 'assets.timeout') return;
  if (error.area === 'assets') isDistrusted = true;
}

/** The page's side of the analysis worker. `Result`: what its captures end in. */
class VisionClient<Result> implements WorkerWith<Result> {
  readonly embeddingReady: Promise<EmbeddingRuntime>;
  readonly #line: WorkerLine<VisionEndpoint>;
  readonly #ending: Ending<Result>;
  readonly #backend: BackendPreference;
  #startEmbedding: () => void = () => {};
  #observed = false;

  constructor(line: WorkerLine<VisionEndpoint>, ending: Ending<Result>, backend: BackendPreference) {
    this.#line = line;
    this.#ending = ending;
    this.#backend = backend;
    const { closed } = line;
    const wanted = new Promise<void>((resolve, reject) => {
      this.#startEmbedding = resolve;
      closed.addEventListener('abort', () => reject(closed.reason), { once: true });
    });
    this.embeddingReady = wanted.then(() => this.#whileItAnswers(this.#loadRest()));
    // Whoever waits for it hears of it; nobody waiting is no reason for an unhandled rejection.
    this.embeddingReady.catch(distrustAfter);
  }

  async load(assets: WorkerAssets, onDownload: OnDownload): Promise<void> {
    await this.#whileItAnswers(
      this.#line.call('load', LOAD_TIMEOUT_MS, 'assets.timeout', assets, proxy(onDownload)),
    );
    // The network has nothing else to do until the camera is open. What fails is said when the model is to start.
    this.#line.call('fetchEmbedding', FRAME_TIMEOUT_MS, 'assets.timeout', this.#backend).catch(() => {});
  }

  async #loadRest(): Promise<EmbeddingRuntime> {
    const runtime = await this.#line.call('loadEmbedding', REST_TIMEOUT_MS, 'assets.timeout', this.#backend);
    await this.#line.call('loadTexture', REST_TIMEOUT_MS, 'assets.timeout');
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
        this.#line.die('no answer while loading');
        return;
      }
      unanswered += 1;
      // What it fails with, `loading` fails with too.
      this.#line.call('hello', LOAD_TIMEOUT_MS, 'runtime.timeout').then(answered, () => {});
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
    if (this.#line.closed.aborted) image.close();
    const sent = transfer(image, [image]);
    const observation = await this.#line.call(
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
    return this.#line.call('embed', FRAME_TIMEOUT_MS, 'runtime.timeout', frameId, view);
  }

  hold(frameId: number, view: FaceView = 'front') {
    return this.#line.call('hold', FRAME_TIMEOUT_MS, 'runtime.timeout', frameId, view);
  }

  finish(): Promise<Result> {
    return this.#ending.finish();
  }

  async reset(): Promise<void> {
    await Promise.all([this.#line.call('reset', FRAME_TIMEOUT_MS, 'runtime.timeout'), this.#ending.reset()]);
  }

  close(): void {
    this.#line.close();
  }
}

/** Starts the worker and its landmark model. The other models are fetched then, and start after the first observed frame. The caller
 * owns what it gets and closes it; an abort before that leaves nothing behind. Whatever the network spoils once is fetched
 * again quietly; after a failure, the next start is past all caches.
 * @throws `assets.*`, `config.invalid` (another origin), `env.csp_blocked`, `env.coep_blocked`, `env.pixels_unreadable`,
 * `runtime.*`, the signal's reason on abort. */
export function startVision(options: VisionOptions, signal: AbortSignal): Promise<Vision> {
  return startRenewable(options, handedOver, signal);
}

/** The same for a seller's check. Where operators are named, the template does not come to the page, but to a worker of its own that is
 * started beside the first (docs/three-operators.md).
 * @throws as {@link startVision}, of either worker's file. */
export function startSellerVision(options: SellerVisionOptions, signal: AbortSignal): Promise<SellerVision> {
  return options.operators === undefined
    ? startRenewable(options, whole, signal)
    : startRenewable(options, kept, signal);
}

async function startRenewable<Result>(
  options: VisionOptions,
  startEnding: StartEnding<Result>,
  signal: AbortSignal,
): Promise<VisionWith<Result>> {
  const start = (starting: AbortSignal) => startOne(options, startEnding, starting);
  return new RenewableVision(await start(signal), start);
}

async function startOne<Result>(
  options: VisionOptions,
  startEnding: StartEnding<Result>,
  signal: AbortSignal,
): Promise<WorkerWith<Result>> {
  signal.throwIfAborted();
  assertSameOrigin(resolveAssets(options.assetsUrl).worker, options.assetsUrl);
  try {
    const client = await tryQuietly(signal, () => tryModel(options, startEnding, signal));
    isDistrusted = false;
    return client;
  } catch (error) {
    distrustAfter(error);
    throw error;
  }
}

/** One try to have a worker with its landmark model. */
async function tryModel<Result>(
  { assetsUrl, backend, onDownload = () => {} }: VisionOptions,
  startEnding: StartEnding<Result>,
  signal: AbortSignal,
): Promise<Try<WorkerWith<Result>>> {
  const { worker, shareWorker, ...addresses } = resolveAssets(assetsUrl);
  const assets = { ...addresses, isDistrusted };
  const place: EndingPlace = {
    shareScript: { file: 'candor-share-worker.js', url: shareWorker },
    isDistrusted,
  };
  const script: WorkerScript = { file: 'candor-worker.js', url: worker };
  const line = await openLine<VisionEndpoint>(script, isDistrusted, signal);
  try {
    return await unlessAborted(line, signal, async () => {
      const client = new VisionClient(line, await startEnding(line, place, signal), backend);
      await client.load(assets, onDownload);
      return { kind: 'done', value: client };
    });
  } catch (error) {
    const isGpuLost = error instanceof CandorError && error.code === 'runtime.gpu_lost';
    return { kind: 'failed', error, again: isGpuLost ? GPU_RETURNS_MS : 'never' };
  }
}
