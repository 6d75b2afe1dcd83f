import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { agreeOnKeys, importKey, Prss } from './prss.js';
import { add, xor } from './ring.js';
import { atThree, PAIRS } from './three-parties.fixture.js';

const raw = (value: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(value);
const newPrss = async (): Promise<Prss> =>
  new Prss({ own: await importKey(raw(1)), next: await importKey(raw(2)) });

afterEach(() => vi.restoreAllMocks());

describe('pseudorandom secret sharing', () => {
  it('draws the same words at both who have a key, however they are asked for', async () => {
    const counts = fc.array(fc.integer({ min: 0, max: 6_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 0, max: 1_000 }), async (asked, session) => {
        const drawn = await atThree(
          async ({ randomness }) => {
            const draws = [];
            for (const count of asked) draws.push(await randomness.draw(count));
            return draws;
          },
          { session },
        );
        for (const [party, after] of PAIRS)
          for (const [at, { next }] of drawn[party].entries()) {
            expect(next).toHaveLength(asked[at] ?? 0);
            expect(next.join()).toBe(drawn[after][at]?.own.join());
          }
      }),
      { numRuns: 20 },
    );
  });

  it('has shares of zero in the sum and in the XOR, of which none is zero', async () => {
    const operations = { arithmetic: add, binary: xor };
    for (const kind of ['arithmetic', 'binary'] as const) {
      const [a, b, c] = await atThree(async ({ randomness }) => {
        const words = new Uint32Array(1_000);
        await randomness.hide(kind, words);
        return words;
      });
      expect(operations[kind](operations[kind](a, b), c)).toEqual(new Uint32Array(1_000));
      for (const words of [a, b, c]) expect(words.filter((word) => word === 0).length).toBeLessThan(2);
    }
  });

  it('never gives a counter to the cipher twice', async () => {
    const cipher = vi.spyOn(crypto.subtle, 'encrypt');
    const prss = await newPrss();
    for (const session of [0, 1, 2, 2 ** 32, 2 ** 53 - 1]) {
      const randomness = prss.openSession(session);
      for (const count of [1, 4_095, 2, 4_097, 16_383, 0, 3]) await randomness.draw(count);
    }
    const used = new Map<CryptoKey, string[]>();
    for (const [algorithm, key, zeros] of cipher.mock.calls) {
      const { counter, length } = algorithm as AesCtrParams;
      expect(length).toBe(64);
      const view = new DataView((counter as Uint8Array).buffer);
      const counters = used.get(key) ?? [];
      used.set(key, counters);
      for (let block = 0; block < zeros.byteLength / 16; block += 1)
        counters.push(`${view.getBigUint64(0)}.${view.getBigUint64(8) + BigInt(block)}`);
    }
    expect(used.size).toBe(2);
    for (const counters of used.values()) {
      // At least the words that were asked for.
      expect(counters.length).toBeGreaterThan((5 * 24_581) / 4);
      expect(new Set(counters).size).toBe(counters.length);
    }
  });

  it('spends the counters of a call that failed', async () => {
    const prss = await newPrss();
    const randomness = prss.openSession(0);
    const cipher = vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValue(new Error('no memory'));
    await expect(randomness.draw(10)).rejects.toThrow('no memory');
    cipher.mockRestore();
    const again = await (await newPrss()).openSession(0).draw(10);
    expect((await randomness.draw(10)).own).not.toEqual(again.own);
  });

  it('opens no session a second time, and none that comes before the last', async () => {
    const prss = await newPrss();
    prss.openSession(5);
    for (const session of [5, 4, 0, -1, 5.5, 2 ** 53])
      expect(() => prss.openSession(session)).toThrow(
        expect.objectContaining({ code: 'shares.session_reused' }),
      );
    const [of5, of6] = [(await newPrss()).openSession(5), prss.openSession(6)];
    expect((await of5.draw(8)).own).not.toEqual((await of6.draw(8)).own);
  });

  it('agrees on three keys: each with both who are to have it, and no other, new each time', async () => {
    const drawn = async () => {
      const keys = await atThree(({ rounds }) => agreeOnKeys(rounds));
      const words = keys.map((pair) => new Prss(pair).openSession(0).draw(4));
      return Promise.all(words);
    };
    const first = await drawn();
    for (const [party, after] of PAIRS) expect(first[party]?.next).toEqual(first[after]?.own);
    const all = [...first, ...(await drawn())].map(({ own }) => own.join());
    expect(new Set(all).size).toBe(6);
  });
});
