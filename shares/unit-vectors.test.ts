import { describe, expect, it } from 'vitest';
import { ONE, toFixedPoint } from './fixed-point.js';
import { concatenate, type Words } from './ring.js';
import { share, type Three } from './sharing.js';
import { atThree, changed, seededWords, TIMEOUT_MS, type TrioOptions } from './three-parties.fixture.js';
import type { Channels } from './transport.js';
import { areUnitVectors } from './unit-vectors.js';
import { directions } from './vectors.fixture.js';

const DIM = 512;

function judged(vectors: Words, dim = DIM, options: TrioOptions = {}): Promise<Three<boolean>> {
  const shared = share('arithmetic', vectors);
  return atThree((session, party) => areUnitVectors(session, shared[party], dim), options);
}

/** Zeros, but for what is given. */
function sparse(components: Readonly<Record<number, number>>, dim = DIM): Words {
  const vector = new Uint32Array(dim);
  for (const [at, component] of Object.entries(components)) vector[Number(at)] = component;
  return vector;
}

const YES = [true, true, true];
const NO = [false, false, false];

describe('whether shared vectors are of unit length', () => {
  it.each([1, 2, 31, 32, 128, 512, 961])(
    'lets every vector pass that fixed point gives, of %i components',
    async (dim) => {
      const draw = directions(31, dim);
      const vectors = Array.from({ length: 20 }, () => toFixedPoint(draw()));
      expect(await judged(concatenate(vectors), dim)).toEqual(YES);
    },
    TIMEOUT_MS,
  );

  it('lets one pass whose whole length is in one component, either way', async () => {
    expect(await judged(sparse({ 0: ONE }))).toEqual(YES);
    expect(await judged(sparse({ 511: -ONE }))).toEqual(YES);
  });

  it.each([
    { vector: 'nothing but zeros', words: sparse({}) },
    { vector: 'one that is a little too short', words: sparse({ 0: ONE - 12 }) },
    { vector: 'one that is a little too long', words: sparse({ 0: ONE, 1: 500 }) },
    { vector: 'one component beyond 1', words: sparse({ 7: ONE + 1 }) },
    { vector: 'one component beyond −1', words: sparse({ 7: -ONE - 1 }) },
    { vector: 'a component at either end of the ring', words: sparse({ 7: 2 ** 31 }) },
    { vector: 'random words', words: seededWords(32)(DIM) },
    // 32 · 2²⁶ = 2³¹, and 64 of them are 0 modulo 2³².
    { vector: 'squares that wrap around to 1', words: sparse({ 0: ONE, ...wide(1, 64) }) },
    // 2¹⁶ squared is 0 modulo 2³².
    { vector: 'a component whose square wraps around to 0', words: sparse({ 0: ONE, 9: 2 ** 16 }) },
    { vector: 'all components 1', words: sparse(wide(0, DIM)) },
  ])('rejects $vector', async ({ words }) => {
    expect(await judged(words)).toEqual(NO);
  });

  it('rejects all where one of several is wrong', async () => {
    const right = toFixedPoint(directions(33, DIM)());
    expect(await judged(concatenate([right, sparse({}), right]))).toEqual(NO);
  });

  it('agrees with plain arithmetic about lengths next to what is allowed', async () => {
    const dim = 31;
    const off = Math.sqrt(dim) / 2;
    for (const second of [0, 200, 210, 213, 214, 220, 250, 300]) {
      const square = ONE ** 2 + second ** 2;
      const isUnit = Math.sqrt(square) <= ONE + off && Math.sqrt(square) >= ONE - off;
      const all = await judged(sparse({ 0: ONE, 1: second }, dim), dim);
      expect({ second, all }).toEqual({ second, all: [isUnit, isUnit, isUnit] });
    }
  });

  it('takes nine rounds, however many there are', async () => {
    const all: Channels[] = [];
    const through = (channels: Channels): Channels => {
      all.push(channels);
      return changed(channels, {});
    };
    await judged(concatenate(Array<Words>(4).fill(sparse({ 0: ONE }))), DIM, { through });
    expect(all.map(({ traffic }) => traffic.rounds)).toEqual([9, 9, 9]);
  });

  it.each([
    { words: 10, dim: 0 },
    { words: 10, dim: 3 },
    { words: 962, dim: 962 },
  ])('refuses $words words of $dim', async ({ words, dim }) => {
    await expect(judged(new Uint32Array(words), dim)).rejects.toMatchObject({ code: 'shares.bad_input' });
  });
});

/** Components of 1, which is 2¹³. */
function wide(from: number, count: number): Record<number, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [from + at, ONE]));
}
