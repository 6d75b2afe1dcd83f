import { describe, expect, it } from 'vitest';
import { allSay, sharesAgree } from './agreement.js';
import { PARTIES } from './party.js';
import { type ArithmeticShares, share, type Three } from './sharing.js';
import { atThree, seededWords } from './three-parties.fixture.js';

const SECRET = seededWords(41)(100);

/** What whoever shares may do: one operator gets another component than the one that it should have in common with a second. */
function withOneOff(
  shares: Three<ArithmeticShares>,
  party: number,
  which: 'own' | 'next',
): Three<ArithmeticShares> {
  const changed = shares[PARTIES[party] ?? 0][which].slice();
  changed[50] = (changed[50] ?? 0) ^ 1;
  const at = (of: ArithmeticShares, number: number): ArithmeticShares =>
    number === party ? { ...of, [which]: changed } : of;
  return [at(shares[0], 0), at(shares[1], 1), at(shares[2], 2)];
}

describe('shares that two hold', () => {
  it('agree as they were made', async () => {
    const shares = share('arithmetic', SECRET);
    expect(await atThree(({ rounds }, party) => sharesAgree(rounds, shares[party]))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each(
    PARTIES.flatMap((party) => [
      { party, which: 'own' as const },
      { party, which: 'next' as const },
    ]),
  )(
    'are found to differ by all three where one bit of $which of party $party does',
    async ({ party, which }) => {
      const shares = withOneOff(share('arithmetic', SECRET), party, which);
      expect(await atThree(({ rounds }, at) => sharesAgree(rounds, shares[at]))).toEqual([
        false,
        false,
        false,
      ]);
    },
  );
});

describe('a vote', () => {
  it.each(PARTIES)('is no for all three where party %i says no', async (no) => {
    expect(await atThree(({ rounds }, party) => allSay(rounds, party !== no))).toEqual([false, false, false]);
    expect(await atThree(({ rounds }) => allSay(rounds, true))).toEqual([true, true, true]);
  });
});
