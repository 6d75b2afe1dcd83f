import { describe, expect, it } from 'vitest';
import { detSvg, MOST_CURVES, probit } from './det.js';
import { tradeOff } from './trade-off.js';

describe('probit', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959964],
    [0.025, -1.959964],
    [0.001, -3.090232],
    [0.999, 3.090232],
  ])('%f → %f', (share, deviate) => expect(probit(share)).toBeCloseTo(deviate, 5));
});

describe('detSvg', () => {
  const scores = { genuine: [1, 2, 3, 4], attacks: [0, 1, 2] };
  const curve = { label: 'a < b', points: tradeOff(scores), attacks: 3, genuine: 4 };

  it('draws a finite point for every threshold, rates of nought included', () => {
    const svg = detSvg('toy', [curve]);
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(/class="curve" d="([^"]*)"/.exec(svg)?.[1]?.match(/[ML]/g)?.length).toBe(curve.points.length);
  });

  it('gives every curve a line of its own', () => {
    const svg = detSvg('toy', Array(MOST_CURVES).fill(curve));
    const lines = [...svg.matchAll(/class="curve" d="[^"]*" (stroke="[^"]*" stroke-dasharray="[^"]*")/g)];
    expect(new Set(lines.map(([, stroke]) => stroke)).size).toBe(MOST_CURVES);
  });

  it('escapes labels', () => expect(detSvg('toy', [curve])).toContain('a &lt; b'));
});
