import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildModels } from './build.js';
import sface from './embeddings/sface.json' with { type: 'json' };
import { sha256Hex, WrongHashError } from './hash.js';
import type { ModelEntry } from './manifest.js';
import { OnnxGraph } from './onnx-graph.js';

/** Nobody could run this recipe with the real file where it was written: a stand-in of the same form goes its way. */

const entry = sface as unknown as ModelEntry;
const MIRRORED = 'face_recognition_sface_2021dec.onnx';

function standIn(input: string, output: string): Uint8Array {
  const graph = new OnnxGraph();
  const mean = graph.node('Flatten', [graph.node('GlobalAveragePool', [input])], { axis: 1 });
  graph.constant('matrix', [3, 128], new Float32Array(3 * 128).fill(0.5));
  graph.node('MatMul', [mean, 'matrix'], {}, output);
  return graph.encode({ name: input, shape: [1, 3, 112, 112] }, { name: output, shape: [1, 128] });
}

/** The entry, with the hash of another file. */
function entryFor(bytes: Uint8Array): ModelEntry {
  const sha256 = sha256Hex(bytes);
  const { source } = entry;
  if (source.kind !== 'address') throw new Error('the recipe fetches an address');
  return {
    ...entry,
    bytes: bytes.length,
    sha256,
    source: { ...source, files: source.files.map((file) => ({ ...file, sha256 })) },
  };
}

let mirrorFolder: string;
let outputFolder: string;
beforeEach(async () => {
  mirrorFolder = await mkdtemp(join(tmpdir(), 'candor-mirror-'));
  outputFolder = await mkdtemp(join(tmpdir(), 'candor-sface-'));
});
afterEach(() => Promise.all([mirrorFolder, outputFolder].map((folder) => rm(folder, { recursive: true }))));

async function build(bytes: Uint8Array, wanted: ModelEntry): Promise<unknown> {
  await writeFile(join(mirrorFolder, MIRRORED), bytes);
  return buildModels({ outputFolder, mirrorFolder, upstream: false, entries: [wanted] });
}

describe('the recipe sface', () => {
  it('takes the file from the mirror', async () => {
    const bytes = standIn('data', 'fc1');
    await build(bytes, entryFor(bytes));
    expect(await readdir(outputFolder)).toEqual(['built.json', 'face_embedding.onnx']);
  });

  it('refuses a file that is not the published one', async () => {
    await expect(build(standIn('data', 'fc1'), entry)).rejects.toThrow(WrongHashError);
    expect(await readdir(outputFolder)).toEqual([]);
  });

  it('says so, and writes nothing, when the names in the file are not those that we expect', async () => {
    const bytes = standIn('input', 'embedding');
    const failure = build(bytes, entryFor(bytes));
    await expect(failure).rejects.toThrow('card: input.name: the model has input, not data');
    expect(await readdir(outputFolder)).toEqual([]);
  });
});
