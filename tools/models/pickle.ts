/** Reads Python pickles of protocol 2, as far as PyTorch's legacy files need (opcodes: CPython's Lib/pickletools.py).
 * Nothing that a pickle names is ever run: a global stays a name, a call stays a record of itself. */

export type PickleValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | PickleValue[]
  | Map<PickleValue, PickleValue>
  | PickleGlobal
  | PickleCall
  | PickleReference;

/** Something that Python would import, as `module name`. */
export interface PickleGlobal {
  readonly kind: 'global';
  readonly name: string;
}

/** A call that Python would make. */
export interface PickleCall {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: PickleValue;
}

/** Something that is kept outside the pickle (a persistent id). */
export interface PickleReference {
  readonly kind: 'reference';
  readonly id: PickleValue;
}

export interface Unpickled {
  readonly value: PickleValue;
  /** Offset of the first byte behind the pickle. */
  readonly end: number;
}

/** @throws Error on an opcode that is not known here; RangeError on a truncated file. */
export function unpickle(file: Uint8Array, offset: number): Unpickled {
  const machine = new Machine(file, offset);
  for (;;) {
    const opcode = machine.byte();
    if (opcode === STOP) return { value: machine.pop(), end: machine.offset };
    const operation = OPERATIONS.get(opcode);
    if (operation === undefined) throw new Error(`pickle: unknown opcode ${opcode} at ${machine.offset - 1}`);
    operation(machine);
  }
}

class Machine {
  readonly #file: Uint8Array;
  readonly #view: DataView;
  readonly #marks: number[] = [];
  readonly #stack: PickleValue[] = [];
  readonly #memo = new Map<number, PickleValue>();
  offset: number;

  constructor(file: Uint8Array, offset: number) {
    this.#file = file;
    this.#view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.offset = offset;
  }

  byte(): number {
    return this.#view.getUint8(this.offset++);
  }

  uint16(): number {
    this.offset += 2;
    return this.#view.getUint16(this.offset - 2, true);
  }

  int32(): number {
    this.offset += 4;
    return this.#view.getInt32(this.offset - 4, true);
  }

  text(length: number): string {
    this.offset += length;
    if (length < 0 || this.offset > this.#file.length) throw new RangeError('pickle: truncated text');
    return new TextDecoder().decode(this.#file.subarray(this.offset - length, this.offset));
  }

  line(): string {
    const end = this.#file.indexOf(LINE_FEED, this.offset);
    if (end < 0) throw new RangeError('pickle: truncated line');
    const text = this.text(end - this.offset);
    this.offset += 1;
    return text;
  }

  push(value: PickleValue): void {
    this.#stack.push(value);
  }

  pop(): PickleValue {
    const value = this.#stack.pop();
    if (value === undefined) throw new RangeError('pickle: empty stack');
    return value;
  }

  peek(): PickleValue {
    const value = this.pop();
    this.push(value);
    return value;
  }

  mark(): void {
    this.#marks.push(this.#stack.length);
  }

  popToMark(): PickleValue[] {
    return this.#stack.splice(this.#marks.pop() ?? 0);
  }

  remember(slot: number): void {
    this.#memo.set(slot, this.peek());
  }

  recall(slot: number): void {
    const value = this.#memo.get(slot);
    if (value === undefined) throw new RangeError(`pickle: nothing remembered as ${slot}`);
    this.push(value);
  }
}

const STOP = code('.');
const LINE_FEED = 0x0a;
const ORDERED_DICT = 'collections OrderedDict';

const OPERATIONS: ReadonlyMap<number, (machine: Machine) => void> = new Map([
  [0x80, (machine) => void machine.byte()], // PROTO
  [code('N'), (machine) => machine.push(null)],
  [0x88, (machine) => machine.push(true)],
  [0x89, (machine) => machine.push(false)],
  [code('K'), (machine) => machine.push(machine.byte())],
  [code('M'), (machine) => machine.push(machine.uint16())],
  [code('J'), (machine) => machine.push(machine.int32())],
  [0x8a, (machine) => machine.push(long(machine))],
  [code('X'), (machine) => machine.push(machine.text(machine.int32()))],
  [code('c'), (machine) => machine.push({ kind: 'global', name: `${machine.line()} ${machine.line()}` })],
  [code('}'), (machine) => machine.push(new Map())],
  [code(']'), (machine) => machine.push([])],
  [code(')'), (machine) => machine.push([])],
  [code('('), (machine) => machine.mark()],
  [code('t'), (machine) => machine.push(machine.popToMark())],
  [0x85, (machine) => machine.push([machine.pop()])],
  [0x86, (machine) => machine.push([machine.pop(), machine.pop()].reverse())],
  [code('e'), (machine) => append(machine, machine.popToMark())],
  [code('s'), (machine) => setItems(machine, [machine.pop(), machine.pop()].reverse())],
  [code('u'), (machine) => setItems(machine, machine.popToMark())],
  [code('q'), (machine) => machine.remember(machine.byte())],
  [code('r'), (machine) => machine.remember(machine.int32())],
  [code('h'), (machine) => machine.recall(machine.byte())],
  [code('j'), (machine) => machine.recall(machine.int32())],
  [code('R'), (machine) => reduce(machine, machine.pop())],
  [code('b'), (machine) => void machine.pop()], // BUILD: attributes of the object, not wanted here
  [code('Q'), (machine) => machine.push({ kind: 'reference', id: machine.pop() })],
] satisfies [number, (machine: Machine) => void][]);

function code(character: string): number {
  return character.charCodeAt(0);
}

/** LONG1: little-endian, two's complement. */
function long(machine: Machine): bigint {
  const length = machine.byte();
  let value = 0n;
  for (let index = 0; index < length; index++) value |= BigInt(machine.byte()) << BigInt(8 * index);
  return BigInt.asIntN(8 * length, value);
}

function append(machine: Machine, items: readonly PickleValue[]): void {
  const list = machine.peek();
  if (!Array.isArray(list)) throw new Error('pickle: items for something that is not a list');
  list.push(...items);
}

function setItems(machine: Machine, pairs: readonly PickleValue[]): void {
  const dict = machine.peek();
  if (!(dict instanceof Map)) throw new Error('pickle: items for something that is not a dictionary');
  for (let index = 0; index + 1 < pairs.length; index += 2)
    dict.set(pairs[index] ?? null, pairs[index + 1] ?? null);
}

function reduce(machine: Machine, args: PickleValue): void {
  const callee = machine.pop();
  const name =
    callee !== null && typeof callee === 'object' && 'kind' in callee && callee.kind === 'global'
      ? callee.name
      : null;
  if (name === null) throw new Error('pickle: a call of something that is not a global');
  machine.push(name === ORDERED_DICT ? new Map() : { kind: 'call', callee: name, args });
}
