import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Factors, KernelMemory, multiplyRows } from './dot-kernel.js';
import type { Words } from './ring.js';
import type { ArithmeticShares } from './sharing.js';
import { seededWords } from './three-parties.fixture.js';

const random = seededWords(19);

const factorsOf = (width: number): Factors => ({ forOwn: random(width), forNext: random(width) });

function blockOf(width: number, rows: number): ArithmeticShares {
  return { kind: 'arithmetic', own: random(width * rows), next: random(width * rows) };
}

function onPaper({ forOwn, forNext }: Factors, { own, next }: ArithmeticShares, rows: number) {
  return Array.from({ length: rows }, (_, row) =>
    Number(BigInt.asUintN(32, sum(forOwn, own, row) + sum(forNext, next, row))),
  );
}

function sum(factors: Words, words: Words, row: number): bigint {
  let total = 0n;
  for (const [at, factor] of factors.entries())
    total += BigInt(factor) * BigInt(words[row * factors.length + at] ?? 0);
  return total;
}

/** The same block in a kernel's memory. */
function inMemory(memory: KernelMemory, { kind, own, next }: ArithmeticShares): ArithmeticShares {
  const middle = own.length;
  const there = { own: memory.words.subarray(0, middle), next: memory.words.subarray(middle, 2 * middle) };
  there.own.set(own);
  there.next.set(next);
  return { kind, ...there };
}

const shapes = [
  { width: 512, rows: 300, what: 'more than one piece of rows' },
  { width: 961, rows: 40, what: 'a width that four do not divide' },
  { width: 20_000, rows: 3, what: 'rows wider than what is copied at a time' },
  { width: 8, rows: 0, what: 'no rows' },
];

describe.each(['where they lie', 'as copies'])('products of rows, %s', (where) => {
  function multiplied(width: number, rows: number) {
    const [factors, block] = [factorsOf(width), blockOf(width, rows)];
    const memory = new KernelMemory(width, 2 * width * rows);
    const products = new Uint32Array(rows);
    multiplyRows(factors, where === 'as copies' ? block : inMemory(memory, block), products);
    return { products: [...products], expected: onPaper(factors, block, rows) };
  }

  it('are those on paper, whatever the width and the number of rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 40 }), (width, rows) => {
        const { products, expected } = multiplied(width, rows);
        expect(products).toEqual(expected);
      }),
    );
  });

  it.each(shapes)('are those on paper, of $what', ({ width, rows }) => {
    const { products, expected } = multiplied(width, rows);
    expect(products).toEqual(expected);
  });
});

/** The memories that are made in `work`. */
function memoriesOf(work: () => void): readonly WebAssembly.Memory[] {
  const made: WebAssembly.Memory[] = [];
  class Noted extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      made.push(this);
    }
  }
  vi.stubGlobal(
    'WebAssembly',
    new Proxy(WebAssembly, { get: (own, name) => (name === 'Memory' ? Noted : Reflect.get(own, name)) }),
  );
  try {
    work();
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

const isClear = ({ buffer }: { readonly buffer: ArrayBufferLike }): boolean =>
  new Uint32Array(buffer).every((word) => word === 0);

describe('a kernel’s memory', () => {
  it('keeps nothing but its rows', () => {
    const [factors, block] = [factorsOf(512), blockOf(512, 20)];
    const memory = new KernelMemory(512, 2 * 512 * 20);
    multiplyRows(factors, inMemory(memory, block), new Uint32Array(20));
    memory.words.fill(0);
    expect(isClear(memory.words)).toBe(true);
  });

  it('keeps nothing at all of rows that were copied to it', () => {
    const products = new Uint32Array(300);
    // A width that no other test has: its memory is made here.
    const [memory, ...others] = memoriesOf(() => multiplyRows(factorsOf(83), blockOf(83, 300), products));
    expect(others).toEqual([]);
    expect(products.some((word) => word !== 0)).toBe(true);
    expect(memory && isClear(memory)).toBe(true);
  });
});
