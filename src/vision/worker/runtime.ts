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
import { hasTexture, hasWebgpu } from './built.js';
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

async function startOnWebgpu(wasmUrl: string, loadingModel: Promise<Bytes>): Promise<ModelSession> {
  const [wasm, model] = await Promise.all([loadChecked(wasmUrl, ortWebgpuWasm), loadingModel]);
  return startWebgpuSession(wasm, model);
}

/** Null where the folder has no WebGPU build (`candor-assets --webgpu` puts it there): nobody is sent for what is not there. */
async function offerWebgpu(
  { ortWebgpuWasm: wasmUrl, built }: WorkerAssets,
  loadingModel: Promise<Bytes>,
): Promise<ModelSession | null> {
  const isThere = wasmUrl !== null && hasWebgpu(await fetchBytes(built, 'built.json'));
  return isThere ? startOnWebgpu(wasmUrl, loadingModel) : null;
}

/** The address of the WebGPU build, for a page that demands it.
 * @throws `config.invalid` without a folder, `env.unsupported` without an adapter. */
async function demandWebgpu({ ortWebgpuWasm: wasmUrl }: WorkerAssets): Promise<string> {
  if (wasmUrl === null)
    throw new CandorError('config.invalid', { detail: 'embeddingBackend webgpu needs assetsUrl' });
  if ((await webgpuAdapter()) === 'none') throw new CandorError('env.unsupported', { detail: 'WebGPU' });
  return wasmUrl;
}

/** On WebAssembly everywhere; WebGPU is an offer, and whatever fails there, the result is the same.
 * @throws `assets.*`, `runtime.*`; `env.unsupported` when WebGPU is demanded where there is none. */
export async function startEmbedding(
  assets: WorkerAssets,
  preference: 'auto' | 'wasm' | 'webgpu',
): Promise<ModelSession> {
  const demanded = preference === 'webgpu' ? await demandWebgpu(assets) : null;
  const loadingModel = loadChecked(assets.embeddingModel, embeddingModel);
  if (demanded !== null) return startOnWebgpu(demanded, loadingModel);
  const safe = await startOnWasm(assets, loadingModel);
  const mayOffer = preference === 'auto' && assets.ortWebgpuWasm !== null;
  if (!mayOffer || (await webgpuAdapter()) !== 'hardware') return safe;
  return chooseFaster(safe, () => offerWebgpu(assets, loadingModel));
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
