import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssets } from './assets.js';
import { sizesOf } from './measure.js';

const WORKER = 'a worker '.repeat(500);
const RUNTIME = Buffer.alloc(1_000_000, 7);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-assets-'));
  const built = { files: [{ role: 'texture', file: 'texture.onnx' }] };
  await Promise.all([
    writeFile(join(folder, 'built.json'), JSON.stringify(built)),
    writeFile(join(folder, 'worker.js'), WORKER),
    writeFile(join(folder, 'runtime.wasm'), RUNTIME),
    writeFile(join(folder, 'texture.onnx'), 'weights'),
    writeFile(join(folder, 'candor-share-worker.js'), WORKER),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

describe('what is fetched after the consent', () => {
  it('is measured, and a large file that nobody has measured is said to be new', async () => {
    const assets = await readAssets(folder, []);
    expect(assets.map(({ file, isNew, fetched }) => [file, isNew, fetched])).toEqual([
      ['candor-share-worker.js', false, 'with-operators'],
      ['runtime.wasm', true, 'always'],
      ['texture.onnx', false, 'where-built'],
      ['worker.js', false, 'always'],
    ]);
    for (const { plain, gzip, brotli } of assets.filter(({ fetched }) => fetched !== 'where-built')) {
      expect(gzip).toBeLessThan(plain / 10);
      expect(brotli).toBeLessThan(gzip);
    }
  });

  it('is taken from the record where the file is the same, byte for byte', async () => {
    const sha256 = createHash('sha256').update(RUNTIME).digest('hex');
    const known = { file: 'runtime.wasm', plain: RUNTIME.length, gzip: 22, brotli: 11 };
    const of = async (hash: string) =>
      (await readAssets(folder, [{ ...known, sha256: hash }])).find(({ file }) => file === 'runtime.wasm');
    expect(await of(sha256)).toMatchObject({ gzip: 22, brotli: 11, isNew: false });
    expect((await of('0'.repeat(64)))?.gzip).toBeGreaterThan(22);
  });

  it('counts no optional model, whether it was built or not, and nothing that three operators ask for', async () => {
    const sizes = sizesOf(await readAssets(folder, []));
    expect([...sizes.keys()]).toEqual(['runtime.wasm', 'worker.js']);
  });
});
