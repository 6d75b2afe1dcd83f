import * as wasmRuntime from 'onnxruntime-web/wasm';
import { type Bytes, wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { embeddingModel } from '../manifest.js';
import type { EmbeddingRuntime } from '../protocol.js';
import { CHIP_SIDE_PX } from './align.js';

/** More threads than this do not pay for a 150×150 picture. */
const MAX_THREADS = 4;
/** Largest difference in cosine similarity between the two backends on the same picture. */
const PARITY = 1e-3;
/** A face that takes no longer on WebAssembly is not worth the 27 MB of the other runtime, ms. */
const QUICK_MS = 40;
const INPUT_SHAPE = [1, 3, CHIP_SIDE_PX, CHIP_SIDE_PX] as const;

/** A started embedding model. */
export interface EmbeddingSession {
  readonly runtime: EmbeddingRuntime;
  /** One picture at a time; whoever calls meanwhile waits.
   * @param planes - 1×3×150×150, RGB, 0–255. @returns the raw vector. @throws `runtime.model_failed` */
  run(planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>>;
  release(): Promise<void>;
}

type Runtime = typeof wasmRuntime;

/** Threads need shared memory, which an embedded widget cannot demand of its host (requirement B-10). */
function threadCount(): number {
  return globalThis.crossOriginIsolated ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;
}

async function start(
  ort: Runtime,
  runtime: EmbeddingRuntime,
  wasm: Bytes,
  model: Bytes,
): Promise<EmbeddingSession> {
  ort.env.wasm.numThreads = runtime.threads;
  ort.env.wasm.wasmBinary = wasm.buffer;
  try {
    const loaded = await ort.InferenceSession.create(model, { executionProviders: [runtime.backend] });
    const session = sessionOf(ort, loaded, runtime);
    // The first run compiles and allocates: not while the seller records.
    await session.run(testPlanes());
    return session;
  } catch (cause) {
    throw new CandorError('runtime.wasm_failed', { cause, detail: `embedding, ${runtime.backend}` });
  } finally {
    delete ort.env.wasm.wasmBinary;
  }
}

function sessionOf(
  ort: Runtime,
  session: wasmRuntime.InferenceSession,
  runtime: EmbeddingRuntime,
): EmbeddingSession {
  const { input, output } = embeddingModel;
  const infer = async (planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>> => {
    try {
      const found = (await session.run({ [input.name]: new ort.Tensor('float32', planes, INPUT_SHAPE) }))[
        output.name
      ];
      if (!(found?.data instanceof Float32Array)) throw new TypeError('no float32 output');
      if (found.data.length !== output.dim) throw new RangeError('an output of another length');
      const vector = Float32Array.from(found.data);
      wipe(found.data);
      return vector;
    } catch (cause) {
      throw new CandorError('runtime.model_failed', { cause, detail: 'embedding' });
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  const run = (planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>> => {
    const running = last.then(() => infer(planes));
    last = running.catch(() => {});
    return running;
  };
  return { runtime, run, release: () => session.release() };
}

export function startWasmSession(wasm: Bytes, model: Bytes): Promise<EmbeddingSession> {
  return start(wasmRuntime, { backend: 'wasm', threads: threadCount() }, wasm, model);
}

/** One thread, and imported only here: a worker with the name of a thread is taken by every runtime that is loaded in
 * it, so the plain one must be alone in its threads. */
export async function startWebgpuSession(wasm: Bytes, model: Bytes): Promise<EmbeddingSession> {
  const webgpuRuntime = await import('onnxruntime-web/webgpu');
  return start(webgpuRuntime, { backend: 'webgpu', threads: 1 }, wasm, model);
}

interface Adapter {
  readonly info?: { readonly isFallbackAdapter?: boolean };
}

/** Whether a WebGPU adapter answers (`navigator.gpu` alone says nothing, requirement B-12), and whether it is a GPU: the
 * fallback adapter is the processor under another name. */
export async function webgpuAdapter(): Promise<'none' | 'fallback' | 'hardware'> {
  const { gpu } = navigator as Navigator & { readonly gpu?: { requestAdapter(): Promise<Adapter | null> } };
  try {
    const adapter = await gpu?.requestAdapter();
    if (!adapter) return 'none';
    return adapter.info?.isFallbackAdapter ? 'fallback' : 'hardware';
  } catch {
    return 'none';
  }
}

/** A picture with structure that is nobody's face, the same every time. */
function testPlanes(): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: 3 * CHIP_SIDE_PX ** 2 }, (_, i) => 128 + 100 * Math.sin(i * 0.013));
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

async function timed(session: EmbeddingSession): Promise<{ vector: Float32Array; tookMs: number }> {
  const startedMs = performance.now();
  const vector = await session.run(testPlanes());
  return { vector, tookMs: performance.now() - startedMs };
}

/** The other backend where it pays and says the same; else `safe`. What is not kept is released.
 * @param startOther - called only when `safe` is slow; may fail. */
export async function chooseFaster(
  safe: EmbeddingSession,
  startOther: () => Promise<EmbeddingSession>,
): Promise<EmbeddingSession> {
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
