import { describe, expect, it } from 'vitest';
import { toLinear } from '../../core/srgb.js';
import { MEASURED_CHIP } from './align.js';
import { type Cheeks, cheekLightRatio, cheeksOf, illuminationUniformity } from './cheeks.js';

/** Eyes at x = 50 and 100: a cheek around each of them, the border between them at 75. */
function cheeks(grey: (x: number, y: number) => number, shiftPx = 0): Cheeks {
  const chip = Uint8Array.from({ length: MEASURED_CHIP.sidePx ** 2 }, (_, i) =>
    grey(i % MEASURED_CHIP.sidePx, Math.floor(i / MEASURED_CHIP.sidePx)),
  );
  return cheeksOf(chip, [50 + shiftPx, 50], [100 + shiftPx, 50], [75 + shiftPx, 100]);
}

describe('illuminationUniformity', () => {
  it.each<[string, (x: number, y: number) => number, number, number]>([
    ['one where both cheeks have the same light', () => 120, 0.999, 1.001],
    ['one where they fade in the same way', (_, y) => y, 0.999, 1.001],
    ['zero where one is bright and the other one dark', (x) => (x < 75 ? 30 : 200), 0, 0],
    [
      'the shared part of the histograms between',
      (x) => (x < 50 || (x > 75 && x < 100) ? 30 : x < 75 ? 120 : 220),
      0.4,
      0.6,
    ],
  ])('is %s', (_, grey, low, high) => {
    const overlap = illuminationUniformity(cheeks(grey));
    expect(overlap).toBeGreaterThanOrEqual(low);
    expect(overlap).toBeLessThanOrEqual(high);
  });
});

describe('cheekLightRatio', () => {
  it('is one under even light, whatever the skin', () => {
    for (const tone of [40, 120, 220]) expect(cheekLightRatio(cheeks(() => tone))).toBeCloseTo(1, 9);
  });

  it('is the same for every skin under the same uneven light', () => {
    const halved = (tone: number): number => {
      const light = toLinear(tone) / 2;
      return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
    };
    const half = (tone: number): number => cheekLightRatio(cheeks((x) => (x < 75 ? halved(tone) : tone)));
    for (const tone of [60, 120, 220]) expect(half(tone)).toBeCloseTo(0.5, 1);
  });

  it('does not care which cheek is the darker one', () => {
    const [a, b] = [cheeks((x) => (x < 75 ? 60 : 180)), cheeks((x) => (x < 75 ? 180 : 60))];
    expect(cheekLightRatio(a)).toBeCloseTo(cheekLightRatio(b), 9);
  });

  it('is zero where a cheek is outside the picture, and in the dark', () => {
    expect(cheekLightRatio(cheeks(() => 120, -120))).toBe(0);
    expect(cheekLightRatio(cheeks(() => 0))).toBe(0);
  });
});
