import * as wasmRuntime from 'onnxruntime-web/wasm';
import * as webgpuRuntime from 'onnxruntime-web/webgpu';
import type { Bytes } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { EmbeddingRuntime } from '../protocol.js';
import { CHIP_SIDE_PX } from './align.js';

/** More threads than this do not pay for a 150×150 picture. */
const MAX_THREADS = 4;
/** Largest difference in cosine similarity between the two backends on the same picture. */
const PARITY = 1e-3;
const INPUT_SHAPE = [1, 3, CHIP_SIDE_PX, CHIP_SIDE_PX] as const;

/** A started embedding model. */
export interface EmbeddingSession {
  readonly runtime: EmbeddingRuntime;
  /** @param planes - 1×3×150×150, RGB, 0–255. @returns the raw vector. @throws `runtime.model_failed` */
  run(planes: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>>;
  release(): Promise<void>;
}

type Runtime = typeof wasmRuntime;

/** Threads need shared memory, which an embedded widget cannot demand of its host (requirement B-10). */
function threadCount(): number {
  return globalThis.crossOriginIsolated ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;
}

async function start(ort: Runtime, backend: EmbeddingRuntime['backend'], wasm: Bytes, model: Bytes) {
  const threads = threadCount();
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmBinary = wasm.buffer;
  try {
    const session = await ort.InferenceSession.create(model, { executionProviders: [backend] });
    return sessionOf(ort, session, { backend, threads });
  } catch (cause) {
    throw new CandorError('runtime.wasm_failed', { cause, detail: `embedding, ${backend}` });
  }
}

function sessionOf(
  ort: Runtime,
  session: wasmRuntime.InferenceSession,
  runtime: EmbeddingRuntime,
): EmbeddingSession {
  const [input = 'input'] = session.inputNames;
  const [output = 'embedding'] = session.outputNames;
  return {
    runtime,
    run: async (planes) => {
      const tensor = new ort.Tensor('float32', planes, INPUT_SHAPE);
      try {
        const found = (await session.run({ [input]: tensor }))[output];
        if (!(found?.data instanceof Float32Array)) throw new TypeError('no float32 output');
        return Float32Array.from(found.data);
      } catch (cause) {
        throw new CandorError('runtime.model_failed', { cause, detail: 'embedding' });
      }
    },
    release: () => session.release(),
  };
}

export function startWasmSession(wasm: Bytes, model: Bytes): Promise<EmbeddingSession> {
  return start(wasmRuntime, 'wasm', wasm, model);
}

export function startWebgpuSession(wasm: Bytes, model: Bytes): Promise<EmbeddingSession> {
  return start(webgpuRuntime, 'webgpu', wasm, model);
}

interface AdapterSource {
  requestAdapter(): Promise<object | null>;
}

/** Whether a WebGPU adapter answers: `navigator.gpu` alone says nothing (requirement B-12). */
export async function hasWebgpuAdapter(): Promise<boolean> {
  const { gpu } = navigator as Navigator & { readonly gpu?: AdapterSource };
  try {
    return gpu !== undefined && (await gpu.requestAdapter()) !== null;
  } catch {
    return false;
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

async function timed(session: EmbeddingSession) {
  await session.run(testPlanes());
  const startedMs = performance.now();
  const vector = await session.run(testPlanes());
  return { vector, tookMs: performance.now() - startedMs };
}

/** Of two started sessions the faster one, if both say the same; the other is released. */
export async function chooseFaster(
  safe: EmbeddingSession,
  other: EmbeddingSession,
): Promise<EmbeddingSession> {
  const [onSafe, onOther] = [await timed(safe), await timed(other)];
  const agrees = 1 - cosine(onSafe.vector, onOther.vector) < PARITY;
  const [kept, dropped] = agrees && onOther.tookMs < onSafe.tookMs ? [other, safe] : [safe, other];
  await dropped.release();
  return kept;
}
