import { describe, expect, it } from 'vitest';
import { MEASURED_CHIP } from './align.js';
import { entropyBits, laplacianVariance, meanOf, shareAtLeast, toGrey } from './quality.js';

function chip(grey: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: MEASURED_CHIP.sidePx ** 2 }, (_, i) =>
    grey(i % MEASURED_CHIP.sidePx, Math.floor(i / MEASURED_CHIP.sidePx)),
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
        MEASURED_CHIP.sidePx,
      ),
    ).toBe(0);
    expect(
      laplacianVariance(
        chip((x) => x),
        MEASURED_CHIP.sidePx,
      ),
    ).toBe(0);
  });

  it('is 400² on a chessboard of 50 and 150: every pixel differs by 100 from its four neighbours', () => {
    const board = chip((x, y) => ((x + y) % 2 === 0 ? 50 : 150));
    expect(laplacianVariance(board, MEASURED_CHIP.sidePx)).toBeCloseTo(400 ** 2, 6);
  });

  it('falls when the same edge is blurred', () => {
    const sharp = chip((x) => (x < 75 ? 40 : 200));
    const blurred = chip((x) => Math.min(200, Math.max(40, 40 + ((x - 71) * 160) / 8)));
    expect(laplacianVariance(blurred, MEASURED_CHIP.sidePx)).toBeLessThan(
      0.1 * laplacianVariance(sharp, MEASURED_CHIP.sidePx),
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
