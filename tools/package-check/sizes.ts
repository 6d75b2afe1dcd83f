import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './command.js';

/** Some hosts of static pages refuse a larger one. */
const LARGEST_BYTES = 25 * 1024 * 1024;
const WEBGPU_WASM = 'ort-wasm-simd-threaded.asyncify.wasm';

async function filesOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, (await stat(file)).size] as const)));
}

/** @throws naming the files of a built page that some hosts refuse. */
export async function expectNoLargeFile(folder: string): Promise<void> {
  const large = [...(await filesOf(folder))].filter(([, bytes]) => bytes > LARGEST_BYTES);
  if (large.length > 0) throw new Error(`over 25 MiB: ${large.map(([file]) => file).join(', ')}`);
}

/** `npx candor-assets` leaves WebGPU's runtime out until it is asked for, and says what it put where.
 * @throws when it does not. */
export async function expectAssetsCommand(consumer: string): Promise<void> {
  await command(consumer, 'npx', 'candor-assets', 'plain');
  await expectNoLargeFile(join(consumer, 'plain'));
  await command(consumer, 'npx', 'candor-assets', 'all', '--webgpu');
  const built = JSON.parse(await readFile(join(consumer, 'all/built.json'), 'utf8'));
  if (built.webgpu !== 'present') throw new Error('built.json does not tell of WebGPU');
  const list: { files: { file: string; sha256: string }[] } = JSON.parse(
    await readFile(join(consumer, 'all/assets.json'), 'utf8'),
  );
  if (!list.files.some(({ file }) => file === WEBGPU_WASM)) throw new Error('assets.json lacks it');
  for (const { file, sha256 } of list.files) {
    const bytes = await readFile(join(consumer, 'all', file));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`${file} is another one`);
  }
}
