import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { manifest } from './manifest.js';
import { convertTexture, convertTextureWeights } from './texture.js';
import type { TorchTensor } from './torch-weights.js';

const MIRROR = process.env.CANDOR_MODEL_MIRROR;
const CHANNELS = 4;
const STAGES = { conv_3: 4, conv_4: 6, conv_5: 2 } as const;

type Weights = Map<string, TorchTensor>;

/** A MiniFASNet with four channels everywhere and pseudo-random weights: the same layers, a thousandth of the size. */
class TinyNetwork {
  readonly weights: Weights = new Map();
  #state = 1;

  constructor(squeezeExcite: boolean) {
    this.#activated('conv1', 3, 3);
    this.#activated('conv2_dw', 1, 3);
    for (const block of ['conv_23', 'conv_34', 'conv_45']) this.#depthWise(block);
    for (const [stage, count] of Object.entries(STAGES)) {
      for (let index = 0; index < count; index++) this.#depthWise(`${stage}.model.${index}`);
      if (squeezeExcite) this.#squeezeExcite(`${stage}.model.${count - 1}.se_module`);
    }
    this.#activated('conv_6_sep', CHANNELS, 1);
    this.#convolution('conv_6_dw.conv', 'conv_6_dw.bn', 1, 5);
    this.#tensor('linear.weight', [2, CHANNELS], -1, 1);
    this.#batchNorm('bn', 2);
    this.#tensor('prob.weight', [3, 2], -1, 1);
  }

  #depthWise(block: string): void {
    this.#activated(`${block}.conv`, CHANNELS, 1);
    this.#activated(`${block}.conv_dw`, 1, 3);
    this.#convolution(`${block}.project.conv`, `${block}.project.bn`, CHANNELS, 1);
  }

  #squeezeExcite(module: string): void {
    this.#convolution(`${module}.fc1`, `${module}.bn1`, CHANNELS, 1);
    this.#convolution(`${module}.fc2`, `${module}.bn2`, CHANNELS, 1);
  }

  #activated(layer: string, inputs: number, kernel: number): void {
    this.#convolution(`${layer}.conv`, `${layer}.bn`, inputs, kernel);
    this.#tensor(`${layer}.prelu.weight`, [CHANNELS], 0, 0.5);
  }

  #convolution(convolution: string, batchNorm: string, inputs: number, kernel: number): void {
    this.#tensor(`${convolution}.weight`, [CHANNELS, inputs, kernel, kernel], -0.5, 0.5);
    this.#batchNorm(batchNorm, CHANNELS);
  }

  #batchNorm(name: string, channels: number): void {
    this.#tensor(`${name}.weight`, [channels], 0.5, 1.5);
    this.#tensor(`${name}.bias`, [channels], -0.5, 0.5);
    this.#tensor(`${name}.running_mean`, [channels], -0.5, 0.5);
    this.#tensor(`${name}.running_var`, [channels], 0.5, 2);
  }

  #tensor(name: string, shape: readonly number[], low: number, high: number): void {
    const length = shape.reduce((product, size) => product * size, 1);
    const values = Float32Array.from({ length }, () => low + (high - low) * this.#random());
    this.weights.set(name, { shape, values });
  }

  /** Numerical Recipes' linear congruential generator, 0…1. */
  #random(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }
}

async function probabilitiesOf(model: Uint8Array, pixels: Float32Array): Promise<number[]> {
  const session = await InferenceSession.create(model);
  try {
    const { probabilities } = await session.run({ input: new Tensor('float32', pixels, [1, 3, 80, 80]) });
    if (!(probabilities?.data instanceof Float32Array))
      throw new TypeError('the probabilities are not float32');
    return [...probabilities.data];
  } finally {
    await session.release();
  }
}

const NOISE = Float32Array.from({ length: 3 * 80 * 80 }, (_, index) => (index * 7919) % 256);

describe('convertTextureWeights', () => {
  it('gives a graph that turns 80 × 80 pixels into three probabilities', async () => {
    const probabilities = await probabilitiesOf(convertTextureWeights(new TinyNetwork(false).weights), NOISE);
    expect(probabilities).toHaveLength(3);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    expect(Math.max(...probabilities)).toBeLessThan(1);
  });

  it("folds a layer's batch normalisation exactly: scaling the variance equals scaling the weights", async () => {
    const original = new TinyNetwork(false).weights;
    const rescaled: Weights = new Map(original);
    // (w·x − m) / √v is the same for w/2, m/2 and v/4.
    scale(rescaled, 'conv_45.project.conv.weight', 1 / 2);
    scale(rescaled, 'conv_45.project.bn.running_mean', 1 / 2);
    scale(rescaled, 'conv_45.project.bn.running_var', 1 / 4);
    const expected = await probabilitiesOf(convertTextureWeights(original), NOISE);
    const found = await probabilitiesOf(convertTextureWeights(rescaled), NOISE);
    found.forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 4);
    });

    scale(rescaled, 'conv_45.project.bn.running_mean', 8);
    expect(await probabilitiesOf(convertTextureWeights(rescaled), NOISE)).not.toEqual(found);
  });

  it('lets squeeze and excitation have its say where the weights have it', async () => {
    const plain = await probabilitiesOf(convertTextureWeights(new TinyNetwork(false).weights), NOISE);
    const { weights } = new TinyNetwork(true);
    const gated = await probabilitiesOf(convertTextureWeights(weights), NOISE);
    expect(gated).not.toEqual(plain);
    // A gate that is shut (sigmoid of a very negative offset) leaves the shortcut alone, whatever the block computes.
    for (const [stage, count] of Object.entries(STAGES)) {
      const block = `${stage}.model.${count - 1}`;
      fill(weights, `${block}.se_module.bn2.weight`, 0);
      fill(weights, `${block}.se_module.bn2.bias`, -1000);
    }
    const shut = await probabilitiesOf(convertTextureWeights(weights), NOISE);
    for (const [stage, count] of Object.entries(STAGES))
      scale(weights, `${stage}.model.${count - 1}.conv.conv.weight`, 3);
    expect(await probabilitiesOf(convertTextureWeights(weights), NOISE)).toEqual(shut);
  });

  it('names the layer that is missing', () => {
    const { weights } = new TinyNetwork(false);
    weights.delete('conv_4.model.3.conv_dw.bn.running_var');
    expect(() => convertTextureWeights(weights)).toThrow('conv_4.model.3.conv_dw.bn.running_var is missing');
  });

  it.skipIf(MIRROR === undefined).each(manifest.models.filter(({ role }) => role === 'texture'))(
    'gives $id the input and output that the manifest states',
    async ({ source, input, output }) => {
      const weights = await readFile(join(MIRROR ?? '', source.files[0]?.file.split('/').at(-1) ?? ''));
      const session = await InferenceSession.create(convertTexture(weights));
      expect(session.inputNames).toEqual([input.name]);
      expect(session.outputNames).toEqual([output.name]);
      await session.release();
    },
  );
});

function scale(weights: Weights, name: string, factor: number): void {
  const tensor = weights.get(name);
  if (tensor === undefined) throw new Error(`no ${name}`);
  weights.set(name, { ...tensor, values: tensor.values.map((value) => value * factor) });
}

function fill(weights: Weights, name: string, value: number): void {
  weights.get(name)?.values.fill(value);
}
