import type { Bytes } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { embeddingModel, landmarksModel, ortWasm, ortWebgpuWasm, visionWasm } from '../manifest.js';
import type { WorkerAssets } from '../protocol.js';
import { assertWebAssembly, assertWebGl2 } from './fail.js';
import { LandmarkModel } from './landmarks.js';
import { loadChecked } from './load.js';
import {
  chooseFaster,
  type EmbeddingSession,
  startWasmSession,
  startWebgpuSession,
  webgpuAdapter,
} from './session.js';

/** @throws `env.*`, `assets.*`, `runtime.wasm_failed` */
export async function startLandmarks(assets: WorkerAssets): Promise<LandmarkModel> {
  assertWebAssembly();
  assertWebGl2();
  const [wasm, model] = await Promise.all([
    loadChecked(assets.visionWasm, visionWasm),
    loadChecked(assets.landmarksModel, landmarksModel),
  ]);
  return LandmarkModel.start(wasm, model);
}

async function startOnWasm(assets: WorkerAssets, loadingModel: Promise<Bytes>): Promise<EmbeddingSession> {
  const [wasm, model] = await Promise.all([loadChecked(assets.ortWasm, ortWasm), loadingModel]);
  return startWasmSession(wasm, model);
}

async function startOnWebgpu(assets: WorkerAssets, loadingModel: Promise<Bytes>): Promise<EmbeddingSession> {
  const [wasm, model] = await Promise.all([loadChecked(assets.ortWebgpuWasm, ortWebgpuWasm), loadingModel]);
  return startWebgpuSession(wasm, model);
}

/** On WebAssembly everywhere; WebGPU is an offer, and whatever fails there, the result is the same.
 * @throws `assets.*`, `runtime.*`; `env.unsupported` when WebGPU is demanded where there is none. */
export async function startEmbedding(
  assets: WorkerAssets,
  preference: 'auto' | 'wasm' | 'webgpu',
): Promise<EmbeddingSession> {
  const adapter = preference === 'wasm' ? 'none' : await webgpuAdapter();
  if (preference === 'webgpu' && adapter === 'none')
    throw new CandorError('env.unsupported', { detail: 'WebGPU' });
  const loadingModel = loadChecked(assets.embeddingModel, embeddingModel);
  if (preference === 'webgpu') return startOnWebgpu(assets, loadingModel);
  const safe = await startOnWasm(assets, loadingModel);
  return adapter === 'hardware' ? chooseFaster(safe, () => startOnWebgpu(assets, loadingModel)) : safe;
}
