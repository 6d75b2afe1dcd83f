import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { transform } from 'lightningcss';
import { packageJson, ROOT } from './root.js';

const { resolve } = createRequire(import.meta.url);

/** As their packages export them. */
const WASM = [
  '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm',
  'onnxruntime-web/ort-wasm-simd-threaded.wasm',
];
/** 27 MB, for the few pages that ask for it: in a folder of its own, which no bundler is pointed at (bin/candor-assets.mjs). */
const WEBGPU_WASM = 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm';

interface BuiltModels {
  readonly files: ReadonlyArray<{
    readonly role: string;
    readonly file: string;
    readonly presence: 'present' | 'absent';
  }>;
}

/** Copies what is published as it is: models, WebAssembly, the stylesheet, and what the Node doors read beside them. */
export async function copyFiles(folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  const webgpu = join(folder, 'webgpu');
  for (const made of [assets, webgpu]) await mkdir(made, { recursive: true });
  // The shape is that of tools/models/build.ts.
  const built: BuiltModels = JSON.parse(await readFile(`${ROOT}public/models/built.json`, 'utf8'));
  const models = built.files.filter(({ role }) => role !== 'test-mesh');
  await Promise.all([
    ...WASM.map((name) => cp(resolve(name), join(assets, basename(name)))),
    cp(resolve(WEBGPU_WASM), join(webgpu, basename(WEBGPU_WASM))),
    ...models.map(({ file, presence }) =>
      presence === 'present'
        ? cp(`${ROOT}public/models/${file}`, join(assets, file))
        : // The code names the file, and some bundlers fail on a name without one.
          writeFile(join(assets, file), ''),
    ),
    cp(`${ROOT}public/models/built.json`, join(assets, 'built.json')),
    cp(`${ROOT}public/models/canonical_mesh.json`, join(folder, 'testing/canonical_mesh.json')),
    writeFile(join(folder, 'style.css'), minifyStyles(await readStyles())),
    // TypeScript looks for the types of `import 'candor/style.css'`.
    writeFile(join(folder, 'style.css.d.ts'), 'export {};\n'),
  ]);
}

/** One stylesheet of all sources, in the order of their names. */
export async function readStyles(): Promise<string> {
  const folder = `${ROOT}src/ui/styles`;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).toSorted();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return sources.join('\n');
}

/** As small as a page can fetch it; what it says to a browser is the same. */
export function minifyStyles(css: string): string {
  const { code } = transform({ filename: 'style.css', code: Buffer.from(css), minify: true });
  return Buffer.from(code).toString('utf8');
}

/** Writes assets/assets.json: the version that the files belong to, and their hashes, for whoever serves a copy. */
export async function listAssets(folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  const names = (await readdir(assets)).toSorted();
  const files = await Promise.all(
    names.map(async (file) => {
      const bytes = await readFile(join(assets, file));
      return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
  const list = { version: packageJson.version, files };
  await writeFile(join(assets, 'assets.json'), `${JSON.stringify(list, null, 2)}\n`);
  for (const command of ['receiver/bin.js', 'receiver/cli.js', 'share-node/bin.js'])
    await chmod(join(folder, command), 0o755);
}
