import { at } from './at.js';
import { OnnxGraph } from './onnx-graph.js';
import { readTfjsWeights, type Weight } from './tfjs-weights.js';

/** Width and height of the aligned face that goes in. */
const INPUT_SIZE = 150;
const DIMENSIONS = 128;
/** dlib's means of red, green and blue (face_recognition_resnet_model_v1). */
const MEAN_RGB = [122.782, 117.001, 104.298];

/** The residual blocks in order; a `_down` block halves the picture. */
const BLOCKS = [
  ['conv32_1', 'conv32_2', 'conv32_3'],
  ['conv64_down', 'conv64_1', 'conv64_2', 'conv64_3'],
  ['conv128_down', 'conv128_1', 'conv128_2'],
  ['conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'],
].flat();

/** Converts dlib's face recognition ResNet, as @vladmandic/face-api ships it, to ONNX: input `input`, 1×3×150×150
 * RGB 0–255; output `embedding`, 1×128, not normalised.
 * @param weights - face_recognition_model.bin.
 * @param weightsManifest - face_recognition_model-weights_manifest.json. */
export function convertEmbedding(weights: Uint8Array, weightsManifest: Uint8Array): Uint8Array {
  return new EmbeddingConverter(readTfjsWeights(weightsManifest, weights)).convert();
}

/** What flows from layer to layer. */
interface Activation {
  readonly name: string;
  readonly channels: number;
  /** Width and height. */
  readonly size: number;
}

class EmbeddingConverter {
  readonly #graph = new OnnxGraph();
  readonly #weights: ReadonlyMap<string, Weight>;

  constructor(weights: ReadonlyMap<string, Weight>) {
    this.#weights = weights;
  }

