import * as wasmRuntime from 'onnxruntime-web/wasm';
import { type Bytes, wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { embeddingModel, type PictureModel } from '../manifest.js';
import type { EmbeddingRuntime } from '../protocol.js';

/** More threads than this do not pay for so small a picture. */
const MAX_THREADS = 4;
/** Largest difference in cosine similarity between the two backends on the same picture. */
const PARITY = 1e-3;
/** A face that takes no longer on WebAssembly is not worth the 27 MB of the other runtime, ms. */
const QUICK_MS = 40;

type Backend = EmbeddingRuntime['backend'];

/** A started model. */
export interface ModelSession {
  readonly runtime: EmbeddingRuntime;
  /** One picture at a time; whoever calls meanwhile waits.
   * @param planes - 1×3×side×side, in the model's channel order and range. @returns its raw output.
   * @throws `runtime.model_failed` */
  run(planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>>;
  release(): Promise<void>;
}

type Runtime = typeof wasmRuntime;

/** Threads need shared memory, which an embedded widget cannot demand of its host (requirement B-10). */
function threadCount(): number {
  return globalThis.crossOriginIsolated ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;
}

/** Lets work into a runtime one after the other: the WebGPU build cannot be entered twice. */
function takingTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const running = last.then(work);
    last = running.catch(() => {});
    return running;
  };
}

const inTurn = { wasm: takingTurns(), webgpu: takingTurns() };

interface Start {
  readonly ort: Runtime;
  readonly runtime: EmbeddingRuntime;
  /** Which processor of that runtime computes. */
  readonly provider: Backend;
  readonly model: PictureModel;
  readonly bytes: Bytes;
}

async function start({ ort, runtime, provider, model, bytes }: Start): Promise<ModelSession> {
  try {
    const options = { executionProviders: [provider] };
    const create = (): Promise<wasmRuntime.InferenceSession> => ort.InferenceSession.create(bytes, options);
    const session = sessionOf(ort, await inTurn[runtime.backend](create), runtime, model);
    // The first run compiles and allocates: not while the seller records.
    await session.run(testPlanes(model));
    return session;
  } catch (cause) {
    throw new CandorError('runtime.wasm_failed', { cause, detail: `${model.file}, ${runtime.backend}` });
  }
}

function sessionOf(
  ort: Runtime,
  session: wasmRuntime.InferenceSession,
  runtime: EmbeddingRuntime,
  { file, input, output }: PictureModel,
): ModelSession {
  const shape = [1, 3, input.sidePx, input.sidePx];
  const infer = async (planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>> => {
    try {
      const answers = await session.run({ [input.name]: new ort.Tensor('float32', planes, shape) });
      const found = answers[output.name];
      if (!(found?.data instanceof Float32Array)) throw new TypeError('no float32 output');
      if (found.data.length !== output.dim) throw new RangeError('an output of another length');
      const vector = Float32Array.from(found.data);
      wipe(found.data);
      return vector;
    } catch (cause) {
      throw new CandorError('runtime.model_failed', { cause, detail: file });
    }
  };
  const run = (planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>> =>
    inTurn[runtime.backend](() => infer(planes));
  return { runtime, run, release: () => session.release() };
}

/** The embedding model, with the WebAssembly that its runtime is to run. */
async function startFirst(
  ort: Runtime,
  runtime: EmbeddingRuntime,
  wasm: Bytes,
  bytes: Bytes,
): Promise<ModelSession> {
  ort.env.wasm.numThreads = runtime.threads;
  ort.env.wasm.wasmBinary = wasm.buffer;
  try {
    return await start({ ort, runtime, provider: runtime.backend, model: embeddingModel, bytes });
  } finally {
    delete ort.env.wasm.wasmBinary;
  }
}

/** Imported only where it is wanted: a worker with the name of a thread is taken by every runtime that is loaded in it,
 * so the plain one must be alone in its threads. */
function importWebgpuRuntime(): Promise<Runtime> {
  return import('onnxruntime-web/webgpu');
}

export function startWasmSession(wasm: Bytes, bytes: Bytes): Promise<ModelSession> {
  return startFirst(wasmRuntime, { backend: 'wasm', threads: threadCount() }, wasm, bytes);
}

export async function startWebgpuSession(wasm: Bytes, bytes: Bytes): Promise<ModelSession> {
  return startFirst(await importWebgpuRuntime(), { backend: 'webgpu', threads: 1 }, wasm, bytes);
}

/** Another model in the runtime that already runs, on the processor: too small for a GPU to pay.
 * @throws `runtime.wasm_failed` */
export async function startBeside(
  { runtime }: ModelSession,
  model: PictureModel,
  bytes: Bytes,
): Promise<ModelSession> {
  const ort = runtime.backend === 'wasm' ? wasmRuntime : await importWebgpuRuntime();
  return start({ ort, runtime, provider: 'wasm', model, bytes });
}

interface Adapter {
  readonly info?: { readonly isFallbackAdapter?: boolean };
}

/** Whether a WebGPU adapter answers (`navigator.gpu` alone says nothing, requirement B-12), and whether it is a GPU: the
 * fallback adapter is the processor under another name. */
export async function webgpuAdapter(): Promise<'none' | 'fallback' | 'hardware'> {
  const { gpu } = navigator as { readonly gpu?: { requestAdapter(): Promise<Adapter | null> } };
  try {
    const adapter = await gpu?.requestAdapter();
    if (!adapter) return 'none';
    return adapter.info?.isFallbackAdapter ? 'fallback' : 'hardware';
  } catch {
    return 'none';
  }
}

/** A picture with structure that is nobody's face, the same every time. */
function testPlanes({ input: { sidePx, low, high } }: PictureModel): Float32Array<ArrayBuffer> {
  const share = (index: number): number => 0.5 + 0.4 * Math.sin(index * 0.013);
  return Float32Array.from({ length: 3 * sidePx ** 2 }, (_, index) => low + (high - low) * share(index));
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

async function timed(session: ModelSession): Promise<{ vector: Float32Array; tookMs: number }> {
  const startedMs = performance.now();
  const vector = await session.run(testPlanes(embeddingModel));
  return { vector, tookMs: performance.now() - startedMs };
}

/** The other backend where it pays and says the same; else `safe`. What is not kept is released.
 * @param startOther - called only when `safe` is slow; may fail, and null where there is no other. */
export async function chooseFaster(
  safe: ModelSession,
  startOther: () => Promise<ModelSession | null>,
): Promise<ModelSession> {
  const onSafe = await timed(safe);
  if (onSafe.tookMs <= QUICK_MS) return safe;
  const other = await startOther().catch(() => null);
  if (other === null) return safe;
  const onOther = await timed(other).catch(() => null);
  const isBetter =
    onOther !== null && onOther.tookMs < onSafe.tookMs && 1 - cosine(onSafe.vector, onOther.vector) < PARITY;
  const [kept, dropped] = isBetter ? [other, safe] : [safe, other];
  await dropped.release();
  return kept;
}
