import { type Factors, multiplyRows } from '../../shares/dot-kernel.js';
import type { ArithmeticShares, Words } from '../../shares/index.js';
import { BLOCK_ROWS, RowMemory } from '../../shares/node/row-memory.js';
import { randomWords } from '../../shares/ring.js';
import { spreadOf } from '../path/statistics.js';
import { DIM } from './strangers.js';

const TURNS = 12;

/** One party's dot products with as many rows, by turns: by typed arrays, by WebAssembly from copies, and where the rows lie. Median of
 * each, ms.
 * @throws when they do not give the same. */
export function kernelTimes(rows: number): Readonly<Record<'typedArrays' | 'copies' | 'inPlace', number>> {
  const memory = new RowMemory(DIM);
  const placed = Array.from({ length: Math.ceil(rows / BLOCK_ROWS) }, () => placedBlock(memory));
  const apart = placed.map(({ kind, own, next }) => ({ kind, own: own.slice(), next: next.slice() }));
  const factors = { forOwn: randomWords(DIM), forNext: randomWords(DIM) };
  const took = { typedArrays: [] as number[], copies: [] as number[], inPlace: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const plain = timed(took.typedArrays, apart, (block, into) => multiply(factors, block, into));
    for (const [times, blocks] of [
      [took.copies, apart],
      [took.inPlace, placed],
    ] as const) {
      const products = timed(times, blocks, (block, into) => multiplyRows(factors, block, into));
      if (products.some((word, at) => word !== plain[at])) throw new Error('the kernel gives other products');
    }
  }
  const [typedArrays, copies, inPlace] = [took.typedArrays, took.copies, took.inPlace].map(
    (times) => spreadOf(times).median,
  );
  return { typedArrays: typedArrays ?? 0, copies: copies ?? 0, inPlace: inPlace ?? 0 };
}

function placedBlock(memory: RowMemory): ArithmeticShares {
  const { own, next } = memory.take();
  own.set(randomWords(own.length));
  next.set(randomWords(next.length));
  return { kind: 'arithmetic', own, next };
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
