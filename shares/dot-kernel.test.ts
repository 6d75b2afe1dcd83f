import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DotKernel } from './dot-kernel.js';
import type { Words } from './ring.js';
import { seededWords } from './three-parties.fixture.js';

const random = seededWords(19);

function multiplied(kernel: DotKernel, width: number, rows: number) {
  const factors = { forOwn: random(width), forNext: random(width) };
  const block = { kind: 'arithmetic' as const, own: random(width * rows), next: random(width * rows) };
  const products = new Uint32Array(rows);
  kernel.multiply(factors, block, products);
  const onPaper = Array.from(
    { length: rows },
    (_, row) => sum(factors.forOwn, block.own, row) + sum(factors.forNext, block.next, row),
  ).map((product) => Number(BigInt.asUintN(32, product)));
  return { products: [...products], onPaper };
}

function sum(factors: Words, words: Words, row: number): bigint {
  let total = 0n;
  for (const [at, factor] of factors.entries())
    total += BigInt(factor) * BigInt(words[row * factors.length + at] ?? 0);
  return total;
}

describe('the kernel', () => {
  it('gives the products on paper, whatever the width and the number of rows', () => {
    const kernel = new DotKernel();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 40 }), (width, rows) => {
        const { products, onPaper } = multiplied(kernel, width, rows);
        expect(products).toEqual(onPaper);
      }),
    );
  });

  it.each([
    { width: 512, rows: 100, what: 'in several pieces, the last one smaller' },
    { width: 961, rows: 40, what: 'of a width that four do not divide' },
    { width: 20_000, rows: 3, what: 'wider than a piece' },
  ])('gives those of rows $what', ({ width, rows }) => {
    const { products, onPaper } = multiplied(new DotKernel(), width, rows);
    expect(products).toEqual(onPaper);
  });

  it('keeps nothing once it is wiped', () => {
    const memories: WebAssembly.Memory[] = [];
    const { Memory } = WebAssembly;
    class Seen extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        super(descriptor);
        memories.push(this);
      }
    }
    Object.assign(WebAssembly, { Memory: Seen });
    const kernel = new DotKernel();
    Object.assign(WebAssembly, { Memory });
    multiplied(kernel, 512, 100);
    const [memory] = memories;
    const isClear = (): boolean =>
      new Uint32Array(memory?.buffer ?? new ArrayBuffer(4)).every((word) => word === 0);
    expect(memory).toBeDefined();
    expect(isClear()).toBe(false);
    kernel.wipe();
    expect(isClear()).toBe(true);
  });
});
