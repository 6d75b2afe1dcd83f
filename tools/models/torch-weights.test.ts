import { describe, expect, it } from 'vitest';
import { readTorchWeights } from './torch-weights.js';

/** Assembles pickles and storages by hand, opcode by opcode, as PyTorch 1.0 wrote them. */
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const unicode = (text: string): number[] => [...ascii('X'), text.length, 0, 0, 0, ...ascii(text)];
const small = (value: number): number[] => [...ascii('K'), value];
const tuple = (...items: readonly number[][]): number[] => [...ascii('('), ...items.flat(), ...ascii('t')];
const global = (name: string): number[] => ascii(`c${name.replace(' ', '\n')}\n`);
const call = (name: string, args: readonly number[]): number[] => [...global(name), ...args, ...ascii('R')];
const pickle = (...body: readonly number[][]): number[] => [0x80, 2, ...body.flat(), ...ascii('.')];

const MAGIC = pickle([0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]);
const VERSION = pickle([...ascii('M'), 0xe9, 0x03]);
const SYSTEM = pickle(ascii('}'), unicode('little_endian'), [0x88], ascii('s'));

interface TensorSketch {
  readonly name: string;
  readonly storage: string;
  readonly type?: string;
  readonly offset?: number;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
}

function tensor({ storage, type = 'torch FloatStorage', offset = 0, shape, stride }: TensorSketch): number[] {
  const id = tuple(
    unicode('storage'),
    global(type),
    unicode(storage),
    unicode('cuda:0'),
    small(9),
    ascii('N'),
  );
  const emptyDict = call('collections OrderedDict', ascii(')'));
  const args = tuple(
    [...id, ...ascii('Q')],
    small(offset),
    tuple(...shape.map(small)),
    tuple(...stride.map(small)),
    [0x89],
    emptyDict,
  );
  return call('torch._utils _rebuild_tensor_v2', args);
}

function storage(values: Float32Array | BigInt64Array): number[] {
  const length = new Uint8Array(BigInt64Array.of(BigInt(values.length)).buffer);
  return [...length, ...new Uint8Array(values.buffer)];
}

function torchFile(
  tensors: readonly TensorSketch[],
  storages: Readonly<Record<string, Float32Array | BigInt64Array>>,
): Uint8Array {
  const items = tensors.flatMap((sketch) => [...unicode(sketch.name), ...tensor(sketch)]);
  const stateDict = pickle(call('collections OrderedDict', ascii(')')), ascii('('), items, ascii('u'));
  const keys = pickle(ascii(']'), ascii('('), ...Object.keys(storages).map(unicode), ascii('e'));
  return Uint8Array.from(
    [MAGIC, VERSION, SYSTEM, stateDict, keys, ...Object.values(storages).map(storage)].flat(),
  );
}

const WEIGHT: TensorSketch = {
  name: 'module.conv.weight',
  storage: '11',
  offset: 1,
  shape: [2, 2],
  stride: [2, 1],
};

describe('readTorchWeights', () => {
  it('reads float tensors at their offset in a shared storage and leaves counters out', () => {
    const file = torchFile(
      [
        WEIGHT,
        { ...WEIGHT, name: 'module.se_module.bias', offset: 0, shape: [1], stride: [1] },
        {
          name: 'module.bn.num_batches_tracked',
          storage: '12',
          type: 'torch LongStorage',
          shape: [],
          stride: [],
        },
      ],
      { '12': BigInt64Array.of(3n), '11': Float32Array.of(9, 1, 2, 3, 4) },
    );
    const weights = readTorchWeights(file);
    expect([...weights.keys()]).toEqual(['conv.weight', 'se_module.bias']);
    expect(weights.get('conv.weight')?.shape).toEqual([2, 2]);
    expect([...(weights.get('conv.weight')?.values ?? [])]).toEqual([1, 2, 3, 4]);
    expect([...(weights.get('se_module.bias')?.values ?? [])]).toEqual([9]);
  });

  it('refuses a transposed tensor instead of reading it in the wrong order', () => {
    const file = torchFile([{ ...WEIGHT, stride: [1, 2] }], { '11': new Float32Array(5) });
    expect(() => readTorchWeights(file)).toThrow('conv.weight is not row-major');
  });

  it('refuses a tensor that reaches beyond its storage', () => {
    const file = torchFile([WEIGHT], { '11': new Float32Array(4) });
    expect(() => readTorchWeights(file)).toThrow('conv.weight lies outside its storage');
  });

  it('refuses a truncated file at every length', () => {
    const file = torchFile([WEIGHT], { '11': new Float32Array(5) });
    for (let length = 0; length < file.length; length++) {
      expect(() => readTorchWeights(file.subarray(0, length))).toThrow();
    }
  });

  it('refuses a file of the newer zip format', () => {
    expect(() => readTorchWeights(Uint8Array.from(ascii('PK\x03\x04 and so on')))).toThrow(
      'unknown opcode 80',
    );
  });

  it('does not run what a hostile pickle calls', () => {
    const evil = pickle(
      ascii('}'),
      unicode('x'),
      call('os system', tuple(unicode('touch pwned'))),
      ascii('s'),
    );
    const file = Uint8Array.from([MAGIC, VERSION, SYSTEM, evil, pickle(ascii(']'))].flat());
    expect(() => readTorchWeights(file)).toThrow('x is not a tensor');
  });
});
