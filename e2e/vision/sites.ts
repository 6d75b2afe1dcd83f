import { readFile } from 'node:fs/promises';
import { bundleExports } from '../support/bundle-exports.js';
import { type ServedFile, type StaticServer, serveFiles } from '../support/static-server.js';
import { HEIGHT_PX, renderedPictures, WIDTH_PX } from './pictures.js';

/** The worker's files under the strict policy, whole and each with one flaw. */

export const PAGE_SCRIPT = `
  const stage = await import('/stage.js');
  const never = new AbortController().signal;
  const picture = async (name) => {
    const pixels = new Uint8ClampedArray(await (await fetch('/pictures/' + name)).arrayBuffer());
    return createImageBitmap(new ImageData(pixels, ${WIDTH_PX}, ${HEIGHT_PX}));
  };
  const startingFailure = async (assetsUrl) => {
    let vision;
    try {
      vision = await stage.startVision({ assetsUrl, backend: 'wasm' }, never);
      await vision.observe(await picture('person'), 1, 0);
      await vision.embeddingReady;
      return null;
    } catch ({ code, detail }) {
      return { code, detail };
    } finally {
      vision?.close();
    }
  };
  const take = async (vision, names) => {
    await vision.observe(await picture(names[0]), 0, 0);
    await vision.embeddingReady;
    await vision.reset();
    for (const [index, name] of names.entries()) {
      await vision.observe(await picture(name), index, index * 33);
      await vision.embed(index);
    }
  };
  const capture = async (vision, names) => {
    await take(vision, names);
    const { embedding, ...rest } = await vision.finish();
    return { embedding: [...embedding], ...rest };
  };
  window.bench = { stage, never, picture, startingFailure, take, capture };
  document.documentElement.dataset.loaded = '';
`;

const ASSETS = {
  'candor-worker.js': 'text/javascript',
  'candor-share-worker.js': 'text/javascript',
  'vision_wasm_module_internal.wasm': 'application/wasm',
  'ort-wasm-simd-threaded.wasm': 'application/wasm',
  'ort-wasm-simd-threaded.asyncify.wasm': 'application/wasm',
  'face_landmarker.task': 'application/octet-stream',
  'face_embedding.onnx': 'application/octet-stream',
  'built.json': 'application/json',
  // Empty where the build has none.
  'spoof_v2.onnx': 'application/octet-stream',
  'spoof_v1se.onnx': 'application/octet-stream',
};
export type AssetName = keyof typeof ASSETS;

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'";
const STRICT = { 'content-security-policy': POLICY };
const ISOLATED = {
  ...STRICT,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A page's own folder may have all of them. */
const folderOf = (name: AssetName): string => (name.includes('asyncify') ? 'dist/webgpu/' : 'dist/assets/');

export async function readAssets(): Promise<ReadonlyMap<AssetName, Buffer>> {
  const names = Object.keys(ASSETS) as AssetName[]; // the keys of a literal
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(`${folderOf(name)}${name}`)] as const)),
  );
}

/** A folder of assets under `prefix`, all as built but for `changed`. */
export function assetFolder(
  prefix: string,
  assets: ReadonlyMap<AssetName, Buffer>,
  headers: Readonly<Record<string, string>>,
  changed: Partial<Record<AssetName, Buffer | null>> = {},
): Record<string, ServedFile> {
  const served: Record<string, ServedFile> = {};
  for (const [name, built] of assets) {
    const body = name in changed ? changed[name] : built;
    if (body) served[`${prefix}${name}`] = { body, type: ASSETS[name], headers };
  }
  return served;
}

function flipByte(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const middle = flipped.length >> 1;
  flipped.writeUInt8(flipped.readUInt8(middle) ^ 1, middle);
  return flipped;
}

export interface Sites {
  /** Under the strict policy, not isolated. */
  readonly plain: StaticServer;
  /** The same with COOP and COEP, so that there may be threads. */
  readonly isolated: StaticServer;
}
export type Flaw =
  | 'worker-missing'
  | 'worker-broken'
  | 'worker-older'
  | 'worker-csp'
  | AssetName
  | `missing-${AssetName}`;

export async function serveSites(): Promise<Sites> {
  const assets = await readAssets();
  const pictures = renderedPictures(STRICT);
  const scripts = {
    '/stage.js': await bundleExports({
      startVision: 'src/vision/client.ts',
      startSellerVision: 'src/vision/client.ts',
    }),
    '/landmarks.js': await bundleExports({ LandmarkModel: 'src/vision/worker/landmarks.ts' }),
    '/page.js': PAGE_SCRIPT,
  };
  const html = '<!doctype html><title>vision</title><script type="module" src="/page.js"></script>';
  const site = (headers: Readonly<Record<string, string>>): Record<string, ServedFile> => ({
    '/': { body: html, type: 'text/html', headers },
    ...Object.fromEntries(
      Object.entries(scripts).map(([path, body]) => [path, { body, type: 'text/javascript', headers }]),
    ),
    ...pictures,
    ...assetFolder('/assets/', assets, headers),
  });
  const flawed: Record<string, ServedFile> = {
    ...assetFolder('/worker-missing/', assets, STRICT, { 'candor-worker.js': null }),
    ...assetFolder('/worker-broken/', assets, STRICT, {
      'candor-worker.js': Buffer.from('throw new Error("broken")'),
    }),
  };
  const older = Buffer.from(
    `${assets.get('candor-worker.js')}`.replaceAll(/candor\/\d+\.\d+\.\d+/g, 'candor/0.0.1'),
  );
  Object.assign(flawed, assetFolder('/worker-older/', assets, STRICT, { 'candor-worker.js': older }));
  for (const [name, bytes] of assets) {
    if (name.endsWith('worker.js') || bytes.length === 0) continue;
    Object.assign(flawed, assetFolder(`/${name}/`, assets, STRICT, { [name]: flipByte(bytes) }));
    Object.assign(flawed, assetFolder(`/missing-${name}/`, assets, STRICT, { [name]: null }));
  }
  const withoutTexture = { 'built.json': Buffer.from('{"version":1,"roles":{"texture":"absent"}}') };
  Object.assign(flawed, assetFolder('/texture-absent/', assets, STRICT, withoutTexture));
  const workerOnly = { 'content-security-policy': POLICY.replace(" 'wasm-unsafe-eval'", '') };
  Object.assign(flawed, assetFolder('/worker-csp/', assets, workerOnly));
  const [plain, isolated] = await Promise.all([
    serveFiles({ ...site(STRICT), ...flawed }),
    serveFiles(site(ISOLATED)),
  ]);
  return { plain, isolated };
}
