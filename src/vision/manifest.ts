import manifest from '../../public/models/manifest.json' with { type: 'json' };

/** Which files the worker needs and their SHA-256, compiled in: a file that differs is refused before use. The models
 * are those of public/models/manifest.json; the WebAssembly files are pinned with the packages they come from. */

export interface PinnedFile {
  readonly file: string;
  /** Unpacked: a server that compresses sends fewer. */
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface ModelFile extends PinnedFile {
  /** As on the wire: `modelId`. */
  readonly id: string;
}

/** From which landmarks to which places the face is carried before it is embedded (worker/align.ts). */
export type AlignmentTemplate = 'dlib-150' | 'arcface-112';

/** A model that turns a square picture into a list of numbers. */
export interface PictureModel extends ModelFile {
  readonly input: {
    readonly name: string;
    readonly sidePx: number;
    readonly channelOrder: 'RGB' | 'BGR';
    /** What a channel's 0 and 255 become, linearly. */
    readonly low: number;
    readonly high: number;
  };
  readonly output: { readonly name: string; readonly dim: number };
}

export interface EmbeddingModel extends PictureModel {
  readonly template: AlignmentTemplate;
  /** Cosine similarity at and above which two frames of one capture show one face. */
  readonly sameFaceSimilarity: number;
  /** The same for a turned face and the one from the front; null where nobody has measured it. */
  readonly turnedFaceSimilarity: number | null;
}

export interface TextureModel extends PictureModel {
  /** How many times the face's bounds the crop is wide and high (worker/crop.ts). */
  readonly cropScale: number;
}

type Entry = (typeof manifest.models)[number] & {
  readonly sameFaceSimilarity?: number;
  readonly turnedFaceSimilarity?: number;
};

function entryOf(role: string): Entry {
  const found: Entry | undefined = manifest.models.find((candidate) => candidate.role === role);
  if (found === undefined) throw new TypeError(`the manifest has no model for ${role}`);
  return found;
}

function fileOf({ id, file, bytes, sha256 }: Entry): ModelFile {
  return { id, file, sizeBytes: bytes, sha256 };
}

/** @throws TypeError for a model that the worker does not know how to feed. */
function pictureModelOf(entry: Entry): PictureModel {
  const { name, width, height, channelOrder, layout, range } = entry.input;
  const [low, high] = range;
  const dim = entry.output.shape.at(-1);
  const isKnown = layout === 'NCHW' && width === height;
  if (!isKnown || low === undefined || high === undefined || dim === undefined)
    throw new TypeError(`${entry.id}: the worker needs a square NCHW input`);
  if (channelOrder !== 'RGB' && channelOrder !== 'BGR')
    throw new TypeError(`${entry.id}: no channel order ${channelOrder}`);
  return {
    ...fileOf(entry),
    input: { name, sidePx: width, channelOrder, low, high },
    output: { name: entry.output.name, dim },
  };
}

/** @throws TypeError for a template or a metric that the worker does not know. */
function embeddingOf(entry: Entry): EmbeddingModel {
  const { alignment, metric, sameFaceSimilarity = Number.NaN, turnedFaceSimilarity = null } = entry;
  if (metric !== 'cosine') throw new TypeError(`${entry.id}: the worker needs the metric cosine`);
  if (alignment !== 'dlib-150' && alignment !== 'arcface-112')
    throw new TypeError(`${entry.id}: no template ${alignment}`);
  if (!(sameFaceSimilarity > 0 && sameFaceSimilarity < 1))
    throw new TypeError(`${entry.id}: no sameFaceSimilarity`);
  return { ...pictureModelOf(entry), template: alignment, sameFaceSimilarity, turnedFaceSimilarity };
}

const FACE_BOX = /^face-box-(\d+\.\d+)$/;

/** @throws TypeError for an alignment that is not `face-box-` and a scale. */
function textureOf(entry: Entry): TextureModel {
  const cropScale = Number(FACE_BOX.exec(entry.alignment)?.[1]);
  if (!(cropScale >= 1)) throw new TypeError(`${entry.id}: no crop ${entry.alignment}`);
  return { ...pictureModelOf(entry), cropScale };
}

export const landmarksModel = fileOf(entryOf('landmarks'));
export const embeddingModel = embeddingOf(entryOf('embedding'));
/** Optional: the build may have none of them (built.json). Their mean is what counts. */
export const textureModels: readonly TextureModel[] = manifest.models
  .filter(({ role }) => role === 'texture')
  .map(textureOf);

/** @mediapipe/tasks-vision 1.1.0 */
export const visionWasm: PinnedFile = {
  file: 'vision_wasm_module_internal.wasm',
  sizeBytes: 12_997_272,
  sha256: 'ee03b14a878e6c3c053a1bfa62e166dc45244be54dc0bbe61c578f710b771f6a',
};

/** onnxruntime-web 1.30.0 */
export const ortWasm: PinnedFile = {
  file: 'ort-wasm-simd-threaded.wasm',
  sizeBytes: 14_239_897,
  sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
};

/** onnxruntime-web 1.30.0, WebGPU build */
export const ortWebgpuWasm: PinnedFile = {
  file: 'ort-wasm-simd-threaded.asyncify.wasm',
  sizeBytes: 26_781_914,
  sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
};
