import { describe, expect, it } from 'vitest';
import { type Bounds, gaussian, type Kernel, Part } from './blur.js';
import { Chip } from './chip.js';

const SIDE = 60;
const GREY = Uint8Array.from(
  { length: SIDE * SIDE },
  (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 24) & 255,
);
const RGBA = Uint8ClampedArray.from({ length: 4 * SIDE * SIDE }, (_, at) => GREY[at >> 2] ?? 0);
const BOUNDS: Bounds = { left: 8, top: 6, right: 50, bottom: 54 };

function blurredPart(sigmasPx: readonly number[], bounds = BOUNDS): Part {
  const part = new Part(new Chip(RGBA, SIDE), bounds);
  for (const sigmaPx of sigmasPx) part.blur(gaussian(sigmaPx));
  return part;
}

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

/** One direction, by a loop in JavaScript. */
function weighed(
  source: Float64Array,
  { weights: [middle = 0, ...sides] }: Kernel,
  step: number,
): Float64Array {
  const pixel = (at: number): number => source[at] ?? 0;
  return source.map((value, at) =>
    sides.reduce(
      (sum, weight, index) =>
        sum + weight * (pixel(at - (index + 1) * step) + pixel(at + (index + 1) * step)),
      middle * value,
    ),
  );
}

describe('a blur', () => {
  it.each([1, 1.2, 2, Math.sqrt(5)])('is the convolution with a Gaussian of %d px', (sigmaPx) => {
    const { values, widthPx, heightPx, rimPx } = blurredPart([sigmaPx]);
    expect(rimPx).toBe(gaussian(sigmaPx).reachPx);
    for (let y = rimPx; y < heightPx - rimPx; y += 5) {
      for (let x = rimPx; x < widthPx - rimPx; x += 3)
        expect(values[y * widthPx + x]).toBeCloseTo(
          convolved(BOUNDS.left + x, BOUNDS.top + y, sigmaPx, rimPx),
          9,
        );
    }
  });

  it.each([
    ['of an even width', BOUNDS],
    ['of an odd width, smaller than the one before', { left: 11, top: 8, right: 48, bottom: 51 }],
  ])('has the bits of a loop in JavaScript, in a part %s', (_, bounds) => {
    const sigmasPx = [1, 1.1, 1.8];
    const start = new Part(new Chip(RGBA, SIDE), bounds);
    const { widthPx, heightPx } = start;
    const expected = sigmasPx
      .map(gaussian)
      .reduce<Float64Array>(
        (values, kernel) => weighed(weighed(values, kernel, widthPx), kernel, 1),
        Float64Array.from(start.values),
      );
    const { values, rimPx } = blurredPart(sigmasPx, bounds);
    for (let y = rimPx; y < heightPx - rimPx; y += 1) {
      const row = [y * widthPx + rimPx, (y + 1) * widthPx - rimPx] as const;
      expect(values.subarray(...row)).toEqual(expected.subarray(...row));
    }
  });

  it('adds up: what is blurred twice is blurred by the root of both squares', () => {
    const middle = (part: Part): number => part.values[24 * part.widthPx + 20] ?? 0;
    const once = middle(blurredPart([Math.sqrt(1.2 ** 2 + 1.1 ** 2)]));
    expect(Math.abs(once - middle(blurredPart([1.2, 1.1])))).toBeLessThan(1);
  });
});

describe('a part', () => {
  it('goes on with the last pixel beyond the ends of the picture', () => {
    const { values, widthPx } = new Part(new Chip(RGBA, SIDE), {
      left: -2,
      top: -3,
      right: SIDE + 2,
      bottom: SIDE + 3,
    });
    expect([values[0], values[2 + 3 * widthPx]]).toEqual([GREY[0], GREY[0]]);
    expect(values.at(-1)).toBe(GREY.at(-1));
  });

  it('leaves nothing of the picture behind once it is cleared', () => {
    const part = blurredPart([1]);
    part.clear();
    part.blur(gaussian(2));
    expect(part.values.every((value) => value === 0)).toBe(true);
  });
});

describe('gaussian', () => {
  it('refuses one that is wider than the loops go', () => {
    expect(() => gaussian(3)).toThrow(RangeError);
  });
});
