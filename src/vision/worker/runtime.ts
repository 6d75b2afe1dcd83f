import type { Bytes } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import { fetchFile } from '../../core/fetch-file.js';
import {
  embeddingModel,
  landmarksModel,
  ortWasm,
  ortWebgpuWasm,
  type PinnedFile,
  type TextureModel,
  textureModels,
  visionWasm,
} from '../manifest.js';
import type { BackendPreference, OnDownload, WorkerAssets } from '../protocol.js';
import { hasTexture, hasWebgpu } from './built.js';
import { CountedDownload } from './counted.js';
import { LandmarkModel } from './landmarks.js';
import { type LoadOptions, loadChecked } from './load.js';
import {
  chooseFaster,
  type ModelSession,
  startBeside,
  startWasmSession,
  startWebgpuSession,
  webgpuAdapter,
} from './session.js';
import type { StartedTexture, Texture } from './texture.js';

/** @throws `assets.*`, `runtime.wasm_failed` */
export async function startLandmarks(assets: WorkerAssets, onDownload: OnDownload): Promise<LandmarkModel> {
  const counted = new CountedDownload('landmarks', [visionWasm, landmarksModel], onDownload);
  const load = (url: string, file: PinnedFile): Promise<Bytes> =>
    loadChecked(url, file, { ...assets, onProgress: counted.of(file) });
  const [wasm, model] = await Promise.all([
    load(assets.visionWasm, visionWasm),
    load(assets.landmarksModel, landmarksModel),
  ]);
  return LandmarkModel.start(wasm, model);
}

/** What starts the embedding model, on its way. */
export interface EmbeddingFiles {
  readonly model: Promise<Bytes>;
  /** onnxruntime's WebAssembly build; null where the page demands the other one. */
  readonly wasm: Promise<Bytes> | null;
}

/** Whoever starts the model hears of what fails. */
export function fetchEmbedding(
  assets: WorkerAssets,
  preference: BackendPreference,
  onDownload: OnDownload,
): EmbeddingFiles {
  const isDemanded = preference === 'webgpu';
  const files = isDemanded ? [embeddingModel] : [embeddingModel, ortWasm];
  const counted = new CountedDownload('embedding', files, onDownload);
  const load = (url: string, file: PinnedFile): Promise<Bytes> => {
    const loading = loadChecked(url, file, { ...assets, onProgress: counted.of(file) });
    loading.catch(() => {});
    return loading;
  };
  return {
    model: load(assets.embeddingModel, embeddingModel),
    wasm: isDemanded ? null : load(assets.ortWasm, ortWasm),
  };
}

async function startOnWebgpu(
  wasmUrl: string,
  how: LoadOptions,
  loadingModel: Promise<Bytes>,
): Promise<ModelSession> {
  const [wasm, model] = await Promise.all([loadChecked(wasmUrl, ortWebgpuWasm, how), loadingModel]);
  return startWebgpuSession(wasm, model);
}

/** Null where the folder has no WebGPU build (`candor-assets --webgpu` puts it there): nobody is sent for what is not there. */
async function offerWebgpu(assets: WorkerAssets, loadingModel: Promise<Bytes>): Promise<ModelSession | null> {
  const { ortWebgpuWasm: wasmUrl } = assets;
  const isThere = wasmUrl !== null && hasWebgpu(await fetchBuilt(assets, assets));
  return isThere ? startOnWebgpu(wasmUrl, assets, loadingModel) : null;
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
  preference: BackendPreference,
  { model: loadingModel, wasm: loadingWasm }: EmbeddingFiles,
): Promise<ModelSession> {
  if (loadingWasm === null) return startOnWebgpu(await demandWebgpu(assets), assets, loadingModel);
  const [wasm, model] = await Promise.all([loadingWasm, loadingModel]);
  const safe = await startWasmSession(wasm, model);
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
  const how = { isDistrusted: assets.isDistrusted, signal: AbortSignal.timeout(TEXTURE_TIMEOUT_MS) };
  try {
    if (!hasTexture(await fetchBuilt(assets, how))) return { kind: 'absent' };
    const start = (model: TextureModel) => startTextureModel(assets, beside, model, how);
    return { kind: 'ready', started: await Promise.all(textureModels.map(start)) };
  } catch (error) {
    if (error instanceof CandorError && error.code === 'assets.integrity_failed') throw error;
    return { kind: 'failed' };
  }
}

/** @throws `assets.load_failed`, also when it stays broken. */
function fetchBuilt(
  { built: url }: WorkerAssets,
  { isDistrusted, signal = new AbortController().signal }: LoadOptions,
): Promise<Bytes> {
  return fetchFile({ url, file: 'built.json', isDistrusted, signal, faultOf: faultOfBuilt });
}

async function faultOfBuilt(bytes: Bytes): Promise<CandorError | null> {
  try {
    hasTexture(bytes);
    return null;
  } catch (cause) {
    return new CandorError('assets.load_failed', { cause, detail: 'built.json' });
  }
}

async function startTextureModel(
  { textureModels: urls }: WorkerAssets,
  beside: ModelSession,
  model: TextureModel,
  how: LoadOptions,
): Promise<StartedTexture> {
  const url = urls[model.id];
  if (url === undefined) throw new CandorError('assets.load_failed', { detail: model.file });
  return { model, session: await startBeside(beside, model, await loadChecked(url, model, how)) };
}
