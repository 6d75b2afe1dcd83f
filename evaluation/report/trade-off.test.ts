import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apcerAtBpcer, bpcerAtApcer, tradeOff } from './trade-off.js';

/** 100 genuine scores 0.01…1.00 and 100 attacks 0.00…0.495: a toy set whose points can be counted by hand. */
const TOY = {
  genuine: Array.from({ length: 100 }, (_, i) => (i + 1) / 100),
  attacks: Array.from({ length: 100 }, (_, i) => (i * 0.5) / 100),
};

describe('the operating points', () => {
  it('security: one attack in a hundred gets through at 0.495, where 49 people do not', () => {
    expect(bpcerAtApcer(TOY, 0.01)).toEqual({ threshold: 0.495, apcer: 0.01, bpcer: 0.49 });
  });

  it('convenience: one person in a hundred is stopped at 0.02, where 96 attacks get through', () => {
    expect(apcerAtBpcer(TOY, 0.01)).toEqual({ threshold: 0.02, apcer: 0.96, bpcer: 0.01 });
  });

  it('separated scores cost nothing', () => {
    const scores = { genuine: [1, 2, 3], attacks: [0, 0, 0] };
    expect(bpcerAtApcer(scores, 0.01)).toEqual({ threshold: 1, apcer: 0, bpcer: 0 });
    expect(apcerAtBpcer(scores, 0.01)).toEqual({ threshold: 1, apcer: 0, bpcer: 0 });
  });

  it('an attack that cannot be told apart costs everything', () => {
    const scores = { genuine: [1, 1], attacks: [1, 1] };
    expect(bpcerAtApcer(scores, 0.01)?.bpcer).toBe(1);
    expect(apcerAtBpcer(scores, 0.01)?.apcer).toBe(1);
  });
});

describe('tradeOff', () => {
  it('from the laxest threshold to the strictest, one error falls as the other rises', () => {
    const scores = fc.array(fc.double({ noNaN: true, min: 0, max: 1 }));
    fc.assert(
      fc.property(scores, scores, (genuine, attacks) => {
        const points = tradeOff({ genuine, attacks });
        points.slice(1).forEach((point, index) => {
          expect(point.apcer).toBeLessThanOrEqual(points[index]?.apcer ?? 0);
          expect(point.bpcer).toBeGreaterThanOrEqual(points[index]?.bpcer ?? 1);
        });
      }),
    );
  });
});
