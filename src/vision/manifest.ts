import manifest from '../../public/models/manifest.json' with { type: 'json' };

/** Which files the worker needs and their SHA-256, compiled in: a file that differs is refused before use. The models
 * are those of public/models/manifest.json; the WebAssembly files are pinned with the packages they come from. */

export interface PinnedFile {
  readonly file: string;
  readonly sha256: string;
}

export interface ModelFile extends PinnedFile {
  /** As on the wire: `modelId`. */
  readonly id: string;
}

function model(role: string): ModelFile {
  const found = manifest.models.find((candidate) => candidate.role === role);
  if (found === undefined) throw new TypeError(`the manifest has no model for ${role}`);
  const { id, file, sha256 } = found;
  return { id, file, sha256 };
}

export const landmarksModel = model('landmarks');
export const embeddingModel = model('embedding');

/** Length of the embedding that {@link embeddingModel} gives. */
export const EMBEDDING_DIM = 128;

/** @mediapipe/tasks-vision 1.1.0 */
export const visionWasm: PinnedFile = {
  file: 'vision_wasm_module_internal.wasm',
  sha256: 'ee03b14a878e6c3c053a1bfa62e166dc45244be54dc0bbe61c578f710b771f6a',
};

/** onnxruntime-web 1.30.0 */
export const ortWasm: PinnedFile = {
  file: 'ort-wasm-simd-threaded.wasm',
  sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
};

/** onnxruntime-web 1.30.0, WebGPU build */
export const ortWebgpuWasm: PinnedFile = {
  file: 'ort-wasm-simd-threaded.asyncify.wasm',
  sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
};
