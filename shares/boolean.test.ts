import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { and, keep, not, xor } from './boolean.js';
import { concatenate, type Words } from './ring.js';
import { share, type Three } from './sharing.js';
import { atThree, opened } from './three-parties.fixture.js';

const triples = fc
  .array(fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1)), {
    minLength: 1,
    maxLength: 20,
  })
  .map(
    (rows): Three<Words> => [
      Uint32Array.from(rows, ([a]) => a),
      Uint32Array.from(rows, ([, b]) => b),
      Uint32Array.from(rows, ([, , c]) => c),
    ],
  );

describe('gates on packed bits', () => {
  it('are those on the bits that are shared', async () => {
    await fc.assert(
      fc.asyncProperty(triples, async ([a, b, c]) => {
        const [ofA, ofB] = [share('binary', a), share('binary', b)];
        const [xored, turned, kept] = await Promise.all([
          atThree(async (_, party) => xor(ofA[party], ofB[party])),
          atThree(async (_, party) => not(party, ofA[party])),
          atThree(async (_, party) => keep(ofA[party], c)),
        ]);
        expect(opened(xored)).toEqual(a.map((word, at) => word ^ (b[at] ?? 0)));
        expect(opened(turned)).toEqual(a.map((word) => ~word));
        expect(opened(kept)).toEqual(a.map((word, at) => word & (c[at] ?? 0)));
      }),
    );
  });

  it('have an AND of many pairs in one round', async () => {
    await fc.assert(
      fc.asyncProperty(triples, async ([a, b, c]) => {
        const [ofA, ofB, ofC] = [share('binary', a), share('binary', b), share('binary', c)];
        const both = await atThree(async (session, party) => {
          const pairs = [
            [ofA[party], ofB[party]],
            [ofB[party], ofC[party]],
          ] as const;
          return and(session, pairs);
        });
        const first = a.map((word, at) => word & (b[at] ?? 0));
        const second = b.map((word, at) => word & (c[at] ?? 0));
        expect(opened(both)).toEqual(concatenate([first, second]));
      }),
    );
  });
});
