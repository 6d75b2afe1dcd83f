import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { moduleOf, partFaultsOf } from './parts.js';
import { INSTALLED, packageOf } from './root.js';

/** What no compiler sees and a user's page would only find out at run time. */

const BESIDE = /new URL\(\s*["'`](\.\/[^"'`$?]+)(?:\?[^"'`$]*)?["'`]\s*,\s*import\.meta\.url\s*\)/g;
/** `\0asm`, as base64, of more than the two kilobytes that the worker brings along (src/vision/worker/pixels.wat). */
const INLINED_WASM = /AGFzbQ[A-Za-z0-9+/]{4000}/;
const FOR_NODE = /^(testing|receiver|share-node|types)\//;

function isAtHand(specifier: string, path: string): boolean {
  if (specifier.startsWith('.')) return true;
  return isBuiltin(specifier) ? FOR_NODE.test(path) : INSTALLED.includes(packageOf(specifier));
}

/** @param path - relative to dist/, with slashes.
 * @param exists - asked for paths of that kind.
 * @returns one line per fault of a module or a declaration. */
export function faultsOf(path: string, text: string, exists: (path: string) => boolean): string[] {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const beside = [...text.matchAll(BESIDE)].map(([, file]) => file ?? '');
  return [
    ...imported
      .filter((specifier) => !isAtHand(specifier, path))
      .map((specifier) => `${path} imports ${specifier}, which is not installed with the package`),
    ...beside
      .filter((file) => !exists(join(dirname(path), file)))
      .map((file) => `${path} needs ${file}, which is not there`),
    ...(INLINED_WASM.test(text) ? [`${path} holds a runtime’s WebAssembly as base64`] : []),
  ];
}

/** Of each of a language's three files, gzip: what is said before the seller agreed, up to the sending, and at the end and a desk.
 * English is in parts with other code, but for its later words, which are no larger than others'. */
export const LARGEST_CATALOGUE_BYTES = 6_000;
const CATALOGUE =
  /^(?:candor|element)-((?!en)[a-z]{2}(?:-(?:br|pt|hans|hant))?)(?:-(?:later|desk))?-[\w-]{8}[.]js$/;

/** @param path - relative to dist/. @returns the language whose words it holds; null for every other file. */
export function catalogueOf(path: string): string | null {
  return CATALOGUE.exec(path)?.[1] ?? null;
}

/** @param path - relative to dist/. @returns one line where the words of a language are more than they may be. */
export function sizeFaultsOf(path: string, text: string): string[] {
  if (catalogueOf(path) === null) return [];
  const bytes = gzipSync(text).length;
  return bytes > LARGEST_CATALOGUE_BYTES ? [`${path} has ${bytes} bytes of words, gzip`] : [];
}

/** @throws naming every import that users do not have, every file that is not beside its module, inlined wasm, words of a
 * language that are larger than {@link LARGEST_CATALOGUE_BYTES}, and parts that need others. */
export async function checkBuilt(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(js|d\.ts)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const exists = (path: string): boolean => existsSync(join(folder, path));
  const faults = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      return [...faultsOf(path, text, exists), ...sizeFaultsOf(path, text)];
    }),
  );
  if (!paths.some((path) => catalogueOf(path) !== null)) throw new Error('no language is a file of its own');
  const all = [...faults.flat(), ...(await partFaults(folder, paths))];
  if (all.length > 0) throw new Error([...new Set(all)].join('\n'));
}

/** Doors that fetch parts of themselves. */
const DOORS = ['index.js', 'headless.js', 'element.js'] as const;

async function partFaults(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const scripts = paths.filter((path) => /^[^/]+\.js$/.test(path));
  const modules = await Promise.all(
    scripts.map(async (path) => [path, moduleOf(path, await readFile(join(folder, path), 'utf8'))] as const),
  );
  return DOORS.flatMap((door) => partFaultsOf(new Map(modules), door));
}
