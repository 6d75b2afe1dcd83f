import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { convertEmbedding } from './embedding.js';
import { EMBEDDINGS } from './embeddings.js';

const MODEL = fileURLToPath(new URL('../../node_modules/@vladmandic/face-api/model/', import.meta.url));
const SIZE = 150;
/** RGB, row-major: not a face, but every weight has its say in what comes out. */
const PIXELS = Float32Array.from({ length: SIZE * SIZE * 3 }, (_, index) => (index * 7919) % 256);

describe('the recipe dlib', () => {
  let weights: Buffer;
  let weightsManifest: Buffer;
  let session: InferenceSession;
  beforeAll(async () => {
    weights = await readFile(`${MODEL}face_recognition_model.bin`);
    weightsManifest = await readFile(`${MODEL}face_recognition_model-weights_manifest.json`);
    session = await InferenceSession.create(convertEmbedding(weights, weightsManifest));
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await session?.release();
  });

  it('has the input and output that the manifest states', async () => {
    const { dlib } = EMBEDDINGS;
    expect(session.inputNames).toEqual([dlib?.input.name]);
    expect(session.outputNames).toEqual([dlib?.output.name]);
    expect(await embed(session)).toHaveLength(dlib?.output.shape[1] ?? 0);
  });

  it('refuses a face of another size', async () => {
    const face = new Tensor('float32', new Float32Array(3 * 112 * 112), [1, 3, 112, 112]);
    await expect(session.run({ input: face })).rejects.toThrow();
  });

  it("gives what face-api's own network gives for the same pixels", async () => {
    const expected = await embedWithFaceApi(weights, weightsManifest);
    const found = await embed(session);
    expect(expected).toHaveLength(128);
    expect(Math.hypot(...expected)).toBeGreaterThan(0.5);
    const difference = Math.max(
      ...expected.map((value, index) => Math.abs(value - (found[index] ?? Number.NaN))),
    );
    expect(difference).toBeLessThan(1e-5);
  }, 120_000);
});

async function embed(session: InferenceSession): Promise<number[]> {
  const area = SIZE * SIZE;
  const planar = PIXELS.map((_, index) => PIXELS[3 * (index % area) + Math.floor(index / area)] ?? 0);
  const { embedding } = await session.run({ input: new Tensor('float32', planar, [1, 3, SIZE, SIZE]) });
  if (!(embedding?.data instanceof Float32Array)) throw new TypeError('the embedding is not float32');
  return [...embedding.data];
}

/** The network that the weights were made for, on TensorFlow.js's plain CPU backend. */
async function embedWithFaceApi(weights: Buffer, weightsManifest: Buffer): Promise<number[]> {
  // Its one build that needs no further package is for browsers and asks for a window when it is imported.
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', { createElement: () => ({}) });
  const { NetInput, nets, tf } = await import('@vladmandic/face-api/dist/face-api.esm.js');
  // It re-exports all of TensorFlow.js, and types a part of it.
  await (tf as unknown as { setBackend(name: string): Promise<boolean> }).setBackend('cpu');
  const [{ weights: specs }] = JSON.parse(weightsManifest.toString());
  nets.faceRecognitionNet.loadFromWeightMap(tf.io.decodeWeights(new Uint8Array(weights).buffer, specs));
  const output = await nets.faceRecognitionNet.forwardInput(
    new NetInput([tf.tensor3d(PIXELS, [SIZE, SIZE, 3])]),
  );
  return [...(await output.data())];
}
