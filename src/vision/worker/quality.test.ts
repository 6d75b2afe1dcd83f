import { describe, expect, it } from 'vitest';
import { type Histogram, histogramOf } from './histogram.js';
import { entropyBits, meanOf, shareAtLeast, toGrey } from './quality.js';

describe('grey', () => {
  it('weighs green most and blue least, and keeps black and white', () => {
    const rgba = Uint8ClampedArray.of(
      0,
      0,
      0,
      255,
      255,
      255,
      255,
      255,
      255,
      0,
      0,
      255,
      0,
      255,
      0,
      255,
      0,
      0,
      255,
      255,
    );
    expect([...toGrey(rgba)]).toEqual([0, 255, 76, 150, 29]);
  });

  it('has the mean of its pixels', () => {
    expect(meanOf(Uint8Array.of(0, 100, 200))).toBe(100);
  });
});

/** Of values, each of which is a run of its own. */
function histogram(...values: readonly number[]): Histogram {
  return histogramOf(
    Uint8Array.from(values),
    values.flatMap((_, at) => [at, at + 1]),
  );
}

describe('entropyBits', () => {
  it('is the number of bits of equally frequent values', () => {
    expect(entropyBits(histogram(7, 7, 7))).toBe(0);
    expect(entropyBits(histogram(0, 255))).toBe(1);
    expect(entropyBits(histogram(...Array.from({ length: 512 }, (_, i) => i % 256)))).toBeCloseTo(8, 9);
  });

  it('leaves out what is no face', () => {
    expect(entropyBits(histogramOf(Uint8Array.of(0, 255, 7, 9), [0, 2]))).toBe(1);
    expect(entropyBits(histogramOf(Uint8Array.of(0, 255), []))).toBe(0);
  });
});

describe('shareAtLeast', () => {
  it('counts the level itself', () => {
    expect(shareAtLeast(histogram(246, 247, 248, 255), 247)).toBe(0.75);
  });

  it('leaves out what is no face: a white wall', () => {
    expect(shareAtLeast(histogramOf(Uint8Array.of(100, 120, 255, 255), [0, 2]), 247)).toBe(0);
    expect(shareAtLeast(histogramOf(Uint8Array.of(255), []), 247)).toBe(0);
  });
});
