import { FlatTable } from './flatbuffer-reader.js';
import {
  bytes,
  type FlatNode,
  float32s,
  int32,
  int32s,
  nodes,
  table,
  text,
  uint8,
  uint32,
  writeFlatBuffer,
} from './flatbuffer-writer.js';

/** Edits a TensorFlow Lite model. Field numbers: tensorflow/lite/schema/schema.fbs; of the metadata:
 * tflite-support metadata_schema.fbs. */

const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
};
const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 };
const MODEL_IDENTIFIER = 'TFL3';
const METADATA_IDENTIFIER = 'M001';
const METADATA_NAME = 'TFLITE_METADATA';
/** ColorSpaceType.RGB, ContentProperties.ImageProperties, ProcessUnitOptions.NormalizationOptions. */
const COLOUR_SPACE_RGB = 1;
const CONTENT_IMAGE = 2;
const PROCESS_NORMALIZATION = 1;

export type TensorType = 'float32' | 'int32';
const TENSOR_TYPE: Readonly<Record<TensorType, number>> = { float32: 0, int32: 2 };

export type Operator = 'concatenation' | 'gather';
/** BuiltinOperator, BuiltinOptions (ConcatenationOptions, GatherOptions). */
const OPERATOR = { concatenation: { code: 2, options: 10 }, gather: { code: 36, options: 23 } } as const;

/** How a pixel becomes a float of the input tensor: (value − mean) / std, value 0–255. */
export interface Normalisation {
  readonly mean: number;
  readonly std: number;
}

/** A model that is read, added to, and written with a new root in front of the old bytes. */
export class TfliteModel {
  readonly #old: Uint8Array;
  readonly #model: FlatTable;
  readonly #subgraph: FlatTable;
  readonly #operatorCodes: FlatNode[];
  readonly #buffers: FlatNode[];
  readonly #metadata: FlatNode[];
  readonly #tensors: FlatNode[];
  readonly #operators: FlatNode[];
  #outputs: readonly number[];
  #graphChanged = false;

  /** @throws Error when the model has no graph. */
  constructor(model: Uint8Array) {
    this.#old = model;
    this.#model = FlatTable.root(model);
    const [subgraph] = this.#model.tables(MODEL.subgraphs);
    if (subgraph === undefined) throw new Error('TensorFlow Lite model without a graph');
    this.#subgraph = subgraph;
    this.#operatorCodes = existing(this.#model.tables(MODEL.operatorCodes));
    this.#buffers = existing(this.#model.tables(MODEL.buffers));
    this.#metadata = existing(this.#model.tables(MODEL.metadata));
    this.#tensors = existing(subgraph.tables(SUBGRAPH.tensors));
    this.#operators = existing(subgraph.tables(SUBGRAPH.operators));
    this.#outputs = subgraph.int32s(SUBGRAPH.outputs);
  }

  /** Tensor indices, in the model's order. */
  get outputs(): readonly number[] {
    return this.#outputs;
  }

  set outputs(tensors: readonly number[]) {
    this.#outputs = tensors;
    this.#graphChanged = true;
  }

  /** @returns the operator code's index. */
  addOperatorCode(operator: Operator): number {
    const { code } = OPERATOR[operator];
    return this.#operatorCodes.push(table(uint8(code), null, int32(1), int32(code))) - 1;
  }

  /** @returns the tensor's index. `buffer` 0 is the empty one: the tensor is computed. */
  addTensor(name: string, shape: readonly number[], type: TensorType, buffer = 0): number {
    return this.#tensors.push(table(int32s(shape), uint8(TENSOR_TYPE[type]), uint32(buffer), text(name))) - 1;
  }

  /** @returns the buffer's index. */
  addBuffer(content: Uint8Array): number {
    return this.#buffers.push(table(bytes(content))) - 1;
  }

  addOperator(
    operator: Operator,
    code: number,
    inputs: readonly number[],
    output: number,
    options: FlatNode,
  ): void {
    const type = uint8(OPERATOR[operator].options);
    this.#operators.push(table(uint32(code), int32s(inputs), int32s([output]), type, options));
    this.#graphChanged = true;
  }

  /** States how pixels become inputs: MediaPipe's tasks refuse a float model that does not say. */
  addNormalisation(normalisation: Normalisation): void {
    const buffer = this.addBuffer(normalisationMetadata(normalisation));
    this.#metadata.push(table(text(METADATA_NAME), uint32(buffer)));
  }

  encode(): Uint8Array {
    const root = table(
      uint32(this.#model.uint32(MODEL.version)),
      nodes(this.#operatorCodes),
      nodes([this.#graphChanged ? this.#newSubgraph() : this.#subgraph.asExisting()]),
      this.#model.existing(MODEL.description),
      nodes(this.#buffers),
      this.#model.existing(MODEL.metadataBuffer),
      nodes(this.#metadata),
    );
    return writeFlatBuffer(root, MODEL_IDENTIFIER, this.#old);
  }

  #newSubgraph(): FlatNode {
    return table(
      nodes(this.#tensors),
      int32s(this.#subgraph.int32s(SUBGRAPH.inputs)),
      int32s(this.#outputs),
      nodes(this.#operators),
      this.#subgraph.existing(SUBGRAPH.name),
    );
  }
}

/** ModelMetadata → SubGraphMetadata → the input's TensorMetadata: an RGB image with NormalizationOptions. */
function normalisationMetadata({ mean, std }: Normalisation): Uint8Array {
  const imageProperties = table(uint8(COLOUR_SPACE_RGB), null);
  const content = table(uint8(CONTENT_IMAGE), imageProperties);
  const normalizationUnit = table(uint8(PROCESS_NORMALIZATION), table(float32s([mean]), float32s([std])));
  const input = table(text('image'), null, null, content, nodes([normalizationUnit]));
  const subgraph = table(null, null, nodes([input]));
  return writeFlatBuffer(table(text('face'), null, null, nodes([subgraph])), METADATA_IDENTIFIER);
}

function existing(tables: readonly FlatTable[]): FlatNode[] {
  return tables.map((entry) => entry.asExisting());
}
