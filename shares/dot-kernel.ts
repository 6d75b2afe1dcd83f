import { DOT_KERNEL_MODULE } from './dot-kernel-module.js';
import { WORD_BYTES, type Words } from './ring.js';
import type { ArithmeticShares } from './sharing.js';

const PAGE_BYTES = 65_536;
/** Rows are copied for the kernel, so many bytes of both components at a time: what a processor keeps close by. Rows that lay where the
 * kernel reads would save a quarter of the time (docs/three-operators.md), and would have to be kept there. */
const PIECE_BYTES = 2 * PAGE_BYTES;

/** What dot-kernel.wat exports. Addresses in bytes, `rows` and `width` in rows and words. */
type DotProducts = (
  own: number,
  next: number,
  rows: number,
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

/** Where things are in the kernel's memory, in words. */
interface Places {
  readonly rows: number;
  readonly forNext: number;
  readonly own: number;
  readonly next: number;
  readonly out: number;
  readonly end: number;
}

/** Dot products of many rows by WebAssembly with SIMD: a third of the time of typed arrays (`npm run bench:shares`). */
export class DotKernel {
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #dotProducts: DotProducts;

  constructor() {
    const code = Uint8Array.from(atob(DOT_KERNEL_MODULE), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), {
      env: { memory: this.#memory },
    });
    this.#dotProducts = exports.dotProducts as DotProducts; // what dot-kernel.wat exports
  }

  /** own · forOwn + next · forNext, modulo 2³², for each row.
   * @param into - a word for each row. */
  multiply({ forOwn, forNext }: Factors, { own, next }: ArithmeticShares, into: Words): void {
    const width = forOwn.length;
    const places = placesFor(width, into.length);
    const words = this.#wordsUpTo(places.end);
    words.set(forOwn, 0);
    words.set(forNext, places.forNext);
    for (let row = 0; row < into.length; row += places.rows) {
      const end = Math.min(row + places.rows, into.length);
      words.set(own.subarray(row * width, end * width), places.own);
      words.set(next.subarray(row * width, end * width), places.next);
      this.#run(places, end - row, width);
      into.set(words.subarray(places.out, places.out + end - row), row);
    }
  }

  /** Nothing of a probe or a row stays in the kernel's memory. */
  wipe(): void {
    new Uint8Array(this.#memory.buffer).fill(0);
  }

  #run({ own, next, forNext, out }: Places, rows: number, width: number): void {
    const at = (place: number): number => place * WORD_BYTES;
    this.#dotProducts(at(own), at(next), rows, width, 0, at(forNext), at(out));
  }

  #wordsUpTo(end: number): Words {
    const missing = end * WORD_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    return new Uint32Array(this.#memory.buffer);
  }
}

function placesFor(width: number, count: number): Places {
  const fitting = Math.floor(PIECE_BYTES / (2 * width * WORD_BYTES));
  const rows = Math.max(1, Math.min(fitting, count));
  const own = 2 * width;
  const next = own + rows * width;
  const out = next + rows * width;
  return { rows, forNext: width, own, next, out, end: out + rows };
}

let started: DotKernel | undefined;

/** One for the thread: it computes without pausing, so nobody else comes between. */
export function dotKernel(): DotKernel {
  started ??= new DotKernel();
  return started;
}
