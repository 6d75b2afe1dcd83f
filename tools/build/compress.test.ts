import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Compress {
  writeCopies(folder: string, names: readonly string[]): Promise<number>;
  removeCopies(folder: string, names: readonly string[]): Promise<void>;
}

const FILES = ['worker.js'];
const WORDS = 'the same words again and again '.repeat(200);
const digestOf = (index: number): Buffer => createHash('sha256').update(String(index)).digest();
/** Nothing in it repeats. */
const NOISE = Buffer.concat(Array.from({ length: 125 }, (_, index) => digestOf(index)));

let folder: string;
let compress: Compress;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-compress-'));
  // Plain JavaScript, as the command that a user runs; what it exports is written above.
  compress = (await import(new URL('../../bin/compress.mjs', import.meta.url).href)) as Compress;
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, name), content);
}

describe('candor-assets --compress', () => {
  it('writes both copies beside a file, and they are that file', async () => {
    await put('worker.js', WORDS);
    expect(await compress.writeCopies(folder, FILES)).toBe(2);
    expect((await readdir(folder)).toSorted()).toEqual(['worker.js', 'worker.js.br', 'worker.js.gz']);
    expect(brotliDecompressSync(await readFile(join(folder, 'worker.js.br'))).toString()).toBe(WORDS);
    expect(gunzipSync(await readFile(join(folder, 'worker.js.gz'))).toString()).toBe(WORDS);
  });

  it('writes none where it saves nothing', async () => {
    await put('model.onnx', NOISE);
    await put('absent.onnx', '');
    expect(await compress.writeCopies(folder, ['absent.onnx', 'model.onnx'])).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual(['absent.onnx', 'model.onnx']);
  });

  it('makes them anew for a newer file, and none of a copy', async () => {
    await put('worker.js', WORDS);
    await compress.writeCopies(folder, FILES);
    await put('worker.js', WORDS.toUpperCase());
    expect(await compress.writeCopies(folder, FILES)).toBe(2);
    expect(gunzipSync(await readFile(join(folder, 'worker.js.gz'))).toString()).toBe(WORDS.toUpperCase());
  });
});

describe('candor-assets without it', () => {
  it('takes the copies of an older version away, and nothing that is somebody else’s', async () => {
    await put('worker.js', WORDS);
    await compress.writeCopies(folder, FILES);
    await put('archive.js', WORDS);
    await put('archive.js.gz', 'not ours');
    await compress.removeCopies(folder, FILES);
    expect((await readdir(folder)).toSorted()).toEqual(['archive.js', 'archive.js.gz', 'worker.js']);
  });
});
