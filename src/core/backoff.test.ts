import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.js';

const PACE = { firstMs: 4_000, longestMs: 60_000 };

describe('backoffMs', () => {
  it('doubles up to the longest', () => {
    const most = () => 1 - Number.EPSILON;
    const pauses = [1, 2, 3, 4, 5, 6, 2_000].map((failures) => Math.round(backoffMs(PACE, failures, most)));
    expect(pauses).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('is between a half and all of it, whatever the dice say', () => {
    const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), dice, (failures, value) => {
        const wholeMs = Math.min(60_000, 4_000 * 2 ** (failures - 1));
        const pauseMs = backoffMs(PACE, failures, () => value);
        expect(pauseMs).toBeGreaterThanOrEqual(wholeMs / 2);
        expect(pauseMs).toBeLessThanOrEqual(wholeMs);
      }),
    );
  });
});
