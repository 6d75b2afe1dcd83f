import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type InputOptions, type OutputChunk, type OutputOptions, rolldown } from 'rolldown';
import { catalogueOf } from '../build/check.js';
import { ROOT } from '../build/root.js';
import { type AssetSize, readAssets, readRecord } from './assets.js';
import { NOTHING, type Size, sizeOf, sum } from './encoded.js';

/** What a seller's browser fetches, by door, as a page's own bundler and a server with compression would send it. */

const DIST = `${ROOT}dist`;
export const ASSETS = join(DIST, 'assets');

export interface DoorSize {
  /** JavaScript and CSS before the notice can be shown. */
  readonly notice: Size;
  /** That, and what comes after consent before the camera can open: the rest of the widget's scripts, the worker, its landmark model. */
  readonly guidance: Size;
  /** All that a first visit fetches until the check is sent: with the later parts, in one language, and the assets. Without the optional
   * models: where they were not built, something else could grow by as much unseen. Nor what three operators ask for. */
  readonly whole: Size;
}

interface Door {
  readonly file: string;
  readonly hasStyle: boolean;
}

/** The element has React inside. */
const DOORS: Readonly<Record<string, Door>> = {
  candor: { file: 'index.js', hasStyle: true },
  'candor/headless': { file: 'headless.js', hasStyle: false },
  'candor/element': { file: 'element.js', hasStyle: true },
};

export type Chunks = ReadonlyMap<string, OutputChunk>;

/** A door as a page's bundler makes it: minified, in the same parts. React is the page's own.
 * @param door - its file. */
export async function bundled(
  door: string,
  input: InputOptions = {},
  output: OutputOptions = {},
): Promise<Chunks> {
  const bundle = await rolldown({
    platform: 'browser',
    external: [/^react/],
    ...input,
    input: { door },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: () => {},
  });
  const made = await bundle.generate({ format: 'esm', minify: true, ...output, entryFileNames: 'door.js' });
  await bundle.close();
  return new Map(made.output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
}

function isOtherLanguage({ facadeModuleId }: OutputChunk): boolean {
  return facadeModuleId !== null && catalogueOf(basename(facadeModuleId)) !== null;
}

/** The parts that are fetched together with one of them, or, with `later`, any time after it; of the languages, English. */
export function reached(chunks: Chunks, later: boolean): readonly OutputChunk[] {
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
  return sum(await Promise.all(chunks.map(({ code }) => sizeOf(code))));
}

/** What the worker fetches before it can look at a picture, and the worker. */
const BEFORE_GUIDANCE: readonly string[] = [
  'candor-worker.js',
  'vision_wasm_module_internal.wasm',
  'face_landmarker.task',
];

type Assets = ReadonlyMap<string, Size>;

export async function styleSize(): Promise<Size> {
  return sizeOf(await readFile(join(DIST, 'style.css')));
}

async function doorSize({ file, hasStyle }: Door, assets: Assets): Promise<DoorSize> {
  const chunks = await bundled(join(DIST, file));
  const style = hasStyle ? await styleSize() : NOTHING;
  const notice = sum([await scripts(reached(chunks, false)), style]);
  const all = sum([await scripts(reached(chunks, true)), style]);
  const first = [...assets].filter(([name]) => BEFORE_GUIDANCE.includes(name)).map(([, size]) => size);
  return { notice, guidance: sum([all, ...first]), whole: sum([all, ...assets.values()]) };
}

/** By file, what every check fetches. */
export function sizesOf(assets: readonly AssetSize[]): Assets {
  return new Map(assets.filter(({ fetched }) => fetched === 'always').map((asset) => [asset.file, asset]));
}

/** What is fetched after the consent. */
export async function assetSizes(): Promise<Assets> {
  return sizesOf(await readAssets(ASSETS, await readRecord()));
}

export async function doorSizes(assets: Assets): Promise<ReadonlyMap<string, DoorSize>> {
  const sizes = Object.entries(DOORS).map(
    async ([name, door]) => [name, await doorSize(door, assets)] as const,
  );
  return new Map(await Promise.all(sizes));
}
