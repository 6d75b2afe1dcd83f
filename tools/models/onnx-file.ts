import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import { CardError } from './card.js';
import type { ModelEntry } from './manifest.js';

const PROTO = fileURLToPath(new URL('./onnx.proto', import.meta.url));
const FLOAT32 = 1;

interface Tensor {
  readonly name?: string;
  readonly dataType?: number;
  readonly rawData?: Uint8Array;
  readonly floatData?: readonly number[];
  readonly dataLocation?: number;
}

interface Value {
  readonly name: string;
  readonly type?: {
    readonly tensorType?: {
      readonly elemType?: number;
      readonly shape?: { readonly dim?: readonly { readonly dimValue?: number }[] };
    };
  };
}

interface Graph {
  readonly node?: readonly { readonly attribute?: readonly { readonly t?: Tensor }[] }[];
  readonly initializer?: readonly Tensor[];
  readonly input?: readonly Value[];
  readonly output?: readonly Value[];
}

/** What a model is said to take and to give: by its card, or by the manifest. */
export interface Described {
  readonly input: { readonly name: string; readonly sidePx: number };
  readonly output: { readonly name: string; readonly dim: number };
}

export function describedBy({ input, output }: Pick<ModelEntry, 'input' | 'output'>): Described {
  return {
    input: { name: input.name, sidePx: input.width },
    output: { name: output.name, dim: output.shape.at(-1) ?? 0 },
  };
}

/** Whether the file is the model that is described.
 * @throws {@link CardError} naming the field of the card, or `weights`, that does not fit. */
export function checkOnnx(bytes: Uint8Array, { input, output }: Described): void {
  const graph = readGraph(bytes);
  const weights = new Set(graph.initializer?.map(({ name }) => name));
  const inputs = (graph.input ?? []).filter(({ name }) => !weights.has(name));
  const fed = named('input.name', inputs, input.name);
  if (inputs.length > 1)
    throw new CardError('input.name', `the model wants ${inputs.length} inputs, not one`);
  const { sidePx } = input;
  expectShape('input.sidePx', fed, [1, 3, sidePx, sidePx]);
  expectShape('output.dim', named('output.name', graph.output ?? [], output.name), [1, output.dim]);
  checkWeights(graph);
}

function readGraph(bytes: Uint8Array): Graph {
  const type = protobuf.loadSync(PROTO).lookupType('onnx.ModelProto');
  try {
    const { graph } = type.toObject(type.decode(bytes), { longs: Number }) as { readonly graph?: Graph };
    if (graph?.input !== undefined) return graph;
  } catch {
    // Falls through: whatever the decoder stumbled over, it is no such file.
  }
  throw new CardError('the model', 'is not an ONNX file');
}

function named(field: string, values: readonly Value[], name: string): Value {
  const found = values.find((value) => value.name === name);
  if (found !== undefined) return found;
  throw new CardError(field, `the model has ${values.map((value) => value.name).join(', ')}, not ${name}`);
}

/** Sizes that the file leaves open fit anything: the self-test finds out. */
function expectShape(field: string, { type }: Value, expected: readonly number[]): void {
  if (type?.tensorType?.elemType !== FLOAT32)
    throw new CardError(field, 'the model wants another type than float32');
  const dims = type.tensorType.shape?.dim?.map(({ dimValue }) => dimValue);
  if (dims === undefined) return;
  const fits = dims.length === expected.length && dims.every((dim, axis) => !dim || dim === expected[axis]);
  if (fits) return;
  const found = dims.map((dim) => dim || '?').join(' × ');
  throw new CardError(field, `the model has ${found}, the card says ${expected.join(' × ')}`);
}

function checkWeights({ initializer = [], node = [] }: Graph): void {
  const constants = node.flatMap(({ attribute = [] }) => attribute.flatMap(({ t }) => t ?? []));
  for (const tensor of [...initializer, ...constants]) {
    if (tensor.dataLocation) throw new CardError('weights', `${tensor.name} lies in another file`);
    if (tensor.dataType === FLOAT32 && !floatsOf(tensor).every(Number.isFinite))
      throw new CardError('weights', `${tensor.name} holds NaN or an infinite number`);
  }
}

function floatsOf({ rawData, floatData = [] }: Tensor): Float32Array {
  if (rawData === undefined || rawData.length === 0) return Float32Array.from(floatData);
  // A copy: the bytes lie unaligned in the file.
  return new Float32Array(Uint8Array.from(rawData).buffer, 0, Math.floor(rawData.length / 4));
}
