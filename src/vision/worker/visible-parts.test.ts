import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import { cheeksOf } from './cheeks.js';
import { Chip } from './chip.js';
import { POINT } from './points.js';
import { visibleParts } from './visible-parts.js';

/** A drawing of a face: where its parts are, and what colour. */
const SIDE = 150;
const RIGHT_EYE: Point = [45, 50];
const LEFT_EYE: Point = [105, 50];
const MOUTH: Point = [75, 110];

type Rgb = readonly [number, number, number];
const SKIN: Rgb = [205, 158, 128];
const LIPS: Rgb = [170, 90, 85];

interface Ellipse {
  readonly middle: Point;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const eyeAt = (middle: Point): Ellipse => ({ middle, halfWidth: 14, halfHeight: 5 });
const orbitAt = (middle: Point): Ellipse => ({ middle, halfWidth: 22, halfHeight: 14 });
const LIP_SHAPE: Ellipse = { middle: MOUTH, halfWidth: 24, halfHeight: 9 };

function pointOn({ middle: [x, y], halfWidth, halfHeight }: Ellipse, share: number): Point {
  const around = share * 2 * Math.PI;
  return [x + halfWidth * Math.cos(around), y + halfHeight * Math.sin(around)];
}

/** The outlines as the landmarks have them, around each ellipse. */
const OUTLINES: readonly (readonly [Ellipse, readonly number[]])[] = [
  [eyeAt(RIGHT_EYE), [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246]],
  [eyeAt(LEFT_EYE), [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466]],
  [orbitAt(RIGHT_EYE), [226, 31, 228, 229, 230, 231, 232, 233, 244, 189, 221, 222, 223, 224, 225, 113]],
  [orbitAt(LEFT_EYE), [446, 261, 448, 449, 450, 451, 452, 453, 464, 413, 441, 442, 443, 444, 445, 342]],
  [LIP_SHAPE, [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]],
];

function onChip(index: number): Point {
  for (const [ellipse, indices] of OUTLINES) {
    const at = indices.indexOf(index);
    if (at >= 0) return pointOn(ellipse, at / indices.length);
  }
  if (index === POINT.rightIris) return RIGHT_EYE;
  return index === POINT.leftIris ? LEFT_EYE : MOUTH;
}

function measuresOf(rgba: Uint8ClampedArray, pointOnChip: (index: number) => Point) {
  const chip = new Chip(rgba, SIDE);
  return visibleParts(chip, pointOnChip, cheeksOf(chip.grey, RIGHT_EYE, LEFT_EYE, MOUTH));
}

class Drawing {
  readonly rgba = new Uint8ClampedArray(4 * SIDE * SIDE);

  fill({ middle: [cx, cy], halfWidth, halfHeight }: Ellipse, [red, green, blue]: Rgb): this {
    for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
      const [x, y] = [(pixel % SIDE) + 0.5, Math.floor(pixel / SIDE) + 0.5];
      if (((x - cx) / halfWidth) ** 2 + ((y - cy) / halfHeight) ** 2 <= 1)
        this.rgba.set([red, green, blue, 255], 4 * pixel);
    }
    return this;
  }

  measures() {
    return measuresOf(this.rgba, onChip);
  }
}

const WHOLE: Ellipse = { middle: [75, 75], halfWidth: 200, halfHeight: 200 };

function faceOf(skin: Rgb, lips: Rgb = LIPS): Drawing {
  const drawing = new Drawing().fill(WHOLE, skin).fill(LIP_SHAPE, lips);
  for (const middle of [RIGHT_EYE, LEFT_EYE])
    drawing.fill(eyeAt(middle), [225, 220, 215]).fill({ middle, halfWidth: 5, halfHeight: 5 }, [60, 40, 30]);
  return drawing;
}

describe('visibleParts', () => {
  const uncovered = faceOf(SKIN).measures();

  it('sees the white of the eye and its iris, the skin around it, and lips of their own colour', () => {
    expect(uncovered.eyeContrast).toBeGreaterThan(0.8);
    expect(uncovered.orbitLightRatio).toBeCloseTo(1, 1);
    expect(uncovered.lipColourDistance).toBeGreaterThan(0.3);
  });

  it('says the same of darker skin as far as the light goes', () => {
    const darker = faceOf([82, 63, 51], [68, 36, 34]).measures();
    expect(darker.orbitLightRatio).toBeCloseTo(uncovered.orbitLightRatio, 1);
    expect(darker.lipColourDistance).toBeCloseTo(uncovered.lipColourDistance, 0);
    expect(darker.eyeContrast).toBeGreaterThan(uncovered.eyeContrast);
  });

  it.each<[string, Rgb]>([
    ['black lenses', [18, 18, 20]],
    ['dark brown lenses', [60, 45, 35]],
  ])('finds no light and no contrast behind %s', (_, rgb) => {
    const glasses = faceOf(SKIN);
    for (const middle of [RIGHT_EYE, LEFT_EYE]) glasses.fill({ middle, halfWidth: 26, halfHeight: 20 }, rgb);
    const { eyeContrast, orbitLightRatio } = glasses.measures();
    expect(eyeContrast).toBeLessThan(0.05);
    expect(orbitLightRatio).toBeLessThan(0.2);
  });

  it('takes the better eye: one may be in the shade of the nose or behind hair', () => {
    const oneEyed = faceOf(SKIN)
      .fill({ middle: LEFT_EYE, halfWidth: 26, halfHeight: 20 }, [18, 18, 20])
      .measures();
    expect(oneEyed.eyeContrast).toBeCloseTo(uncovered.eyeContrast, 5);
    expect(oneEyed.orbitLightRatio).toBeCloseTo(uncovered.orbitLightRatio, 5);
  });

  it.each<[string, Rgb]>([
    ['a blue mask', [150, 190, 205]],
    ['a hand', [190, 146, 118]],
    ['a black scarf', [14, 14, 16]],
  ])('finds no lips behind %s', (_, rgb) => {
    const masked = faceOf(SKIN).fill({ middle: MOUTH, halfWidth: 45, halfHeight: 26 }, rgb).measures();
    expect(masked.lipContrast).toBeLessThan(0.05);
    expect(masked.lipColourDistance).toBeLessThan(0.05);
  });

  it('is made of numbers even where the face is not on the chip', () => {
    const away = (index: number): Point => [onChip(index)[0] + 500, onChip(index)[1]];
    const measures = measuresOf(faceOf(SKIN).rgba, away);
    expect(Object.values(measures).every(Number.isFinite)).toBe(true);
  });
});
