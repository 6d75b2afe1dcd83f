import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topBits } from './adder.js';
import { rowsMask, rowsOf } from './bit-planes.js';
import { keep } from './boolean.js';
import { lessThan } from './less-than.js';
import { nextOf, type Party } from './party.js';
import type { Words } from './ring.js';
import { share } from './sharing.js';
import { atThree, opened } from './three-parties.fixture.js';
import type { Channels } from './transport.js';

/** The places of the numbers that are below the threshold. */
async function below(numbers: Words, threshold: number, session = 1): Promise<readonly number[]> {
  const shared = share('arithmetic', numbers);
  const bits = await atThree(
    async (of, party) => keep(await lessThan(of, shared[party], threshold), rowsMask(numbers.length)),
    { session },
  );
  return rowsOf(opened(bits));
}

const LEAST = -(2 ** 31);
const MOST = 2 ** 31 - 1;

describe('less than', () => {
  it('is the sign of the difference in whole numbers of any size', async () => {
    const word = fc.oneof(
      fc.integer({ min: LEAST, max: MOST }),
      fc.constantFrom(LEAST, LEAST + 1, -1, 0, 1, MOST - 1, MOST),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 70 }),
        word,
        fc.nat(1_000),
        async (numbers, threshold, session) => {
          const wanted = [...numbers.entries()].filter(
            ([, number]) => BigInt.asIntN(32, BigInt(number) - BigInt(threshold)) < 0n,
          );
          const found = await below(Uint32Array.from(numbers), threshold, session);
          expect(found).toEqual(wanted.map(([at]) => at));
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([0, 1, -1, 30_198_989, 2 ** 26, -(2 ** 26)])(
    'is exact at the threshold %d: one below is, the threshold itself and one above are not',
    async (threshold) => {
      const numbers = Uint32Array.from([-2, -1, 0, 1, 2], (step) => threshold + step);
      expect(await below(numbers, threshold)).toEqual([0, 1]);
    },
  );

  it('is exact up to the edges of the ring, where the difference wraps', async () => {
    const edges = (threshold: number) =>
      Uint32Array.of(threshold + LEAST - 1, threshold + LEAST, threshold - 1, threshold, threshold + MOST);
    // The first is 2³¹ + 1 below, which the ring cannot tell from 2³¹ − 1 above.
    for (const threshold of [0, 30_198_989, -7])
      expect(await below(edges(threshold), threshold)).toEqual([1, 2]);
  });

  it('takes seven rounds, and 14.25 bytes from each party for each number', async () => {
    const shared = share('arithmetic', new Uint32Array(320));
    const all: Channels[] = [];
    const through = (channels: Channels): Channels => {
      all.push(channels);
      return channels;
    };
    await atThree((session, party) => lessThan(session, shared[party], 0), { through });
    expect(all).toHaveLength(3);
    for (const { traffic } of all) expect(traffic).toEqual({ rounds: 7, bytesSent: 320 * 14.25 });
  });
});

describe('the adder', () => {
  it('has the top bit of the sum of any three components', async () => {
    const word = fc.nat(2 ** 32 - 1);
    const rows = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 70 });
    await fc.assert(
      fc.asyncProperty(rows, async (summands) => {
        const component = (which: Party): Words => Uint32Array.from(summands, (row) => row[which]);
        const bits = await atThree((session, party) =>
          topBits(session, {
            kind: 'arithmetic',
            own: component(party),
            next: component(nextOf(party)),
          }),
        );
        const sums = summands.map(([x, y, z]) => BigInt(x) + BigInt(y) + BigInt(z));
        const wanted = [...sums.entries()].filter(([, sum]) => (sum >> 31n) & 1n).map(([row]) => row);
        const found = rowsOf(opened(bits)).filter((row) => row < summands.length);
        expect(found).toEqual(wanted);
      }),
      { numRuns: 30 },
    );
  });
});
