import { at } from './at.js';
import { OnnxGraph } from './onnx-graph.js';
import { readTorchWeights, type TorchTensor } from './torch-weights.js';

/** Width and height of the face crop that goes in. */
const INPUT_SIZE = 80;
const CLASSES = 3;
/** torch.nn.BatchNorm2d's default. */
const BATCH_NORM_EPSILON = 1e-5;

/** Converts a MiniFASNet (V2 or V1SE) to ONNX: input `input`, 1×3×80×80 BGR 0–255; output `probabilities`, 1×3.
 * Layers by their names in the weights: minivision-ai/Silent-Face-Anti-Spoofing, src/model_lib/MiniFASNet.py.
 * @param weights - the .pth file. */
export function convertTexture(weights: Uint8Array): Uint8Array {
  return convertTextureWeights(readTorchWeights(weights));
}

/** The same, of weights that are read already; their shapes decide how many channels each layer has. */
export function convertTextureWeights(weights: ReadonlyMap<string, TorchTensor>): Uint8Array {
  return new TextureConverter(weights).convert();
}

interface ConvolutionOptions {
  readonly stride?: number;
  readonly pad?: number;
  readonly groups?: number;
}

class TextureConverter {
  readonly #graph = new OnnxGraph();
  readonly #weights: ReadonlyMap<string, TorchTensor>;

  constructor(weights: ReadonlyMap<string, TorchTensor>) {
    this.#weights = weights;
  }

  convert(): Uint8Array {
    let face = this.#activated('input', 'conv1', { stride: 2, pad: 1 });
    face = this.#activated(face, 'conv2_dw', { pad: 1, groups: this.#channelsOf('conv2_dw.conv') });
    face = this.#depthWise(face, 'conv_23', 2);
    face = this.#residuals(face, 'conv_3', 4);
    face = this.#depthWise(face, 'conv_34', 2);
    face = this.#residuals(face, 'conv_4', 6);
    face = this.#depthWise(face, 'conv_45', 2);
    face = this.#residuals(face, 'conv_5', 2);
    face = this.#activated(face, 'conv_6_sep', {});
    const groups = this.#channelsOf('conv_6_dw.conv');
    face = this.#normalised(face, 'conv_6_dw.conv', 'conv_6_dw.bn', { groups });
    this.#graph.node('Softmax', [this.#classify(face)], { axis: 1 }, 'probabilities');
    return this.#graph.encode(
      { name: 'input', shape: [1, 3, INPUT_SIZE, INPUT_SIZE] },
      { name: 'probabilities', shape: [1, CLASSES] },
    );
  }

  #residuals(input: string, stage: string, count: number): string {
    let face = input;
    for (let index = 0; index < count; index++) {
      const block = `${stage}.model.${index}`;
      const change = this.#squeezeExcite(this.#depthWise(face, block, 1), `${block}.se_module.`);
      face = this.#graph.node('Add', [face, change]);
    }
    return face;
  }

  #depthWise(input: string, block: string, stride: number): string {
    const expanded = this.#activated(input, `${block}.conv`, {});
    const groups = this.#channelsOf(`${block}.conv_dw.conv`);
    const filtered = this.#activated(expanded, `${block}.conv_dw`, { stride, pad: 1, groups });
    return this.#normalised(filtered, `${block}.project.conv`, `${block}.project.bn`, {});
  }

  /** Only the last block of each of V1SE's stages has one. */
  #squeezeExcite(input: string, module: string): string {
    if (!this.#weights.has(`${module}fc1.weight`)) return input;
    const pooled = this.#graph.node('GlobalAveragePool', [input]);
    const squeezed = this.#graph.node('Relu', [this.#normalised(pooled, `${module}fc1`, `${module}bn1`, {})]);
    const gate = this.#graph.node('Sigmoid', [
      this.#normalised(squeezed, `${module}fc2`, `${module}bn2`, {}),
    ]);
    return this.#graph.node('Mul', [input, gate]);
  }

  #activated(input: string, layer: string, options: ConvolutionOptions): string {
    const convolved = this.#normalised(input, `${layer}.conv`, `${layer}.bn`, options);
    const slope = this.#weight(`${layer}.prelu.weight`).values;
    const name = this.#graph.constant(`${layer}.prelu`, [slope.length, 1, 1], slope);
    return this.#graph.node('PRelu', [convolved, name]);
  }

  /** Convolution with the batch normalisation behind it folded in. */
  #normalised(input: string, convolution: string, batchNorm: string, options: ConvolutionOptions): string {
    const { stride = 1, pad = 0, groups = 1 } = options;
    const { shape, values } = this.#weight(`${convolution}.weight`);
    const { gain, offset } = this.#affine(batchNorm);
    const perChannel = values.length / gain.length;
    const folded = values.map((value, index) => value * at(gain, Math.floor(index / perChannel)));
    this.#graph.constant(`${convolution}.w`, shape, folded);
    this.#graph.constant(`${convolution}.b`, [offset.length], Float32Array.from(offset));
    return this.#graph.node('Conv', [input, `${convolution}.w`, `${convolution}.b`], {
      strides: [stride, stride],
      pads: [pad, pad, pad, pad],
      kernel_shape: shape.slice(2),
      group: groups,
    });
  }

  /** The linear layer with its batch normalisation folded in, then the classes' scores. */
  #classify(input: string): string {
    const flat = this.#graph.node('Flatten', [input], { axis: 1 });
    const linear = this.#weight('linear.weight');
    const { gain, offset } = this.#affine('bn');
    const [outputs = 0, inputs = 0] = linear.shape;
    const folded = linear.values.map((value, index) => value * at(gain, Math.floor(index / inputs)));
    this.#graph.constant('lw', [inputs, outputs], transposed(folded, outputs, inputs));
    this.#graph.constant('lb', [outputs], Float32Array.from(offset));
    const features = this.#graph.node('Gemm', [flat, 'lw', 'lb']);
    const prob = this.#weight('prob.weight');
    this.#graph.constant('pw', [outputs, CLASSES], transposed(prob.values, CLASSES, outputs));
    return this.#graph.node('MatMul', [features, 'pw']);
  }

  /** What batch normalisation does to a channel once it is trained: `gain × value + offset`. In doubles, so that it
   * is rounded once, when it is folded. */
  #affine(batchNorm: string): { readonly gain: readonly number[]; readonly offset: readonly number[] } {
    const read = (name: string): Float32Array => this.#weight(`${batchNorm}.${name}`).values;
    const [weight, bias, mean, variance] = [
      read('weight'),
      read('bias'),
      read('running_mean'),
      read('running_var'),
    ];
    const gain = Array.from(
      weight,
      (value, channel) => value / Math.sqrt(at(variance, channel) + BATCH_NORM_EPSILON),
    );
    return { gain, offset: gain.map((value, channel) => at(bias, channel) - at(mean, channel) * value) };
  }

  #channelsOf(convolution: string): number {
    return this.#weight(`${convolution}.weight`).shape[0] ?? 0;
  }

  #weight(name: string): TorchTensor {
    const tensor = this.#weights.get(name);
    if (tensor === undefined) throw new Error(`texture weights: ${name} is missing`);
    return tensor;
  }
}

function transposed(values: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(values, (_, index) =>
    at(values, (index % rows) * columns + Math.floor(index / rows)),
  );
}
