import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../build/root.js';
import { type Size, sizeOf } from './encoded.js';

/** What the widget fetches after the consent, by file. To compress the WebAssembly and the models as small as they get takes minutes,
 * and they change only with their packages: what came of it is kept in `recorded.json`, under the hash of the file. */

const RECORD = `${ROOT}tools/size/recorded.json`;
/** What is smaller is compressed each time. */
const LARGE_BYTES = 1_000_000;

/** A file whose size is known. */
export interface RecordedSize extends Size {
  readonly file: string;
  readonly sha256: string;
}

export interface AssetSize extends RecordedSize {
  /** Not in the record, and too large to be measured each time. */
  readonly isNew: boolean;
  /** `where-built`: the check goes on without it (docs/model-cards.md). `with-operators`: only where three operators keep the template
   * (docs/three-operators.md). */
  readonly fetched: 'always' | 'where-built' | 'with-operators';
}

/** Each has a budget of its own, `files.json`. */
const WITH_OPERATORS: readonly string[] = ['candor-share-worker.js'];

/** Its shape is this file's own. */
export async function readRecord(): Promise<readonly RecordedSize[]> {
  return JSON.parse(await readFile(RECORD, 'utf8'));
}

export async function writeRecord(assets: readonly AssetSize[]): Promise<void> {
  const large = assets.filter(({ plain }) => plain >= LARGE_BYTES);
  const entries = large.map(({ file, sha256, plain, gzip, brotli }) => ({
    file,
    sha256,
    plain,
    gzip,
    brotli,
  }));
  await writeFile(RECORD, `${JSON.stringify(entries, null, 2)}\n`);
}

/** @param folder - of the assets, as the package has them.
 * @param record - what is known; the rest is measured. */
export async function readAssets(
  folder: string,
  record: readonly RecordedSize[],
): Promise<readonly AssetSize[]> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.json')).toSorted();
  const optional = await optionalFiles(folder);
  const fetchedOf = (file: string): AssetSize['fetched'] => {
    if (optional.includes(file)) return 'where-built';
    return WITH_OPERATORS.includes(file) ? 'with-operators' : 'always';
  };
  const sizes = names.map(async (file): Promise<AssetSize> => {
    const bytes = await readFile(join(folder, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = record.find((entry) => entry.sha256 === sha256);
    const { plain, gzip, brotli } = known ?? (await sizeOf(bytes));
    const isNew = known === undefined && bytes.length >= LARGE_BYTES;
    return { file, sha256, plain, gzip, brotli, isNew, fetched: fetchedOf(file) };
  });
  return Promise.all(sizes);
}

/** As tools/models/build.ts writes it. */
interface BuiltModels {
  readonly files: readonly { readonly role: string; readonly file: string }[];
}

async function optionalFiles(folder: string): Promise<readonly string[]> {
  const { files }: BuiltModels = JSON.parse(await readFile(join(folder, 'built.json'), 'utf8'));
  return files.filter(({ role }) => role === 'texture').map(({ file }) => file);
}
