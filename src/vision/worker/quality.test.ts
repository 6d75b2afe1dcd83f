import { describe, expect, it } from 'vitest';
import { CHIP_SIDE_PX } from './align.js';
import { entropyBits, laplacianVariance, meanOf, shareAtLeast, toGrey } from './quality.js';

function chip(grey: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: CHIP_SIDE_PX ** 2 }, (_, i) =>
    grey(i % CHIP_SIDE_PX, Math.floor(i / CHIP_SIDE_PX)),
  );
}

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

describe('laplacianVariance', () => {
  it('is zero on a flat picture and on an even slope', () => {
    expect(
      laplacianVariance(
        chip(() => 90),
        CHIP_SIDE_PX,
      ),
    ).toBe(0);
    expect(
      laplacianVariance(
        chip((x) => x),
        CHIP_SIDE_PX,
      ),
    ).toBe(0);
  });

  it('is 400² on a chessboard of 50 and 150: every pixel differs by 100 from its four neighbours', () => {
    const board = chip((x, y) => ((x + y) % 2 === 0 ? 50 : 150));
    expect(laplacianVariance(board, CHIP_SIDE_PX)).toBeCloseTo(400 ** 2, 6);
  });

  it('falls when the same edge is blurred', () => {
    const sharp = chip((x) => (x < 75 ? 40 : 200));
    const blurred = chip((x) => Math.min(200, Math.max(40, 40 + ((x - 71) * 160) / 8)));
    expect(laplacianVariance(blurred, CHIP_SIDE_PX)).toBeLessThan(
      0.1 * laplacianVariance(sharp, CHIP_SIDE_PX),
    );
  });
});

describe('entropyBits', () => {
  it('is the number of bits of equally frequent values', () => {
    expect(entropyBits(Uint8Array.of(7, 7, 7))).toBe(0);
    expect(entropyBits(Uint8Array.of(0, 255))).toBe(1);
    expect(entropyBits(Uint8Array.from({ length: 512 }, (_, i) => i % 256))).toBeCloseTo(8, 9);
  });
});

describe('shareAtLeast', () => {
  it('counts the level itself', () => {
    expect(shareAtLeast(Uint8Array.of(246, 247, 248, 255), 247)).toBe(0.75);
  });
});
