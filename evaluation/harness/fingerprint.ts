import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../tools/build/root.js';

/** Lists the hash of every file of the worker and its models. */
const ASSETS = join(ROOT, 'dist', 'assets', 'assets.json');
const WORKER = join(ROOT, 'dist', 'assets', 'candor-worker.js');

/** The other worker, as the list has it: it analyses no picture. */
const SHARE_WORKER_LISTED =
  /\s*\{\s*"file": "candor-share-worker\.js",\s*"bytes": \d+,\s*"sha256": "[0-9a-f]{64}"\s*\},/;

/** An entry of the table of error codes (`src/core/errors.ts`), as the build writes it. */
const ERROR_ENTRY = /"[a-z_]+\.[a-z_.]+":\{text:(["'`]).*?\1,retryable:![01]\},?/g;

/** The worker's script without the table of error codes: a new code there, for the receiver's sake say, changes no measure
 * of a picture. */
export function withoutErrorTexts(script: string): string {
  return script.replaceAll(ERROR_ENTRY, '');
}

/** What a series was measured with: SHA-256 over the worker, its runtimes and its models, in hex.
 * @param assets - the text of `assets.json`.
 * @throws Error when it does not list the worker. */
export function fingerprintOf(assets: string, worker: string): string {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const asListed = /"file": "candor-worker\.js",\s*"bytes": \d+,\s*"sha256": "[0-9a-f]{64}"/;
  if (!asListed.test(assets)) throw new Error(`${ASSETS} does not list the worker`);
  const analysing = assets.replace(SHARE_WORKER_LISTED, '');
  return sha256(analysing.replace(asListed, sha256(withoutErrorTexts(worker))));
}

/** @throws Error when the library is not built (`npm run build`). */
export async function readFingerprint(): Promise<string> {
  return fingerprintOf(await readFile(ASSETS, 'utf8'), await readFile(WORKER, 'utf8'));
}
