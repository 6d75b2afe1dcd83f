import { DOT_KERNEL_MODULE } from './dot-kernel-module.js';
import { WORD_BYTES, type Words } from './ring.js';
import type { ArithmeticShares } from './sharing.js';

const PAGE_BYTES = 65_536;
/** Rows in one call. */
const PIECE_ROWS = 256;
/** Rows that lie elsewhere are copied, so many bytes at a time: what a processor keeps close by. */
const COPIED_BYTES = 2 * PAGE_BYTES;

/** What dot-kernel.wat exports. Addresses in bytes, `rows` and `apart` in rows, `width` in words. */
type DotProducts = (
  own: number,
  next: number,
  rows: number,
  apart: number,
  width: number,
  forOwn: number,
  forNext: number,
  out: number,
) => void;

/** What each component of a row is multiplied with. */
export interface Factors {
  readonly forOwn: Words;
  readonly forNext: Words;
}

let compiled: WebAssembly.Module | undefined;

function compile(): WebAssembly.Module {
  const code = Uint8Array.from(atob(DOT_KERNEL_MODULE), (character) => character.charCodeAt(0));
  return new WebAssembly.Module(code);
}

/** By the memory that they compute in. */
const kernels = new WeakMap<ArrayBufferLike, KernelMemory>();

/** Memory in which dot products of many rows are computed by WebAssembly with SIMD, where the rows lie: a fifth of the time of typed
 * arrays (`npm run bench:shares`). Its size stays. */
export class KernelMemory {
  /** For rows. */
  readonly words: Words;
  readonly #dotProducts: DotProducts;
  readonly #all: Words;
  readonly #width: number;

  /** @param width - words of a row. @param count - words for rows. */
  constructor(width: number, count: number) {
    // Before the rows: the factors, and the products of one piece.
    const before = 2 * width + PIECE_ROWS;
    const bytes = (before + count) * WORD_BYTES;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    compiled ??= compile();
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    this.#dotProducts = exports.dotProducts as DotProducts; // what dot-kernel.wat exports
    this.#width = width;
    this.#all = new Uint32Array(memory.buffer);
    this.words = this.#all.subarray(before, before + count);
    kernels.set(memory.buffer, this);
  }

  /** own · forOwn + next · forNext, modulo 2³², for each row of a block that lies in this memory. Nothing of the factors stays.
   * @param into - a word for each row. */
  multiply({ forOwn, forNext }: Factors, { own, next }: ArithmeticShares, into: Words): void {
    const width = this.#width;
    const out = 2 * width;
    this.#all.set(forOwn, 0);
    this.#all.set(forNext, width);
    for (let row = 0; row < into.length; row += PIECE_ROWS) {
      const rows = Math.min(PIECE_ROWS, into.length - row);
      const behind = row * width * WORD_BYTES;
      this.#multiplyPiece(own.byteOffset + behind, next.byteOffset + behind, rows);
      into.set(this.#all.subarray(out, out + rows), row);
    }
    this.#all.fill(0, 0, out + PIECE_ROWS);
  }

  /** @param ownAt - in bytes, as `nextAt`. */
  #multiplyPiece(ownAt: number, nextAt: number, rows: number): void {
    const width = this.#width;
    const half = rows >>> 1;
    const outAt = 2 * width * WORD_BYTES;
    const compute = (row: number, count: number, apart: number): void => {
      const behind = row * width * WORD_BYTES;
      const out = outAt + row * WORD_BYTES;
      this.#dotProducts(ownAt + behind, nextAt + behind, count, apart, width, 0, width * WORD_BYTES, out);
    };
    compute(0, half, half);
    if (rows % 2 === 1) compute(rows - 1, 1, 0);
  }
}

/** As {@link KernelMemory.multiply}, of rows wherever they lie: in a kernel's memory, or else copied to one. */
export function multiplyRows(factors: Factors, block: ArithmeticShares, into: Words): void {
  const { own, next } = block;
  const kernel = kernels.get(own.buffer);
  if (kernel !== undefined && own.buffer === next.buffer) kernel.multiply(factors, block, into);
  else multiplyCopied(factors, block, into);
}

/** For copies of rows of that width: one of the thread, which computes without pausing, so nobody else comes between. */
let copies: { readonly width: number; readonly rows: number; readonly memory: KernelMemory } | undefined;

function multiplyCopied(factors: Factors, { kind, own, next }: ArithmeticShares, into: Words): void {
  const width = factors.forOwn.length;
  if (copies?.width !== width) copies = copiesOf(width);
  const { rows, memory } = copies;
  const [ownCopy, nextCopy] = [memory.words.subarray(0, rows * width), memory.words.subarray(rows * width)];
  for (let row = 0; row < into.length; row += rows) {
    const end = Math.min(row + rows, into.length);
    ownCopy.set(own.subarray(row * width, end * width));
    nextCopy.set(next.subarray(row * width, end * width));
    memory.multiply(factors, { kind, own: ownCopy, next: nextCopy }, into.subarray(row, end));
  }
  memory.words.fill(0);
}

function copiesOf(width: number) {
  const rows = Math.max(1, Math.floor(COPIED_BYTES / (2 * width * WORD_BYTES)));
  return { width, rows, memory: new KernelMemory(width, 2 * rows * width) };
}
