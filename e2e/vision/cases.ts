import { bundleExports } from '../support/bundle-exports.js';
import { type Moody, type ServedFile, type StaticServer, serveFiles } from '../support/static-server.js';
import { renderedPictures } from './pictures.js';
import { type AssetName, assetFolder, PAGE_SCRIPT, readAssets } from './sites.js';

/** One page per policy or mishap, each with its own copy of the widget's files: `/{case}/` and `/{case}/assets/`. */

type Headers = Readonly<Record<string, string>>;

interface Given {
  /** Of the page. */
  readonly page?: Headers;
  /** Of every file. */
  readonly files?: Headers;
  /** Instead of the file as built. */
  readonly worker?: (built: ServedFile) => ServedFile | Moody | null;
  readonly model?: (built: ServedFile) => ServedFile | Moody;
}

const csp = (policy: string): Headers => ({ 'content-security-policy': policy });
const NONCE = "'nonce-candor'";
const IMMUTABLE: Headers = { 'cache-control': 'public, max-age=31536000, immutable' };
const COEP: Headers = { 'cross-origin-embedder-policy': 'require-corp' };
const COOP: Headers = { 'cross-origin-opener-policy': 'same-origin' };
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types candor";

const HTML: ServedFile = { body: '<!doctype html><title>shop</title>', type: 'text/html' };
const NOSNIFF: Headers = { 'x-content-type-options': 'nosniff' };
const BUSY: ServedFile = { body: '', type: 'text/plain', status: 503 };

const half = (built: ServedFile): ServedFile => ({
  ...built,
  body: built.body.slice(0, built.body.length >> 1),
  headers: { ...built.headers, ...IMMUTABLE },
});
const older = (built: ServedFile): ServedFile => ({
  ...built,
  body: `${built.body}`.replaceAll(/candor\/\d+\.\d+\.\d+/g, 'candor/0.0.1'),
  headers: { ...built.headers, ...IMMUTABLE },
});

const first =
  (times: number, wrong: (built: ServedFile) => ServedFile | 'cut') =>
  (built: ServedFile): Moody =>
  (askedBefore) =>
    askedBefore < times ? wrong(built) : built;

const CASES = {
  plain: {},
  'worker-src': { page: csp("worker-src 'none'") },
  'no-worker-src': { page: csp(`default-src 'none'; script-src ${NONCE}; connect-src 'self'`) },
  'strict-dynamic': { page: csp(`script-src ${NONCE} 'strict-dynamic'; object-src 'none'`) },
  'other-trusted-types': { page: csp("require-trusted-types-for 'script'; trusted-types shop") },
  'trusted-types': { page: csp(STRICT), files: csp(STRICT) },
  'trusted-types-isolated': {
    page: { ...csp(STRICT), ...COEP, ...COOP },
    files: { ...csp(STRICT), ...COEP },
  },
  'worker-without-wasm': { files: csp("script-src 'self'; connect-src 'self'") },
  'worker-without-connect': { files: csp("script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'") },
  coep: { page: COEP },
  'coep-isolated': { page: { ...COEP, ...COOP } },
  'coep-credentialless': { page: { 'cross-origin-embedder-policy': 'credentialless' } },
  'coep-both': { page: COEP, files: COEP },
  'worker-missing': { worker: () => null },
  'worker-as-html': { worker: () => ({ ...HTML, headers: NOSNIFF }) },
  'worker-503': { worker: () => BUSY },
  // Twice, because a browser repeats a request on a connection that was cut.
  'worker-cut-once': { worker: first(2, () => 'cut') },
  'worker-503-once': { worker: first(1, () => BUSY) },
  'worker-html-once': { worker: first(1, () => ({ ...HTML, headers: IMMUTABLE })) },
  'worker-half-once': { worker: first(1, half) },
  'worker-older-once': { worker: first(1, older) },
  'model-half-once': { model: first(1, half) },
  'model-half-thrice': { model: first(3, half) },
  'model-half-thrice-reload': { model: first(3, half) },
  'model-429-once': {
    model: first(1, () => ({ ...BUSY, status: 429, headers: { 'retry-after': '1' } })),
  },
  'service-worker': {},
} as const satisfies Readonly<Record<string, Given>>;
export type Case = keyof typeof CASES;

/** Remembers half a model under its plain address, as an earlier visit may have left it. */
const SERVICE_WORKER = `
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (!event.request.url.endsWith('/face_landmarker.task')) return;
    event.respondWith(new Response(new Uint8Array(1000)));
  });
`;
const UNDER_SERVICE_WORKER = `
  await navigator.serviceWorker.register('/service-worker/sw.js');
  if (navigator.serviceWorker.controller === null)
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
`;

const script = (body: string, headers: Headers = {}): ServedFile => ({
  body,
  type: 'text/javascript',
  headers,
});

function pageOf(headers: Headers): ServedFile {
  const body = `<!doctype html><title>case</title><script type="module" nonce="candor" src="page.js"></script>`;
  return { body, type: 'text/html', headers };
}

function filesOf(
  name: string,
  { page = {}, files = {}, worker, model }: Given,
  assets: ReadonlyMap<AssetName, Buffer>,
): Record<string, ServedFile | Moody> {
  const folder: Record<string, ServedFile | Moody> = assetFolder(`/${name}/assets/`, assets, files);
  const replace = (file: AssetName, by: ((built: ServedFile) => ServedFile | Moody | null) | undefined) => {
    const path = `/${name}/assets/${file}`;
    const built = folder[path];
    if (by === undefined || built === undefined || typeof built === 'function') return;
    const made = by(built);
    if (made === null) delete folder[path];
    else folder[path] = made;
  };
  replace('candor-worker.js', worker);
  replace('face_landmarker.task', model);
  const before = name === 'service-worker' ? UNDER_SERVICE_WORKER : '';
  return {
    ...folder,
    [`/${name}/`]: pageOf(page),
    [`/${name}/page.js`]: script(before + PAGE_SCRIPT, files),
    [`/${name}/sw.js`]: script(SERVICE_WORKER),
  };
}

export async function serveCases(): Promise<StaticServer> {
  const assets = await readAssets();
  const cases = Object.entries<Given>(CASES).map(([name, given]) => filesOf(name, given, assets));
  return serveFiles({
    ...renderedPictures({}),
    '/stage.js': script(await bundleExports({ startVision: 'src/vision/client.ts' })),
    ...Object.assign({}, ...cases),
  });
}
