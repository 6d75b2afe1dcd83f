import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, bytesOf, concatenate, randomWords, subtract, type Words, wordsOf, xor } from './ring.js';

const MODULUS = 2n ** 32n;
const word = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1));
const couples = fc.array(fc.tuple(word, word), { maxLength: 40 });

/** Holds an operation against whole numbers of any size. */
function agrees(of: (a: Words, b: Words) => Words, plain: (a: bigint, b: bigint) => bigint): void {
  fc.assert(
    fc.property(couples, (pairs) => {
      const a = Uint32Array.from(pairs, ([left]) => left);
      const b = Uint32Array.from(pairs, ([, right]) => right);
      const wanted = pairs.map(([x, y]) => Number(BigInt.asUintN(32, plain(BigInt(x), BigInt(y)))));
      expect([...of(a, b)]).toEqual(wanted);
    }),
  );
}

describe('the ring', () => {
  it('adds modulo 2³²', () => agrees(add, (a, b) => (a + b) % MODULUS));
  it('subtracts modulo 2³²', () => agrees(subtract, (a, b) => a - b));
  it('has an XOR', () => agrees(xor, (a, b) => a ^ b));

  it('refuses operands of different lengths', () => {
    const [one, two] = [new Uint32Array(1), new Uint32Array(2)];
    for (const operation of [add, subtract, xor])
      expect(() => operation(one, two)).toThrow(expect.objectContaining({ code: 'shares.bad_input' }));
  });

  it('puts words into bytes and back, also from the middle of a message', () => {
    const words = Uint32Array.of(1, 2 ** 31, 2 ** 32 - 1);
    const shifted = new Uint8Array([0, ...bytesOf(words)]).subarray(1);
    expect([...wordsOf(shifted, 3)]).toEqual([...words]);
    expect([...concatenate([words, new Uint32Array(0), words.subarray(1)])]).toEqual([
      ...words,
      ...words.subarray(1),
    ]);
  });

  it('draws more random words than the system gives at once', () => {
    const words = randomWords(40_000);
    expect(words).toHaveLength(40_000);
    // Every stretch was filled: a hundred zero words in a row happen to nobody.
    for (let at = 0; at < words.length; at += 100)
      expect(words.subarray(at, at + 100).some((drawn) => drawn !== 0)).toBe(true);
  });
});
