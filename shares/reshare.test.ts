import { describe, expect, it } from 'vitest';
import { nextOf, PARTIES, type Party } from './party.js';
import { reshare } from './reshare.js';
import { add, type Words } from './ring.js';
import { type ArithmeticShares, reconstruct, share, type Three } from './sharing.js';
import { atThree, PAIRS, seededWords } from './three-parties.fixture.js';

const SECRET = seededWords(4)(200);
const BLOCK = 60;

function* blocksOf({ own, next }: ArithmeticShares): Generator<ArithmeticShares> {
  for (let at = 0; at < own.length; at += BLOCK)
    yield { kind: 'arithmetic', own: own.subarray(at, at + BLOCK), next: next.subarray(at, at + BLOCK) };
}

async function refreshed(old: Three<ArithmeticShares>): Promise<Three<readonly ArithmeticShares[]>> {
  return atThree(async ({ rounds }, party) => {
    const blocks = [];
    for await (const block of reshare(rounds, blocksOf(old[party]))) blocks.push(block);
    return blocks;
  });
}

function whole(blocks: readonly ArithmeticShares[]): ArithmeticShares {
  const of = (which: 'own' | 'next'): Words => Uint32Array.from(blocks.flatMap((block) => [...block[which]]));
  return { kind: 'arithmetic', own: of('own'), next: of('next') };
}

/** What a party holds, by the number of the component. */
function components(party: Party, { own, next }: ArithmeticShares): ReadonlyMap<Party, Words> {
  return new Map([
    [party, own],
    [nextOf(party), next],
  ]);
}

describe('resharing', () => {
  it('keeps the secret, block by block', async () => {
    const old = share('arithmetic', SECRET);
    const anew = await refreshed(old);
    for (const blocks of anew) expect(blocks.map(({ own }) => own.length)).toEqual([60, 60, 60, 20]);
    for (const [party, other] of PAIRS) {
      const one = { party, shares: whole(anew[party]) };
      const two = { party: other, shares: whole(anew[other]) };
      expect(reconstruct(one, two)).toEqual(SECRET);
    }
  });

  it('leaves no component as it was, and gives others each time', async () => {
    const old = share('arithmetic', SECRET);
    const [first, second] = [await refreshed(old), await refreshed(old)];
    for (const party of PARTIES) {
      const kept = whole(first[party]).own.filter((word, at) => word === old[party].own[at]);
      expect(kept.length).toBeLessThan(3); // by chance, one in 2³² words
      expect(whole(first[party]).own).not.toEqual(whole(second[party]).own);
    }
  });

  it('makes an old backup of one party and a new one of another worthless together', async () => {
    const old = share('arithmetic', SECRET);
    const anew = await refreshed(old);
    for (const earlier of PARTIES)
      for (const later of PARTIES.filter((party) => party !== earlier)) {
        const one = { party: earlier, shares: old[earlier] };
        const two = { party: later, shares: whole(anew[later]) };
        expect(() => reconstruct(one, two)).toThrow(expect.objectContaining({ code: 'shares.mismatch' }));
        for (const guess of guesses(components(earlier, one.shares), components(later, two.shares))) {
          const right = guess.filter((word, at) => word === SECRET[at]);
          expect(right.length).toBeLessThan(3); // by chance, one in 2³² words
        }
      }
  });
});

/** Every sum of three components, one of each number, old or new. */
function guesses(old: ReadonlyMap<Party, Words>, anew: ReadonlyMap<Party, Words>): readonly Words[] {
  const choices = PARTIES.map((number) =>
    [old.get(number), anew.get(number)].filter((words) => words !== undefined),
  );
  return choices.reduce<readonly Words[]>(
    (sums, words) => sums.flatMap((sum) => words.map((component) => add(sum, component))),
    [new Uint32Array(SECRET.length)],
  );
}
