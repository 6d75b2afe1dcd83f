import { cp, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import type { InputOptions } from 'rolldown';
import { minifyStyles, readStyles } from './assets.js';
import { bundle } from './bundle.js';
import { INSTALLED, packageOf, ROOT } from './root.js';

/** What parts share, with what their door has: so that no part needs another (`parts.ts`). */
export const SHARED = {
  groups: [{ name: 'Ways', test: /src\/(?:core\/objection|ui\/(?:Ways|usePlayback|ClipVideo))[.]tsx?$/ }],
};

const isReact = (id: string): boolean => ['react', 'react-dom'].includes(packageOf(id));

/** What Node alone has, asked for by libraries where a browser never gets to: a page's bundler would stumble over it. */
const noNode = {
  name: 'no-node',
  resolveId: (id: string) => (isBuiltin(id) ? '\0node' : null),
  load: (id: string) => (id === '\0node' ? NOTHING : null),
};
/** With every name that is asked for: Parcel looks. */
const NOTHING =
  'export const createRequire = () => { throw new Error("node only"); }; export const webcrypto = undefined; export default {};';

/** The page must know which models there are and how to feed them; where they come from would only delay the notice. */
const slimManifest = {
  name: 'slim-manifest',
  transform: (json: string, id: string) => {
    if (!id.endsWith('/public/models/manifest.json')) return null;
    const left = ['fixtures', 'source', 'licence', 'recipe', 'meaning'];
    return JSON.stringify(JSON.parse(json, (key, value) => (left.includes(key) ? undefined : value)));
  },
};

/** How the sources of the doors are read, React left to the page. */
export const DOOR_INPUT: InputOptions = {
  platform: 'browser',
  external: isReact,
  plugins: [noNode, slimManifest],
};

/** `candor` and `candor/headless`. Chunks lie beside the doors: the addresses of the assets are relative to either. */
export async function buildDoors(folder: string): Promise<void> {
  await bundle(
    {
      ...DOOR_INPUT,
      input: { index: `${ROOT}src/index.ts`, headless: `${ROOT}src/headless.ts` },
    },
    {
      dir: folder,
      entryFileNames: '[name].js',
      chunkFileNames: 'candor-[name]-[hash].js',
      codeSplitting: SHARED,
    },
  );
}

/** `candor/element`: for a script tag, so React is inside. */
export async function buildElement(folder: string): Promise<void> {
  await bundle(
    {
      input: { element: `${ROOT}src/element/element.ts` },
      platform: 'browser',
      plugins: [noNode, slimManifest],
      transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    },
    {
      dir: folder,
      entryFileNames: '[name].js',
      chunkFileNames: 'element-[name]-[hash].js',
      codeSplitting: SHARED,
      minify: true,
    },
  );
}

/** `candor/frame`: both ends of the bridge, without the widget. A page uses one of them. */
export async function buildFrame(folder: string): Promise<void> {
  await bundle(
    { input: `${ROOT}src/frame/index.ts`, platform: 'browser', plugins: [noNode, slimManifest] },
    { file: `${folder}/frame.js`, codeSplitting: false, minify: true },
  );
}

/** `candor/outbox-worker`: one file, because a service worker may have no bundler to follow its imports. */
export async function buildOutboxWorker(folder: string): Promise<void> {
  await bundle(
    { input: `${ROOT}src/outbox-worker.ts`, platform: 'browser', plugins: [noNode, slimManifest] },
    { file: `${folder}/outbox-worker.js`, codeSplitting: false },
  );
}

/** `dist/receipt/`: a page by itself, to be copied anywhere. Only what a desk needs, so neither camera nor models. */
export async function buildReceiptPage(folder: string): Promise<void> {
  const page = `${folder}/receipt`;
  await bundle(
    {
      input: { page: `${ROOT}src/element/receipt-page/page.ts` },
      platform: 'browser',
      plugins: [noNode, slimManifest],
      transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    },
    { dir: page, entryFileNames: '[name].js', chunkFileNames: 'page-[name]-[hash].js', minify: true },
  );
  const source = `${ROOT}src/element/receipt-page`;
  await Promise.all([
    cp(`${source}/index.html`, `${page}/index.html`),
    cp(`${source}/page.css`, `${page}/page.css`),
    writeFile(`${page}/style.css`, minifyStyles(await readStyles())),
  ]);
}

/** One file with everything in it, an asset and not a module of the page: no bundler may take it apart. Minified, because
 * webpack minifies assets that are not and breaks MediaPipe's loader. */
export async function buildWorker(folder: string): Promise<void> {
  await bundle(
    { input: `${ROOT}src/vision/worker/entry.ts`, platform: 'browser', plugins: [noNode, slimManifest] },
    { file: `${folder}/assets/candor-worker.js`, codeSplitting: false, minify: true },
  );
}

/** Likewise, beside the first: it gets a template from there and seals it to three operators (src/vision/share-worker). */
export async function buildShareWorker(folder: string): Promise<void> {
  await bundle(
    {
      input: `${ROOT}src/vision/share-worker/entry.ts`,
      platform: 'browser',
      plugins: [noNode, slimManifest],
    },
    { file: `${folder}/assets/candor-share-worker.js`, codeSplitting: false, minify: true },
  );
}

const NODE_NAMES = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
const isInstalled = (id: string): boolean => isBuiltin(id) || INSTALLED.includes(packageOf(id));

/** `candor/testing`, for Node. By itself, because it reads files beside its own. */
export async function buildTesting(folder: string): Promise<void> {
  await bundle(
    { input: { index: `${ROOT}src/testing/index.ts` }, platform: 'node', external: isInstalled },
    { dir: `${folder}/testing`, ...NODE_NAMES },
  );
}

/** Puts doubles in the place of everything real: what meets camera, worker, network and storage is in these two files alone. The
 * double's notice is English, and so is all that is shown: the other languages would only make the file large. */
const doubled = {
  name: 'doubled',
  resolveId: (id: string, importer = '') => {
    const [, file] = /(?:^|\/)((?:desk-)?wire-up)[.]js$/.exec(id) ?? [];
    if (file !== undefined) return `${ROOT}src/testing/jsdom/${file}.ts`;
    if (!importer.endsWith('src/ui/messages/load.ts')) return null;
    const [language, later = ''] = /^[.]\/[a-z]{2}(?:-(?!later)[a-z]+)?(-later)?[.]js$/.exec(id) ?? [];
    return language === undefined ? null : `${ROOT}src/ui/messages/en${later}.ts`;
  },
};

/** `candor/testing/jsdom`, one file: tests load it without a server. For Jest also as CommonJS. */
export async function buildJsdomDouble(folder: string): Promise<void> {
  const input: InputOptions = {
    input: { jsdom: `${ROOT}src/testing/jsdom/index.ts` },
    platform: 'browser',
    external: isReact,
    plugins: [doubled, noNode, slimManifest],
    // Nothing is fetched from beside it.
    transform: { define: { 'import.meta.url': '"file:///candor/testing/jsdom.js"' } },
  };
  await bundle(input, { file: `${folder}/testing/jsdom.js`, codeSplitting: false });
  await bundle(input, { file: `${folder}/testing/jsdom.cjs`, codeSplitting: false, format: 'cjs' });
}

/** `candor/receiver` and its command, for Node. By itself, because it reads the migrations beside its own files. */
export async function buildReceiver(folder: string): Promise<void> {
  await bundle(
    {
      input: {
        index: `${ROOT}receiver/index.ts`,
        cli: `${ROOT}receiver/cli.ts`,
        bin: `${ROOT}receiver/bin.ts`,
        'opener-worker': `${ROOT}receiver/openers/opener-worker.ts`,
        'scan-worker': `${ROOT}receiver/matching/scan/scan-worker.ts`,
      },
      platform: 'node',
      external: isInstalled,
    },
    { dir: `${folder}/receiver`, ...NODE_NAMES },
  );
  // Not bundled: read from beside the code, and started as a thread.
  await cp(`${ROOT}receiver/store/migrations`, `${folder}/receiver/migrations`, { recursive: true });
  for (const file of ['review-page.css', 'review-forms.css'])
    await cp(`${ROOT}receiver/review/${file}`, `${folder}/receiver/${file}`);
  await cp(`${ROOT}receiver/matching/scan/kernel.wasm`, `${folder}/receiver/kernel.wasm`);
  await cp(`${ROOT}receiver/store/pglite-worker.mjs`, `${folder}/receiver/pglite-worker.mjs`);
}

/** The command `candor-share-node`, for whoever is one of three operators. Nobody imports it. */
export async function buildShareNode(folder: string): Promise<void> {
  await bundle(
    {
      input: { cli: `${ROOT}shares/node/cli.ts`, bin: `${ROOT}shares/node/bin.ts` },
      platform: 'node',
      external: isInstalled,
    },
    { dir: `${folder}/share-node`, ...NODE_NAMES },
  );
}
