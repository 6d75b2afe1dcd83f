import { CODE_OF_ZERO, type Quantised, quantise } from './quantise.js';

/** WebAssembly's page, bytes. */
const PAGE_BYTES = 65_536;
/** All that 32-bit addresses reach; taken from the system only as it grows. */
const MAX_PAGES = 65_536;
/** Of each thread that scans: its probe and what it finds. */
export const SCRATCH_BYTES = 16_384;
/** Threads that may scan at once. */
export const MAX_SCRATCHES = 64;
/** The kernel reads so many components at a time: four from each 16-bit lane of a vector. */
const STEP = 32;
const LANES = 8;
const STEP_BYTES = STEP / 2;
/** Scale and residual, and the next row begins at a multiple of 16. */
const TAIL_BYTES = 16;
/** The memory grows by this share, without being copied. */
const GROWTH = 8;

/** Where the rows of a block are; what a thread needs besides the memory. */
export interface RowLayout {
  /** Of a row's components, two in each byte, up to a multiple of {@link STEP} components. */
  readonly codeBytes: number;
  readonly strideBytes: number;
  /** Of the first row. */
  readonly startByte: number;
}

/** Templates in four bits for each component, with the scale and the length of what the rounding left out, in one block of memory
 * without gaps, which threads can share. */
export class QuantisedRows {
  readonly memory: WebAssembly.Memory;
  readonly layout: RowLayout;
  #rows = 0;
  #bytes: Uint8Array;
  #floats: Float32Array;

  constructor(dim: number) {
    const codeBytes = Math.ceil(dim / STEP) * STEP_BYTES;
    const startByte = SCRATCH_BYTES * MAX_SCRATCHES;
    this.layout = { codeBytes, strideBytes: codeBytes + TAIL_BYTES, startByte };
    const initial = Math.ceil(startByte / PAGE_BYTES);
    this.memory = new WebAssembly.Memory({ initial, maximum: MAX_PAGES, shared: true });
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#floats = new Float32Array(this.memory.buffer);
  }

  get rows(): number {
    return this.#rows;
  }

  /** @throws RangeError where there is no more memory. */
  append(vector: Float32Array): void {
    if (this.#at(this.#rows + 1) > this.#bytes.length) this.#grow();
    this.#write(this.#rows, quantise(vector));
    this.#rows += 1;
  }

  /** Puts the last row in the place of this one, and wipes where it was. */
  removeRow(row: number): void {
    const last = this.#rows - 1;
    if (row < 0 || row > last) throw new RangeError('no such row');
    this.#bytes.copyWithin(this.#at(row), this.#at(last), this.#at(last + 1));
    this.#bytes.fill(0, this.#at(last), this.#at(last + 1));
    this.#rows = last;
  }

  #at(row: number): number {
    return this.layout.startByte + row * this.layout.strideBytes;
  }

  #write(row: number, { components, scale, residual }: Quantised): void {
    const at = this.#at(row);
    const tail = at + this.layout.codeBytes;
    pack(components, this.#bytes.subarray(at, tail));
    this.#floats[tail / 4] = scale;
    this.#floats[tail / 4 + 1] = residual;
    components.fill(0);
  }

  #grow(): void {
    const pages = this.#bytes.length / PAGE_BYTES;
    const wanted = Math.max(Math.ceil((pages + 1) / GROWTH), Math.ceil(this.layout.strideBytes / PAGE_BYTES));
    this.memory.grow(Math.min(wanted, Math.max(1, MAX_PAGES - pages)));
    // The longer buffer is another object over the same bytes.
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#floats = new Float32Array(this.memory.buffer);
  }
}

/** In the order in which the kernel meets them: of each {@link STEP} components, the lowest four bits of the lanes are the first
 * {@link LANES}, the next four bits the second, and so on. What is beyond the last component the probe multiplies by 0. */
function pack(components: Int8Array, bytes: Uint8Array): void {
  const codeAt = (at: number): number => (components[at] ?? 0) + CODE_OF_ZERO;
  for (let byte = 0; byte < bytes.length; byte += 1) {
    const [step, lane, half] = [Math.floor(byte / STEP_BYTES), (byte % STEP_BYTES) >> 1, byte & 1];
    const first = step * STEP + half * 2 * LANES + lane;
    bytes[byte] = codeAt(first) | (codeAt(first + LANES) << 4);
  }
}