  convert(): Uint8Array {
    let face = this.#stem();
    for (const block of BLOCKS)
      face = block.includes('_down') ? this.#downBlock(face, block) : this.#block(face, block);
    const pooled = this.#graph.node('Flatten', [this.#graph.node('GlobalAveragePool', [face.name])], {
      axis: 1,
    });
    const fc = this.#weight('fc');
    this.#graph.node('MatMul', [pooled, this.#graph.constant('fc', fc.shape, fc.values)], {}, 'embedding');
    return this.#graph.encode(
      { name: 'input', shape: [1, 3, INPUT_SIZE, INPUT_SIZE] },
      { name: 'embedding', shape: [1, DIMENSIONS] },
    );
  }

  #stem(): Activation {
    const graph = this.#graph;
    graph.constant('mean', [1, 3, 1, 1], Float32Array.from(MEAN_RGB));
    graph.constant('div', [1], Float32Array.of(255));
    const input = graph.node('Div', [graph.node('Sub', ['input', 'mean']), 'div']);
    const convolved = this.#convolve({ name: input, channels: 3, size: INPUT_SIZE }, 'conv32_down', 2, 0);
    const name = graph.node('MaxPool', [this.#relu(convolved).name], {
      kernel_shape: [3, 3],
      strides: [2, 2],
    });
    return { name, channels: convolved.channels, size: sizeAfter(convolved.size, 3, 2, 0) };
  }

  #block(input: Activation, block: string): Activation {
    const inner = this.#relu(this.#convolve(input, `${block}/conv1`, 1, 1));
    const residual = this.#convolve(inner, `${block}/conv2`, 1, 1);
    return this.#relu({ ...input, name: this.#graph.node('Add', [residual.name, input.name]) });
  }

  #downBlock(input: Activation, block: string): Activation {
    const inner = this.#relu(this.#convolve(input, `${block}/conv1`, 2, 0));
    let residual = this.#convolve(inner, `${block}/conv2`, 1, 1);
    const name = this.#graph.node('AveragePool', [input.name], { kernel_shape: [2, 2], strides: [2, 2] });
    let shortcut: Activation = { name, channels: input.channels, size: sizeAfter(input.size, 2, 2, 0) };
    // A valid 3×3 convolution leaves one row and column fewer than the pooling of an even picture does.
    residual = this.#padEnd(residual, { ...residual, size: shortcut.size }, `${block}.pp`);
    shortcut = this.#padEnd(shortcut, { ...shortcut, channels: residual.channels }, `${block}.pc`);
    return this.#relu({ ...residual, name: this.#graph.node('Add', [shortcut.name, residual.name]) });
  }

  /** Fills up with zeros at the end of the channels, rows and columns. */
  #padEnd(input: Activation, wanted: Activation, padsName: string): Activation {
    const channels = wanted.channels - input.channels;
    const size = wanted.size - input.size;
    if (channels === 0 && size === 0) return input;
    const pads = BigInt64Array.from([0, 0, 0, 0, 0, channels, size, size].map(BigInt));
    return {
      ...wanted,
      name: this.#graph.node('Pad', [input.name, this.#graph.constant(padsName, [8], pads)]),
    };
  }

  #relu(input: Activation): Activation {
    return { ...input, name: this.#graph.node('Relu', [input.name]) };
  }

  /** Convolution, then dlib's affine layer, folded into the weights' scale and the bias. */
  #convolve(input: Activation, layer: string, stride: number, pad: number): Activation {
    const filters = this.#weight(`${layer}/conv/filters`);
    const gain = this.#weight(`${layer}/scale/weights`).values;
    const offset = this.#weight(`${layer}/scale/biases`).values;
    const bias = this.#weight(`${layer}/conv/bias`).values.map(
      (value, channel) => value * at(gain, channel) + at(offset, channel),
    );
    const weights = this.#filters(`${layer}.w`, filters, gain);
    this.#graph.constant(`${layer}.b`, [bias.length], bias);
    const kernel = at(filters.shape, 0);
    const name = this.#graph.node('Conv', [input.name, weights, `${layer}.b`], {
      strides: [stride, stride],
      pads: [pad, pad, pad, pad],
      kernel_shape: [kernel, kernel],
    });
    return { name, channels: bias.length, size: sizeAfter(input.size, kernel, stride, pad) };
  }

  /** The convolution's weights, times the gain of their output channel. TensorFlow.js's `scale × q + min` is ONNX's
   * `scale × (q − zeroPoint)`: −min/scale is an integer in every tensor here, so what is uint8 stays uint8. */
  #filters(name: string, { shape, values, quantised }: Weight, gain: Float32Array<ArrayBuffer>): string {
    const [height, width, inputs, outputs] = shape as [number, number, number, number];
    const dims = [outputs, inputs, height, width];
    if (quantised === null) {
      const scaled = values.map((value, index) => value * at(gain, index % outputs));
      return this.#graph.constant(name, dims, outputFirst(scaled, shape));
    }
    const zeroPoint = Math.round(-quantised.min / quantised.scale);
    this.#graph.constant(`${name}q`, dims, outputFirst(quantised.bytes, shape));
    this.#graph.constant(
      `${name}s`,
      [outputs],
      gain.map((value) => value * quantised.scale),
    );
    this.#graph.constant(`${name}z`, [outputs], new Uint8Array(outputs).fill(zeroPoint));
    return this.#graph.node('DequantizeLinear', [`${name}q`, `${name}s`, `${name}z`], { axis: 0 }, name);
  }

  #weight(name: string): Weight {
    const tensor = this.#weights.get(name);
    if (tensor === undefined) throw new Error(`embedding weights: ${name} is missing`);
    return tensor;
  }
}

/** height × width × in × out, as TensorFlow has it, to out × in × height × width, as ONNX does. */
function outputFirst<Values extends Float32Array | Uint8Array>(
  values: Values,
  shape: readonly number[],
): Values {
  const [height, width, inputs, outputs] = shape as [number, number, number, number];
  const area = height * width;
  const turned = values.slice();
  let index = 0;
  for (let output = 0; output < outputs; output++) {
    for (let input = 0; input < inputs; input++) {
      for (let position = 0; position < area; position++) {
        turned[index++] = at(values, (position * inputs + input) * outputs + output);
      }
    }
  }
  // `slice` keeps the kind of array, which its type does not say.
  return turned as Values;
}

function sizeAfter(size: number, kernel: number, stride: number, pad: number): number {
  return Math.floor((size + 2 * pad - kernel) / stride) + 1;
}
