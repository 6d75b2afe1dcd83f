import { type Quantised, quantise } from './quantise.js';

/** WebAssembly's page, bytes. */
const PAGE_BYTES = 65_536;
/** All that 32-bit addresses reach; taken from the system only as it grows. */
const MAX_PAGES = 65_536;
/** Of each thread that scans: its probe and what it finds. */
export const SCRATCH_BYTES = 16_384;
/** Threads that may scan at once. */
export const MAX_SCRATCHES = 64;
/** The kernel reads so many components at a time. */
const STEP = 32;
/** Scale and residual, and the next row begins at a multiple of 16. */
const TAIL_BYTES = 16;
/** The memory grows by this share, without being copied. */
const GROWTH = 8;

/** Where the rows of a block are; what a thread needs besides the memory. */
export interface RowLayout {
  /** Components, up to a multiple of {@link STEP}. */
  readonly paddedDim: number;
  readonly strideBytes: number;
  /** Of the first row. */
  readonly startByte: number;
}

/** Templates in eight bits for each component, with the scale and the length of what the rounding left out, in one block of memory
 * without gaps, which threads can share. */
export class QuantisedRows {
  readonly memory: WebAssembly.Memory;
  readonly layout: RowLayout;
  #rows = 0;
  #bytes: Int8Array;
  #floats: Float32Array;

  constructor(dim: number) {
    const paddedDim = Math.ceil(dim / STEP) * STEP;
    const startByte = SCRATCH_BYTES * MAX_SCRATCHES;
    this.layout = { paddedDim, strideBytes: paddedDim + TAIL_BYTES, startByte };
    const initial = Math.ceil(startByte / PAGE_BYTES);
    this.memory = new WebAssembly.Memory({ initial, maximum: MAX_PAGES, shared: true });
    this.#bytes = new Int8Array(this.memory.buffer);
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
    this.#bytes.set(components, at);
    this.#floats[(at + this.layout.paddedDim) / 4] = scale;
    this.#floats[(at + this.layout.paddedDim) / 4 + 1] = residual;
    components.fill(0);
  }

  #grow(): void {
    const pages = this.#bytes.length / PAGE_BYTES;
    const wanted = Math.max(Math.ceil((pages + 1) / GROWTH), Math.ceil(this.layout.strideBytes / PAGE_BYTES));
    this.memory.grow(Math.min(wanted, Math.max(1, MAX_PAGES - pages)));
    // The longer buffer is another object over the same bytes.
    this.#bytes = new Int8Array(this.memory.buffer);
    this.#floats = new Float32Array(this.memory.buffer);
  }
}
