import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  falseHits,
  flaggedShare,
  inWords,
  type Rate,
  ruleOfThree,
  upperBound,
  wilson,
  worst,
  worstByBound,
} from './rates.js';

const anyRate: fc.Arbitrary<Rate> = fc
  .tuple(fc.nat(5_000_000), fc.integer({ min: 1, max: 5_000_000 }))
  .map(([errors, n]) => ({ errors: Math.min(errors, n), n }));

describe('wilson', () => {
  // Brown, Cai and DasGupta 2001, and by hand.
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 200, 0.0274, 0.0896],
  ])('%i of %i', (errors, n, low, high) => {
    const [lower, upper] = wilson({ errors, n });
    expect(lower).toBeCloseTo(low, 3);
    expect(upper).toBeCloseTo(high, 3);
  });

  it('always holds the rate, and knows nothing without trials', () => {
    expect(wilson({ errors: 0, n: 0 })).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const rate = { errors: Math.min(a, b), n: Math.max(a, b, 1) };
        const [low, high] = wilson(rate);
        expect(low).toBeLessThanOrEqual(rate.errors / rate.n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(rate.errors / rate.n - 1e-12);
      }),
    );
  });
});

describe('wilson, by its definition', () => {
  it('ends where the rate lies 1.96 standard errors of the end away', () => {
    fc.assert(
      fc.property(anyRate, (rate) => {
        for (const end of wilson(rate)) {
          const standardError = Math.sqrt((end * (1 - end)) / rate.n);
          expect(Math.abs(rate.errors / rate.n - end)).toBeCloseTo(1.959964 * standardError, 6);
        }
      }),
    );
  });

  it('mirrors: errors and non-errors change places', () => {
    fc.assert(
      fc.property(anyRate, ({ errors, n }) => {
        const [low, high] = wilson({ errors, n });
        const [mirroredLow, mirroredHigh] = wilson({ errors: n - errors, n });
        expect(low).toBeCloseTo(1 - mirroredHigh, 9);
        expect(high).toBeCloseTo(1 - mirroredLow, 9);
      }),
    );
  });
});

describe('the upper bound', () => {
  it('rises with each error, falls with more trials, and is never nought', () => {
    // The rule of three is for 30 trials and more: of four, none wrong, it says more than Wilson does of one wrong.
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 30, max: 100_000 }), (errors, more) => {
        const n = errors + more;
        expect(upperBound({ errors: errors + 1, n: n + 1 })).toBeGreaterThan(
          upperBound({ errors, n: n + 1 }),
        );
        expect(upperBound({ errors, n: 2 * n })).toBeLessThanOrEqual(upperBound({ errors, n }));
        expect(upperBound({ errors, n })).toBeGreaterThan(errors / n);
      }),
    );
  });

  it('knows nothing without trials', () => expect(upperBound({ errors: 0, n: 0 })).toBe(1));
});

describe('false hits', () => {
  it('are N times the rate, and flag almost everybody in the end (requirements 0.3)', () => {
    expect(falseHits(1e-4, 10_000)).toBe(1);
    expect(flaggedShare(1e-4, 1_000)).toBeCloseTo(0.095, 3);
    expect(flaggedShare(1e-4, 10_000)).toBeCloseTo(0.63, 2);
  });

  it('flag no larger share than there are false hits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (fmr, n) => {
          expect(flaggedShare(fmr, n)).toBeLessThanOrEqual(falseHits(fmr, n) * (1 + 1e-9));
        },
      ),
    );
  });
});

describe('the rule of three', () => {
  it.each([
    [150, 0.02],
    [900, 0.00333],
  ])('no error in %i: at most %f', (n, bound) => expect(ruleOfThree(n)).toBeCloseTo(bound, 4));

  it('is the exact bound, rounded: 1 − 0.05^(1/n)', () => {
    expect(1 - 0.05 ** (1 / 150)).toBeCloseTo(0.0198, 4);
    for (const n of [50, 150, 900]) expect(ruleOfThree(n) / (1 - 0.05 ** (1 / n))).toBeCloseTo(1, 1);
  });
});

describe('inWords', () => {
  it.each([
    [0, 150, '0/150, ≤ 2.0 %'],
    [0, 50, '0/50, ≤ 6.0 %'],
    [0, 900, '0/900, ≤ 0.33 %'],
    [3, 150, '3/150, 2.0 % (0.68–5.7 %)'],
    [50, 50, '50/50, 100 % (93–100 %)'],
    [0, 0, 'not measured'],
  ])('%i of %i: %s', (errors, n, words) => expect(inWords({ errors, n })).toBe(words));

  it('never claims that something cannot happen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (n) => {
        expect(inWords({ errors: 0, n })).not.toMatch(/[^\d.]0(\.0+)? %/);
      }),
    );
  });
});

describe('worst', () => {
  it('is one species, not the mean of them: 0 of 150 and 75 of 150 are 50 %', () => {
    const species = [
      { id: 'a', rate: { errors: 0, n: 150 } },
      { id: 'b', rate: { errors: 75, n: 150 } },
      { id: 'c', rate: { errors: 0, n: 0 } },
    ];
    expect(worst(species)?.id).toBe('b');
    expect(worst([])).toBeNull();
  });

  it('of equal rates, is the one of which less is known', () => {
    const species = [
      { id: 'a', rate: { errors: 0, n: 150 } },
      { id: 'b', rate: { errors: 0, n: 50 } },
    ];
    expect(worst(species)?.id).toBe('b');
  });
});

describe('worstByBound', () => {
  it('is the one of which least can be excluded: 0 of 10 before 1 of 4,950', () => {
    const groups = [
      { id: 'many', rate: { errors: 1, n: 4_950 } },
      { id: 'few', rate: { errors: 0, n: 10 } },
      { id: 'nobody', rate: { errors: 0, n: 0 } },
    ];
    expect(worstByBound(groups)?.id).toBe('few');
    expect(worstByBound(groups.slice(2))).toBeNull();
  });

  it('of equal bounds, is the one with more errors', () => {
    const groups = [
      { id: 'none', rate: { errors: 0, n: 1 } },
      { id: 'all', rate: { errors: 1, n: 1 } },
    ];
    expect(worstByBound(groups)?.id).toBe('all');
  });
});
