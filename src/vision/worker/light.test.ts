import { describe, expect, it } from 'vitest';
import { toLinear } from '../../core/srgb.js';
import { Chip } from './chip.js';
import { meanColourOutside, pixelHash } from './light.js';

describe('toLinear', () => {
  // IEC 61966-2-1: 18 % grey is sRGB 118.
  it.each([
    [0, 0],
    [118, 0.181],
    [255, 1],
  ])('%i → %f', (value, expected) => expect(toLinear(value)).toBeCloseTo(expected, 3));
});

/** 4 × 2 pixels: the two in the middle of the upper row red, the rest blue. */
function picture(): Uint8ClampedArray {
  const isFace = (pixel: number): boolean => pixel === 1 || pixel === 2;
  return Uint8ClampedArray.from(
    { length: 32 },
    (_, at) => [isFace(at >> 2) ? 255 : 0, 0, isFace(at >> 2) ? 0 : 255, 255].at(at % 4) ?? 0,
  );
}

/** The same twice, one below the other. */
function square(): Uint8ClampedArray {
  return Uint8ClampedArray.of(...picture(), ...picture());
}

describe('the mean colours', () => {
  it('are of the face, and of what is outside its bounds', () => {
    expect(new Chip(square(), 4).meanColour([1, 3])).toEqual([1, 0, 0]);
    const box = { x: 1, y: 0, width: 2, height: 1 };
    expect(meanColourOutside({ rgba: picture(), widthPx: 4 }, box)).toEqual([0, 0, 1]);
  });

  it('are black without a face, and of everything without bounds', () => {
    expect(new Chip(square(), 4).meanColour([])).toEqual([0, 0, 0]);
    expect(meanColourOutside({ rgba: picture(), widthPx: 4 }, null)).toEqual([0.25, 0, 0.75]);
  });
});

describe('pixelHash', () => {
  it('is a whole number of at most 53 bits, equal for equal pictures', () => {
    const hash = pixelHash(picture());
    expect(Number.isSafeInteger(hash)).toBe(true);
    expect(pixelHash(picture())).toBe(hash);
  });

  it('differs for every single bit that differs', () => {
    const hashes = new Set([pixelHash(picture())]);
    for (let at = 0; at < 32; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const other = picture();
        other[at] = (other[at] ?? 0) ^ (1 << bit);
        hashes.add(pixelHash(other));
      }
    }
    expect(hashes.size).toBe(1 + 32 * 8);
  });
});
