import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Brought, bringModel } from './bring.js';
import { MODELS_FOLDER, modelsAreBuilt } from './build.js';
import { EMBEDDINGS } from './embeddings.js';
import { sha256Hex } from './hash.js';
import { entriesOf, type Manifest } from './manifest.js';
import { OnnxGraph } from './onnx-graph.js';

const SIDE = 112;
const DIM = 8;
/** Two rendered pictures at least, in software. */
const RENDERING_MS = 120_000;

/** A model that is one in form: the picture's mean colour, times a matrix. It tells two people of different skin apart. */
function model(
  weight: (index: number) => number = (index) => Math.sin(index + 1),
  last: 'Identity' | 'Abs' = 'Identity',
): Uint8Array {
  const graph = new OnnxGraph();
  const mean = graph.node('Flatten', [graph.node('GlobalAveragePool', ['picture'])], { axis: 1 });
  graph.constant(
    'matrix',
    [3, DIM],
    Float32Array.from({ length: 3 * DIM }, (_, index) => weight(index)),
  );
  graph.node(last, [graph.node('MatMul', [mean, 'matrix'])], {}, 'face');
  return graph.encode({ name: 'picture', shape: [1, 3, SIDE, SIDE] }, { name: 'face', shape: [1, DIM] });
}

function cardOf(bytes: Uint8Array): Record<string, unknown> {
  return {
    id: 'mean-colour',
    licence: 'CC0-1.0',
    source: 'made up for this test',
    sha256: sha256Hex(bytes),
    input: { name: 'picture', sidePx: SIDE, channelOrder: 'RGB', mean: 127.5, std: 128 },
    template: 'arcface-112',
    output: { name: 'face', dim: DIM },
    metric: 'cosine',
    sameFaceSimilarity: 0.5,
  };
}

let folder: string;
let brought: Brought;
let outputFolder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-bring-'));
  outputFolder = join(folder, 'models');
  await mkdir(outputFolder);
  const manifestPath = join(outputFolder, 'manifest.json');
  brought = { modelPath: join(folder, 'mine.onnx'), cardPath: join(folder, 'card.json'), manifestPath };
  for (const file of ['manifest.json', 'face_embedding.onnx'])
    await cp(join(MODELS_FOLDER, file), join(outputFolder, file));
});

afterEach(() => rm(folder, { recursive: true }));

async function bring(bytes: Uint8Array, card: unknown): Promise<readonly string[]> {
  await writeFile(brought.modelPath, bytes);
  await writeFile(brought.cardPath, JSON.stringify(card));
  const lines: string[] = [];
  const report = (line: string): unknown => lines.push(line);
  await bringModel(brought, { outputFolder, mirrorFolder: null, upstream: false, report });
  return lines;
}

describe('bringModel', () => {
  it(
    'puts a model in place that is what its card says',
    async () => {
      const bytes = model();
      const lines = await bring(bytes, { ...cardOf(bytes), turnedFaceSimilarity: 0.4 });
      expect(lines.join('\n')).toMatch(/self-test: a rendered person again [\d.]+, another one -?[\d.]+/);
      expect(sha256Hex(await readFile(join(outputFolder, 'face_embedding.onnx')))).toBe(sha256Hex(bytes));
      const manifest: Manifest = JSON.parse(await readFile(brought.manifestPath, 'utf8'));
      const entry = manifest.models.find(({ role }) => role === 'embedding');
      expect(entry).toMatchObject({ id: 'mean-colour', licence: 'CC0-1.0', alignment: 'arcface-112' });
      expect(entry).toMatchObject({ sameFaceSimilarity: 0.5, turnedFaceSimilarity: 0.4 });
      expect(entry?.input.range).toEqual([-127.5 / 128, 127.5 / 128]);
      // Without the file that was brought: what is built needs no source.
      const options = { outputFolder, mirrorFolder: null, upstream: false, entries: entriesOf(manifest) };
      expect(await modelsAreBuilt(options)).toBe(true);
    },
    RENDERING_MS,
  );

  type Change = (card: ReturnType<typeof cardOf>) => object;
  const good = model();
  const input = cardOf(good).input as object;
  it.each<[string, Uint8Array, Change, string]>([
    ['a card without a licence', good, ({ licence: _, ...card }) => card, 'card: licence: is missing'],
    ['an empty licence', good, (card) => ({ ...card, licence: ' ' }), 'card: licence: is empty'],
    ['a card without a source', good, ({ source: _, ...card }) => card, 'card: source: is missing'],
    ['a wrong hash', good, (card) => ({ ...card, sha256: '0'.repeat(64) }), 'mine.onnx (card: sha256)'],
    [
      'a model of another size',
      good,
      (card) => ({ ...card, input: { ...input, sidePx: 160 } }),
      'card: input.sidePx: the model has 1 × 3 × 112 × 112, the card says 1 × 3 × 160 × 160',
    ],
    [
      'another input',
      good,
      (card) => ({ ...card, input: { ...input, name: 'data' } }),
      'card: input.name: the model has picture, not data',
    ],
    [
      'another dimension',
      good,
      (card) => ({ ...card, output: { name: 'face', dim: 512 } }),
      'card: output.dim: the model has 1 × 8, the card says 1 × 512',
    ],
    [
      'more numbers than the wire takes',
      good,
      (card) => ({ ...card, output: { name: 'face', dim: 1_024 } }),
      'card: output.dim:',
    ],
    [
      'range and mean at once',
      good,
      (card) => ({ ...card, input: { ...input, range: [0, 255] } }),
      'card: input: needs range, or mean and std',
    ],
    ['an unknown template', good, (card) => ({ ...card, template: 'mtcnn' }), 'card: template:'],
    [
      'a limit that is none',
      good,
      (card) => ({ ...card, turnedFaceSimilarity: 1.2 }),
      'card: turnedFaceSimilarity:',
    ],
    ['a field that is not one', good, (card) => ({ ...card, threshold: 0.5 }), 'card: threshold:'],
    [
      'the id of a recipe',
      good,
      (card) => ({ ...card, id: EMBEDDINGS.mobilefacenet?.id }),
      "card: id: mobilefacenet is another model's",
    ],
    [
      'weights that are NaN',
      model((index) => (index === 5 ? Number.NaN : 1)),
      (card) => card,
      'card: weights: matrix holds NaN',
    ],
    [
      'a file that is no model',
      new TextEncoder().encode('<html>'),
      (card) => card,
      'card: the model: is not',
    ],
    ['a cut file', good.slice(0, 60), (card) => card, 'card: the model: is not an ONNX file'],
    ['a model that gives nothing', model(() => 0), (card) => card, 'card: self-test: what comes out is'],
    [
      'a model that finds everybody alike',
      model((index) => (index < DIM ? 1 : 0), 'Abs'),
      (card) => card,
      'card: self-test: a rendered person is no more like themselves',
    ],
  ])(
    'refuses %s, names the field, and replaces nothing',
    async (_, bytes, change, words) => {
      const before = await contents();
      await expect(bring(bytes, change(cardOf(bytes)))).rejects.toThrow(words);
      expect(await contents()).toEqual(before);
    },
    RENDERING_MS,
  );

  it('says which file is not there', async () => {
    await expect(bringModel({ ...brought, cardPath: join(folder, 'none.json') })).rejects.toThrow(
      'card: --card: there is no file',
    );
  });
});

async function contents(): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(outputFolder)).sort();
  const hashes = names.map(async (name) => [name, sha256Hex(await readFile(join(outputFolder, name)))]);
  return Object.fromEntries(await Promise.all(hashes));
}
