import { type PickleValue, unpickle } from './pickle.js';

/** Row-major float32. */
export interface TorchTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn;
const PROTOCOL_VERSION = 1001;
const BYTES_PER_ITEM: Readonly<Record<string, number>> = { 'torch FloatStorage': 4, 'torch LongStorage': 8 };

/** Where a tensor lies in its storage. */
interface TensorRecord {
  readonly name: string;
  readonly storageType: string;
  readonly storageKey: string;
  /** In items. */
  readonly offset: number;
  readonly shape: readonly number[];
}

/** Reads the float tensors of a state dict in PyTorch's legacy format, before 1.6 (torch/serialization.py, _legacy_load):
 * magic number, protocol version, system, the state dict and the list of storage keys, each a pickle; then each
 * storage's length and raw items. The prefix `module.` of data-parallel training is dropped.
 * @throws Error when the file is of another format; RangeError when it is truncated. */
export function readTorchWeights(file: Uint8Array): ReadonlyMap<string, TorchTensor> {
  const [magic, version, , stateDict, keys] = readPickles(file, 5);
  if (magic?.value !== MAGIC_NUMBER || version?.value !== PROTOCOL_VERSION) {
    throw new Error('torch weights: not a file of the legacy format');
  }
  const records = tensorRecords(stateDict?.value ?? null);
  const storages = readStorages(file, keys?.end ?? 0, keys?.value ?? null, records);
  const floats = records.filter(({ storageType }) => storageType === 'torch FloatStorage');
  return new Map(floats.map((record) => [record.name, tensorOf(record, storages)]));
}

function readPickles(file: Uint8Array, count: number): ReturnType<typeof unpickle>[] {
  const pickles: ReturnType<typeof unpickle>[] = [];
  for (let index = 0; index < count; index++) pickles.push(unpickle(file, pickles.at(-1)?.end ?? 0));
  return pickles;
}

function tensorRecords(stateDict: PickleValue): readonly TensorRecord[] {
  if (!(stateDict instanceof Map)) throw new Error('torch weights: the state dict is not a dictionary');
  return [...stateDict].map(([name, tensor]) => tensorRecord(String(name).replace(/^module\./, ''), tensor));
}

/** `_rebuild_tensor_v2(storage, offset, shape, stride, …)`, where storage is `('storage', type, key, device, items, …)`. */
function tensorRecord(name: string, tensor: PickleValue): TensorRecord {
  const args = kindOf(tensor, 'call')?.args;
  const [storage, offset, shape, stride] = Array.isArray(args) ? args : [];
  const id = kindOf(storage, 'reference')?.id;
  const [, type, key] = Array.isArray(id) ? id : [];
  const storageType = kindOf(type, 'global')?.name;
  if (storageType === undefined || typeof key !== 'string' || typeof offset !== 'number') {
    throw new Error(`torch weights: ${name} is not a tensor`);
  }
  const sizes = numbers(shape);
  if (numbers(stride).join() !== rowMajorStride(sizes).join())
    throw new Error(`torch weights: ${name} is not row-major`);
  return { name, storageType, storageKey: key, offset, shape: sizes };
}

function readStorages(
  file: Uint8Array,
  start: number,
  keys: PickleValue,
  records: readonly TensorRecord[],
): ReadonlyMap<string, Uint8Array> {
  const types = new Map(records.map(({ storageKey, storageType }) => [storageKey, storageType]));
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const storages = new Map<string, Uint8Array>();
  let offset = start;
  for (const key of Array.isArray(keys) ? keys.map(String) : []) {
    const type = types.get(key) ?? 'an unused storage';
    const itemBytes = BYTES_PER_ITEM[type];
    if (itemBytes === undefined) throw new Error(`torch weights: cannot read ${type}`);
    const length = Number(view.getBigInt64(offset, true)) * itemBytes;
    offset += 8;
    if (offset + length > file.length) throw new RangeError('torch weights: truncated storage');
    storages.set(key, file.subarray(offset, offset + length));
    offset += length;
  }
  return storages;
}

function tensorOf(
  { name, storageKey, offset, shape }: TensorRecord,
  storages: ReadonlyMap<string, Uint8Array>,
): TorchTensor {
  const length = shape.reduce((product, size) => product * size, 1);
  const raw = storages.get(storageKey)?.subarray(4 * offset, 4 * (offset + length));
  if (raw?.length !== 4 * length) throw new RangeError(`torch weights: ${name} lies outside its storage`);
  // A copy: storages lie unaligned in the file.
  return { shape, values: new Float32Array(new Uint8Array(raw).buffer) };
}

function rowMajorStride(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

function numbers(value: PickleValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

function kindOf<Kind extends 'global' | 'call' | 'reference'>(
  value: PickleValue | undefined,
  kind: Kind,
): Extract<PickleValue, { readonly kind: Kind }> | undefined {
  const tagged = value !== null && typeof value === 'object' && 'kind' in value ? value : undefined;
  // The kind was compared just now; TypeScript cannot tie it to the parameter.
  return tagged?.kind === kind ? (tagged as Extract<PickleValue, { readonly kind: Kind }>) : undefined;
}
