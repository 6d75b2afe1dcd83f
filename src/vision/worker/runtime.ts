import type { Bytes } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import {
  embeddingModel,
  landmarksModel,
  ortWasm,
  ortWebgpuWasm,
  type TextureModel,
  textureModels,
  visionWasm,
} from '../manifest.js';
import type { WorkerAssets } from '../protocol.js';
import { hasTexture } from './built.js';
import { assertWebAssembly, assertWebGl2 } from './fail.js';
import { LandmarkModel } from './landmarks.js';
import { fetchBytes, loadChecked } from './load.js';
import {
  chooseFaster,
  type ModelSession,
  startBeside,
  startWasmSession,
  startWebgpuSession,
  webgpuAdapter,
} from './session.js';
import type { StartedTexture, Texture } from './texture.js';

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

async function startOnWasm(assets: WorkerAssets, loadingModel: Promise<Bytes>): Promise<ModelSession> {
  const [wasm, model] = await Promise.all([loadChecked(assets.ortWasm, ortWasm), loadingModel]);
  return startWasmSession(wasm, model);
}

async function startOnWebgpu(assets: WorkerAssets, loadingModel: Promise<Bytes>): Promise<ModelSession> {
  const [wasm, model] = await Promise.all([loadChecked(assets.ortWebgpuWasm, ortWebgpuWasm), loadingModel]);
  return startWebgpuSession(wasm, model);
}

/** On WebAssembly everywhere; WebGPU is an offer, and whatever fails there, the result is the same.
 * @throws `assets.*`, `runtime.*`; `env.unsupported` when WebGPU is demanded where there is none. */
export async function startEmbedding(
  assets: WorkerAssets,
  preference: 'auto' | 'wasm' | 'webgpu',
): Promise<ModelSession> {
  const adapter = preference === 'wasm' ? 'none' : await webgpuAdapter();
  if (preference === 'webgpu' && adapter === 'none')
    throw new CandorError('env.unsupported', { detail: 'WebGPU' });
  const loadingModel = loadChecked(assets.embeddingModel, embeddingModel);
  if (preference === 'webgpu') return startOnWebgpu(assets, loadingModel);
  const safe = await startOnWasm(assets, loadingModel);
  return adapter === 'hardware' ? chooseFaster(safe, () => startOnWebgpu(assets, loadingModel)) : safe;
}

/** Longest wait for the optional models, ms: a seller on a slow line is not kept waiting for them. */
const TEXTURE_TIMEOUT_MS = 30_000;

/** The optional texture models, beside the embedding model.
 * @returns `failed` when the network or the runtime fails; the verification goes on and says so.
 * @throws `assets.integrity_failed` */
export async function startTexture(assets: WorkerAssets, beside: ModelSession): Promise<Texture> {
  const signal = AbortSignal.timeout(TEXTURE_TIMEOUT_MS);
  try {
    if (!hasTexture(await fetchBytes(assets.built, 'built.json', signal))) return { kind: 'absent' };
    const start = (model: TextureModel) => startTextureModel(assets, beside, model, signal);
    return { kind: 'ready', started: await Promise.all(textureModels.map(start)) };
  } catch (error) {
    if (error instanceof CandorError && error.code === 'assets.integrity_failed') throw error;
    return { kind: 'failed' };
  }
}

async function startTextureModel(
  { textureModels: urls }: WorkerAssets,
  beside: ModelSession,
  model: TextureModel,
  signal: AbortSignal,
): Promise<StartedTexture> {
  const url = urls[model.id];
  if (url === undefined) throw new CandorError('assets.load_failed', { detail: model.file });
  return { model, session: await startBeside(beside, model, await loadChecked(url, model, signal)) };
}
