import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const PROTO = fileURLToPath(new URL('./onnx.proto', import.meta.url));
const IR_VERSION = 8;
const OPSET_VERSION = 17;
/** AttributeProto.AttributeType and TensorProto.DataType. */
const ATTRIBUTE = { int: 2, ints: 7 } as const;
const DATA_TYPE = { float32: 1, uint8: 2, int64: 7 } as const;

export type TensorData = Float32Array | Uint8Array | BigInt64Array;
export type Attributes = Readonly<Record<string, number | readonly number[]>>;

/** A graph's input or output, float32. */
export interface GraphValue {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Builds an ONNX model (opset 17), node by node. Every method that adds something returns its name. */
export class OnnxGraph {
  readonly #nodes: object[] = [];
  readonly #initializers: object[] = [];
  #unnamed = 0;

  /** @param values - row-major, little-endian as on every platform that Node runs on. */
  constant(name: string, dims: readonly number[], values: TensorData): string {
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#initializers.push({ dims, dataType: dataTypeOf(values), name, rawData });
    return name;
  }

  /** @param output - name of the node and of its one output; `t0`, `t1`, … where it is left out. */
  node(opType: string, input: readonly string[], attributes: Attributes = {}, output?: string): string {
    const name = output ?? `t${this.#unnamed++}`;
    const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
    this.#nodes.push({ opType, name, input, output: [name], attribute });
    return name;
  }

  encode(input: GraphValue, output: GraphValue): Uint8Array {
    const model = protobuf.loadSync(PROTO).lookupType('onnx.ModelProto');
    const graph = {
      node: this.#nodes,
      name: 'g',
      initializer: this.#initializers,
      input: [valueInfo(input)],
      output: [valueInfo(output)],
    };
    const opsetImport = [{ domain: '', version: OPSET_VERSION }];
    return model
      .encode(model.create({ irVersion: IR_VERSION, producerName: 'proto', graph, opsetImport }))
      .finish();
  }
}

function dataTypeOf(values: TensorData): number {
  if (values instanceof Float32Array) return DATA_TYPE.float32;
  return values instanceof Uint8Array ? DATA_TYPE.uint8 : DATA_TYPE.int64;
}

function attributeOf(name: string, value: number | readonly number[]): object {
  return typeof value === 'number'
    ? { name, i: value, type: ATTRIBUTE.int }
    : { name, ints: value, type: ATTRIBUTE.ints };
}

function valueInfo({ name, shape }: GraphValue): object {
  const dim = shape.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: DATA_TYPE.float32, shape: { dim } } } };
}
