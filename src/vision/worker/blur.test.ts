import { describe, expect, it } from 'vitest';
import { blurred, gaussian, partOf } from './blur.js';

const SIDE = 60;
const GREY = Uint8Array.from(
  { length: SIDE * SIDE },
  (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 24) & 255,
);

/** By the definition: every pixel of the neighbourhood, weighed with the product of both directions. */
function convolved(x: number, y: number, sigmaPx: number, reachPx: number): number {
  let [sum, weights] = [0, 0];
  for (let dy = -reachPx; dy <= reachPx; dy += 1) {
    for (let dx = -reachPx; dx <= reachPx; dx += 1) {
      const weight = Math.exp(-(dx ** 2 + dy ** 2) / (2 * sigmaPx ** 2));
      sum += weight * (GREY[(y + dy) * SIDE + x + dx] ?? Number.NaN);
      weights += weight;
    }
  }
  return sum / weights;
}

describe('blurred', () => {
  const bounds = { left: 8, top: 6, right: 50, bottom: 54 };

  it.each([1, 1.2, 2, Math.sqrt(5)])('is the convolution with a Gaussian of %d px', (sigmaPx) => {
    const kernel = gaussian(sigmaPx);
    const { values, widthPx, heightPx, rimPx } = blurred(partOf(GREY, SIDE, bounds), kernel);
    expect(rimPx).toBe(kernel.reachPx);
    for (let y = rimPx; y < heightPx - rimPx; y += 5) {
      for (let x = rimPx; x < widthPx - rimPx; x += 3)
        expect(values[y * widthPx + x]).toBeCloseTo(
          convolved(bounds.left + x, bounds.top + y, sigmaPx, rimPx),
          9,
        );
    }
  });

  it('adds up: what is blurred twice is blurred by the root of both squares', () => {
    const once = blurred(partOf(GREY, SIDE, bounds), gaussian(Math.sqrt(1.2 ** 2 + 1.1 ** 2)));
    const twice = blurred(blurred(partOf(GREY, SIDE, bounds), gaussian(1.2)), gaussian(1.1));
    const middle = 24 * once.widthPx + 20;
    expect(Math.abs((once.values[middle] ?? 0) - (twice.values[middle] ?? 0))).toBeLessThan(1);
  });

  it('goes on with the last pixel beyond the ends of the picture', () => {
    const { values, widthPx } = partOf(GREY, SIDE, { left: -2, top: -3, right: SIDE + 2, bottom: SIDE + 3 });
    expect([values[0], values[2 + 3 * widthPx]]).toEqual([GREY[0], GREY[0]]);
    expect(values.at(-1)).toBe(GREY.at(-1));
  });
});

describe('gaussian', () => {
  it('refuses one that is wider than the loops go', () => {
    expect(() => gaussian(3)).toThrow(RangeError);
  });
});
