import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/calibration/rates.js';
import { fmrInterval, fnmrInterval, likenesses, mistakesAt } from './bootstrap.js';
import { dot, PEOPLE } from './people.fixture.js';
import { falseMatches, falseNonMatches, score } from './score.js';

describe('intervals by people', () => {
  const people = fc.integer({ min: 4, max: 40 });
  const mistakes = people.chain((count) =>
    fc.record({
      people: fc.constant(count),
      falseMatches: fc.uniqueArray(
        fc.tuple(fc.nat(count - 2), fc.nat(count - 1)).filter(([a, b]) => a < b),
        { minLength: 1, maxLength: 30, selector: String },
      ),
      misses: fc.array(
        fc
          .tuple(fc.nat(3), fc.integer({ min: 1, max: 6 }))
          .map(([errors, n]) => ({ errors: Math.min(errors, n), n })),
        { minLength: count, maxLength: count },
      ),
    }),
  );

  it('are shares, the same in every run, and in order', () => {
    fc.assert(
      fc.property(mistakes, (seen) => {
        for (const interval of [fmrInterval, fnmrInterval]) {
          const [low, high] = interval(seen) ?? [0, 1];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high);
          expect(interval(seen)).toEqual(interval(seen));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('hold the rate itself', () => {
    fc.assert(
      fc.property(mistakes, (seen) => {
        const pairs = (seen.people * (seen.people - 1)) / 2;
        const [low, high] = fmrInterval(seen) ?? [0, 1];
        expect(low).toBeLessThanOrEqual(seen.falseMatches.length / pairs + 0.05);
        expect(high).toBeGreaterThanOrEqual(seen.falseMatches.length / pairs - 0.05);
      }),
      { numRuns: 20 },
    );
  });

  it('are wider than Wilson’s where one person looks like many', () => {
    const hub = Array.from({ length: 40 }, (_, index) => [0, index + 1] as const);
    const [low, high] = fmrInterval({ people: 200, falseMatches: hub, misses: [] }) ?? [0, 0];
    const [wilsonLow, wilsonHigh] = wilson({ errors: 40, n: 19_900 });
    expect(high - low).toBeGreaterThan(1.5 * (wilsonHigh - wilsonLow));
  });

  it('are about Wilson’s where everybody has one pair of their own', () => {
    const misses = Array.from({ length: 400 }, (_, index) => ({ errors: index % 10 === 0 ? 1 : 0, n: 1 }));
    const [low, high] = fnmrInterval({ people: 400, falseMatches: [], misses }) ?? [0, 0];
    const [wilsonLow, wilsonHigh] = wilson({ errors: 40, n: 400 });
    expect(low).toBeCloseTo(wilsonLow, 1);
    expect(high).toBeCloseTo(wilsonHigh, 1);
  });

  it('say nothing where no error was seen: the rule of three does', () => {
    const none = { people: 10, falseMatches: [], misses: Array(10).fill({ errors: 0, n: 1 }) };
    expect([fmrInterval(none), fnmrInterval(none)]).toEqual([null, null]);
  });

  it('are of the mistakes that were counted', () => {
    const scores = score(PEOPLE, dot);
    const alike = likenesses(PEOPLE, dot, 0.5);
    const everybody = mistakesAt(PEOPLE, dot, alike, 0.9, null);
    expect(everybody.falseMatches).toHaveLength(falseMatches(scores, 0.9).errors);
    expect(everybody.misses.reduce((sum, { errors }) => sum + errors, 0)).toBe(
      falseNonMatches(scores, 0.9).errors,
    );
    expect(mistakesAt(PEOPLE, dot, alike, 0.9, 'g')).toMatchObject({ people: 2, falseMatches: [[0, 1]] });
  });
});
