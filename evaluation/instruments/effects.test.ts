import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../src/testing/person/random.js';
import type { Picture } from '../../src/testing/person/render.js';
import {
  blurredBy,
  compressed,
  flipped,
  graded,
  mixed,
  noisy,
  padded,
  smearedAcross,
  toned,
} from './effects.js';

const random = randomNumbers(3);
const PICTURE: Picture = {
  width: 48,
  height: 32,
  rgb: Uint8ClampedArray.from({ length: 48 * 32 * 3 }, () => random() * 256),
};

const flat = (value: number): Picture => ({ ...PICTURE, rgb: PICTURE.rgb.slice().fill(value) });

/** One white pixel in the middle. */
function dot(): Picture {
  const picture = { width: 81, height: 81, rgb: new Uint8ClampedArray(81 * 81 * 3) };
  picture.rgb.fill(255, (40 * 81 + 40) * 3, (40 * 81 + 40) * 3 + 3);
  return picture;
}

describe('effects', () => {
  it.each<[string, (picture: Picture) => Picture]>([
    ['noisy', (picture) => noisy(picture, 9, 5)],
    ['toned', (picture) => toned(picture, (value) => value / 2)],
    ['graded', (picture) => graded(picture, 0.2, 1)],
    ['flipped', flipped],
    ['blurredBy', (picture) => blurredBy(picture, 3)],
    ['smearedAcross', (picture) => smearedAcross(picture, 4)],
    ['padded', (picture) => padded(picture, 4)],
    ['compressed', (picture) => compressed(picture, 5)],
    ['mixed', (picture) => mixed(picture, flat(0), 0.5)],
  ])('%s gives the same bytes each time, others than it got, and keeps its input', (_name, effect) => {
    const before = PICTURE.rgb.slice();
    const first = effect(PICTURE);
    expect(effect(PICTURE)).toEqual(first);
    expect(first.rgb).not.toEqual(before);
    expect(PICTURE.rgb).toEqual(before);
  });

  it('flipped twice is the original', () => {
    expect(flipped(flipped(PICTURE))).toEqual(PICTURE);
  });

  it('noisy has the asked standard deviation', () => {
    const grey = { width: 320, height: 240, rgb: new Uint8ClampedArray(320 * 240 * 3).fill(128) };
    const values = [...noisy(grey, 4, 6).rgb].filter((_, index) => index % 3 === 0);
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - 128) ** 2, 0) / values.length);
    expect(deviation).toBeCloseTo(6, 0);
  });

  it.each([
    [2, 0.89],
    [6, 0.86],
  ])('blurredBy softens an edge as a Gaussian of σ = %d px does', (sigmaPx, share) => {
    const half = { width: 121, height: 9, rgb: new Uint8ClampedArray(121 * 9 * 3) };
    for (let y = 0; y < 9; y++) half.rgb.fill(255, (y * 121 + 60) * 3, (y + 1) * 121 * 3);
    const { rgb } = blurredBy(half, sigmaPx);
    const at = (x: number): number => (rgb[(4 * 121 + x) * 3] ?? 0) / 255;
    // The edge lies between columns 59 and 60, so this is Φ((σ + 0.5) / σ).
    expect(Math.abs(at(60 + sigmaPx) - share)).toBeLessThan(0.06);
    expect(Math.abs(at(59 - sigmaPx) - (1 - share))).toBeLessThan(0.06);
  });

  it('smearedAcross spreads a dot over its row only', () => {
    const { rgb } = smearedAcross(dot(), 4);
    const lit = [...rgb].flatMap((value, index) => (index % 3 === 0 && value > 0 ? [index / 3] : []));
    expect(lit).toEqual(Array.from({ length: 9 }, (_, x) => 40 * 81 + 36 + x));
  });

  it('graded leaves the right edge and darkens the left', () => {
    const { rgb } = graded(flat(200), 0.25, 1);
    expect([rgb[0], rgb[47 * 3]]).toEqual([50, 200]);
  });

  it('padded shows the picture small in the middle of black', () => {
    const { rgb } = padded(flat(200), 4);
    const lit = [...rgb].filter((value) => value === 200).length / 3;
    expect(lit).toBe((48 / 4) * (32 / 4));
    expect(rgb[0]).toBe(0);
  });

  it('compressed makes blocks: noise weaker than the coring is gone', () => {
    const { rgb } = compressed(noisy(flat(120), 2, 1), 6);
    expect(new Set(rgb.subarray(0, 8 * 3).filter((_, index) => index % 3 === 0)).size).toBe(1);
  });
});
