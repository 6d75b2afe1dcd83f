import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import { type OutputChunk, rolldown } from 'rolldown';
import { catalogueOf } from '../build/check.js';
import { ROOT } from '../build/root.js';

/** What a seller's browser fetches, by door, as a page's own bundler and a server with compression would send it. */

const DIST = `${ROOT}dist`;

/** Bytes: as they are, and under either encoding. */
export interface Size {
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface DoorSize {
  /** JavaScript and CSS before the notice can be shown. */
  readonly notice: Size;
  /** That, and what comes after consent before the camera can open: the rest of the widget's scripts, the worker, its landmark model. */
  readonly guidance: Size;
  /** All that a first visit fetches until the check is sent: with the later parts, in one language, and the assets. */
  readonly whole: Size;
}

interface Door {
  readonly file: string;
  readonly hasStyle: boolean;
}

/** React is the page's own but in the element, which has it inside. */
const DOORS: Readonly<Record<string, Door>> = {
  candor: { file: 'index.js', hasStyle: true },
  'candor/headless': { file: 'headless.js', hasStyle: false },
  'candor/element': { file: 'element.js', hasStyle: true },
};

const NOTHING: Size = { plain: 0, gzip: 0, brotli: 0 };
/** Scripts are compressed once, by whoever builds the page. At that quality the WebAssembly takes minutes, so the assets are
 * measured at one that a server affords for each answer: `candor-assets --compress` makes less of them. */
const SCRIPT_QUALITY = 11;
const ASSET_QUALITY = 5;

async function sizeOf(content: string | Uint8Array, quality: number): Promise<Size> {
  const bytes = Buffer.from(content);
  const params = { [zlib.BROTLI_PARAM_QUALITY]: quality, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(bytes),
    promisify(brotliCompress)(bytes, { params }),
  ]);
  return { plain: bytes.length, gzip: gzipped.length, brotli: brotli.length };
}

function sum(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (all, { plain, gzip: gzipped, brotli }) => ({
      plain: all.plain + plain,
      gzip: all.gzip + gzipped,
      brotli: all.brotli + brotli,
    }),
    NOTHING,
  );
}

type Chunks = ReadonlyMap<string, OutputChunk>;

/** A door as a page's bundler makes it: minified, in the same parts. */
async function bundled(file: string): Promise<Chunks> {
  const bundle = await rolldown({
    input: { door: join(DIST, file) },
    platform: 'browser',
    external: [/^react/],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: () => {},
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true, entryFileNames: 'door.js' });
  await bundle.close();
  return new Map(output.flatMap((made) => (made.type === 'chunk' ? [[made.fileName, made] as const] : [])));
}

function isOtherLanguage({ facadeModuleId }: OutputChunk): boolean {
  return facadeModuleId !== null && catalogueOf(basename(facadeModuleId)) !== null;
}

/** The parts that are fetched together with one of them, or, with `later`, any time after it; of the languages, English. */
function reached(chunks: Chunks, later: boolean): readonly OutputChunk[] {
  const found = new Map<string, OutputChunk>();
  const visit = (name: string): void => {
    const chunk = chunks.get(name);
    if (chunk === undefined || found.has(name) || isOtherLanguage(chunk)) return;
    found.set(name, chunk);
    for (const next of [...chunk.imports, ...(later ? chunk.dynamicImports : [])]) visit(next);
  };
  visit('door.js');
  return [...found.values()];
}

async function scripts(chunks: readonly OutputChunk[]): Promise<Size> {
  return sum(await Promise.all(chunks.map(({ code }) => sizeOf(code, SCRIPT_QUALITY))));
}

/** What the worker fetches before it can look at a picture, and the worker. */
const BEFORE_GUIDANCE: readonly string[] = [
  'candor-worker.js',
  'vision_wasm_module_internal.wasm',
  'face_landmarker.task',
];

type Assets = ReadonlyMap<string, Size>;

async function doorSize({ file, hasStyle }: Door, assets: Assets): Promise<DoorSize> {
  const chunks = await bundled(file);
  const style = hasStyle ? await sizeOf(await readFile(join(DIST, 'style.css')), SCRIPT_QUALITY) : NOTHING;
  const notice = sum([await scripts(reached(chunks, false)), style]);
  const all = sum([await scripts(reached(chunks, true)), style]);
  const first = [...assets].filter(([name]) => BEFORE_GUIDANCE.includes(name)).map(([, size]) => size);
  return { notice, guidance: sum([all, ...first]), whole: sum([all, ...assets.values()]) };
}

/** What is fetched after consent, by file. An optional model that was not built is an empty file. */
export async function assetSizes(): Promise<Assets> {
  const folder = join(DIST, 'assets');
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.json')).toSorted();
  const sizes = names.map(
    async (name) => [name, await sizeOf(await readFile(join(folder, name)), ASSET_QUALITY)] as const,
  );
  return new Map(await Promise.all(sizes));
}

export async function doorSizes(assets: Assets): Promise<ReadonlyMap<string, DoorSize>> {
  const sizes = Object.entries(DOORS).map(
    async ([name, door]) => [name, await doorSize(door, assets)] as const,
  );
  return new Map(await Promise.all(sizes));
}
