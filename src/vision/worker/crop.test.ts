import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faceCrop } from './crop.js';

describe('faceCrop', () => {
  it('widens the face about its centre', () => {
    const face = { x: 300, y: 200, width: 50, height: 60 };
    // 50 · 2.7 = 135 and 60 · 2.7 = 162, about (325, 230).
    expect(faceCrop(face, 2.7, 640, 480)).toEqual({
      x: expect.closeTo(257.5, 9),
      y: expect.closeTo(149, 9),
      width: expect.closeTo(135, 9),
      height: expect.closeTo(162, 9),
    });
  });

  it('is shifted, not cut, where the face is near a corner', () => {
    const face = { x: 10, y: 400, width: 50, height: 60 };
    expect(faceCrop(face, 2.7, 640, 480)).toMatchObject({ x: 0, y: expect.closeTo(480 - 162, 9) });
    const right = { x: 600, y: 5, width: 50, height: 60 };
    expect(faceCrop(right, 2.7, 640, 480)).toMatchObject({ x: expect.closeTo(640 - 135, 9), y: 0 });
  });

  it('is no higher than the frame less one pixel, and keeps the shape of the face', () => {
    const face = { x: 240, y: 120, width: 160, height: 200 };
    // 479 / 200 = 2.395 is less than 4.
    const crop = faceCrop(face, 4, 640, 480);
    expect(crop.height).toBeCloseTo(479, 9);
    expect(crop.width).toBeCloseTo(160 * 2.395, 9);
    expect(crop.x).toBeCloseTo(320 - 80 * 2.395, 9);
    // Centred it would begin at 220 − 239.5.
    expect(crop.y).toBe(0);
  });

  it('stays inside the frame for any face that is not larger than it', () => {
    const anyFace = fc
      .record({
        width: fc.double({ min: 1, max: 600, noNaN: true }),
        height: fc.double({ min: 1, max: 450, noNaN: true }),
        atX: fc.double({ min: 0, max: 1, noNaN: true }),
        atY: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ width, height, atX, atY }) => ({
        x: atX * (640 - width),
        y: atY * (480 - height),
        width,
        height,
      }));
    fc.assert(
      fc.property(anyFace, fc.constantFrom(2.7, 4), (face, scale) => {
        const { x, y, width, height } = faceCrop(face, scale, 640, 480);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(640.000001);
        expect(y + height).toBeLessThanOrEqual(480.000001);
      }),
    );
  });
});
