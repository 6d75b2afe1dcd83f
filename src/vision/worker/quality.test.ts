import { describe, expect, it } from 'vitest';
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

const ALL = (length: number): Uint8Array => new Uint8Array(length).fill(1);

describe('entropyBits', () => {
  it('is the number of bits of equally frequent values', () => {
    expect(entropyBits(Uint8Array.of(7, 7, 7), ALL(3))).toBe(0);
    expect(entropyBits(Uint8Array.of(0, 255), ALL(2))).toBe(1);
    expect(
      entropyBits(
        Uint8Array.from({ length: 512 }, (_, i) => i % 256),
        ALL(512),
      ),
    ).toBeCloseTo(8, 9);
  });

  it('leaves out what is no face', () => {
    expect(entropyBits(Uint8Array.of(0, 255, 7, 9), Uint8Array.of(1, 1, 0, 0))).toBe(1);
    expect(entropyBits(Uint8Array.of(0, 255), new Uint8Array(2))).toBe(0);
  });
});

describe('shareAtLeast', () => {
  it('counts the level itself', () => {
    expect(shareAtLeast(Uint8Array.of(246, 247, 248, 255), ALL(4), 247)).toBe(0.75);
  });

  it('leaves out what is no face: a white wall', () => {
    expect(shareAtLeast(Uint8Array.of(100, 120, 255, 255), Uint8Array.of(1, 1, 0, 0), 247)).toBe(0);
    expect(shareAtLeast(Uint8Array.of(255), new Uint8Array(1), 247)).toBe(0);
  });
});
