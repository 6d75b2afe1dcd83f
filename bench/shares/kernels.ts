import { dotKernel, type Factors } from '../../shares/dot-kernel.js';
import type { ArithmeticShares, Words } from '../../shares/index.js';
import { randomWords } from '../../shares/ring.js';
import { spreadOf } from '../path/statistics.js';
import { DIM } from './strangers.js';

const BLOCK_ROWS = 256;
const TURNS = 12;

/** One party's dot products with as many rows, by typed arrays and by WebAssembly, by turns: median of each, ms.
 * @throws when the two do not give the same. */
export function kernelTimes(rows: number): { readonly typedArraysMs: number; readonly wasmMs: number } {
  const blocks = Array.from({ length: Math.ceil(rows / BLOCK_ROWS) }, blockOfRows);
  const factors = { forOwn: randomWords(DIM), forNext: randomWords(DIM) };
  const kernel = dotKernel();
  const took = { typedArrays: [] as number[], wasm: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const plain = timed(took.typedArrays, blocks, (block, into) => multiply(factors, block, into));
    const fast = timed(took.wasm, blocks, (block, into) => kernel.multiply(factors, block, into));
    if (plain.some((word, at) => word !== fast[at])) throw new Error('the two give different products');
  }
  kernel.wipe();
  return { typedArraysMs: spreadOf(took.typedArrays).median, wasmMs: spreadOf(took.wasm).median };
}

function blockOfRows(): ArithmeticShares {
  const words = randomWords(2 * BLOCK_ROWS * DIM);
  const middle = BLOCK_ROWS * DIM;
  return { kind: 'arithmetic', own: words.slice(0, middle), next: words.slice(middle) };
}

function timed(
  into: number[],
  blocks: readonly ArithmeticShares[],
  work: (block: ArithmeticShares, products: Words) => void,
): Words {
  const products = new Uint32Array(blocks.length * BLOCK_ROWS);
  const from = performance.now();
  for (const [at, block] of blocks.entries())
    work(block, products.subarray(at * BLOCK_ROWS, (at + 1) * BLOCK_ROWS));
  into.push(performance.now() - from);
  return products;
}

/** As it was computed before there was a kernel. */
function multiply({ forOwn, forNext }: Factors, { own, next }: ArithmeticShares, into: Words): void {
  for (let row = 0; row < into.length; row += 1) {
    const start = row * DIM;
    let sum = 0;
    for (let at = 0; at < DIM; at += 1) {
      const ofOwn = Math.imul(forOwn[at] ?? 0, own[start + at] ?? 0);
      const ofNext = Math.imul(forNext[at] ?? 0, next[start + at] ?? 0);
      sum = (sum + ofOwn + ofNext) | 0;
    }
    into[row] = sum;
  }
}
