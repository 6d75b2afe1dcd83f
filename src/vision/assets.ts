import type { AssetAddresses } from './protocol.js';

/** Where the widget's files are. Each is a literal of its own: bundlers copy what they can read. What a build lacks is
 * there as an empty file, because some bundlers fail on a name without a file. onnxruntime's WebGPU build is not among them:
 * it has 27 MB, some hosts refuse a file over 25 MiB, and few sellers' browsers would ever fetch it. */

export interface Assets extends AssetAddresses {
  readonly worker: string;
  /** Fetched only where three operators keep the template. */
  readonly shareWorker: string;
}

function besideTheScript(): Assets {
  return {
    worker: new URL('./assets/candor-worker.js', import.meta.url).href,
    shareWorker: new URL('./assets/candor-share-worker.js', import.meta.url).href,
    visionWasm: new URL('./assets/vision_wasm_module_internal.wasm', import.meta.url).href,
    ortWasm: new URL('./assets/ort-wasm-simd-threaded.wasm', import.meta.url).href,
    ortWebgpuWasm: null,
    landmarksModel: new URL('./assets/face_landmarker.task', import.meta.url).href,
    embeddingModel: new URL('./assets/face_embedding.onnx', import.meta.url).href,
    // Vite would put so small a file into the script as a data: URL, which a strict connect-src refuses.
    built: new URL('./assets/built.json?no-inline', import.meta.url).href,
    textureModels: {
      'minifasnet-v2': new URL('./assets/spoof_v2.onnx', import.meta.url).href,
      'minifasnet-v1se': new URL('./assets/spoof_v1se.onnx', import.meta.url).href,
    },
  };
}

/** Before Vite 8, its development server moves the JavaScript of a dependency into a cache below `node_modules` (Astro and
 * other frameworks name that cache as they like) and leaves the files of the package where they are. */
const VITE_CACHE = /\/node_modules\/\.(?:vite|cache)\/(?:.+\/)?deps[^/]*\/assets\//;

/** Where Vite's development server has the package's files.
 * @param beside - the address of one beside the JavaScript. */
export function pastViteCache(beside: string): string {
  return beside.replace(VITE_CACHE, '/node_modules/candor/dist/assets/');
}

/** Turbopack's `URL` of a file has only the path of it in `href`. */
function found(beside: string): string {
  return pastViteCache(new URL(beside, document.baseURI).href);
}

function allFound({ textureModels, ortWebgpuWasm, ...files }: Assets): Assets {
  const each = <Files extends Readonly<Record<string, string>>>(given: Files): Files =>
    Object.fromEntries(Object.entries(given).map(([name, url]) => [name, found(url)])) as Files;
  return { ...each(files), ortWebgpuWasm, textureModels: each(textureModels) };
}

/** Absolute addresses of all files. Call it lazily: a server has no `document`.
 * @param assetsUrl - a folder with all of them, when they are not beside the JavaScript (`npx candor-assets DIR`). */
export function resolveAssets(assetsUrl?: string): Assets {
  if (assetsUrl === undefined) return allFound(besideTheScript());
  const base = new URL(assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`, document.baseURI);
  const at = (file: string): string => new URL(file, base).href;
  return {
    worker: at('candor-worker.js'),
    shareWorker: at('candor-share-worker.js'),
    visionWasm: at('vision_wasm_module_internal.wasm'),
    ortWasm: at('ort-wasm-simd-threaded.wasm'),
    ortWebgpuWasm: at('ort-wasm-simd-threaded.asyncify.wasm'),
    landmarksModel: at('face_landmarker.task'),
    embeddingModel: at('face_embedding.onnx'),
    built: at('built.json'),
    textureModels: { 'minifasnet-v2': at('spoof_v2.onnx'), 'minifasnet-v1se': at('spoof_v1se.onnx') },
  };
}
