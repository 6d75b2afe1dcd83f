import { describe, expect, it } from 'vitest';
import { FRACTION_BITS, toFixedPoint, toFixedThreshold } from './fixed-point.js';
import { directions, dot, near, plainDot, scaled } from './vectors.fixture.js';

const DIM = 512;
const ONE_SQUARED = 2 ** (2 * FRACTION_BITS);
/** The threshold of the model that ships (docs/thresholds.md). */
const THRESHOLD = 0.45;
const HALF_A_STEP_OVER = 361.51 / 2 ** FRACTION_BITS;
/** Of unit length; its first component is what the others leave. */
const ROUNDED_UP = Float32Array.from({ length: DIM }, (_, at) =>
  at === 0 ? Math.sqrt(1 - (DIM - 1) * HALF_A_STEP_OVER ** 2) : HALF_A_STEP_OVER,
);
/** √d / 2¹³ + d / 2²⁸, as fixed-point.ts derives it. */
const MOST_ERROR = Math.sqrt(DIM) / 2 ** FRACTION_BITS + DIM / 4 / ONE_SQUARED;

describe('fixed point of 13 bits', () => {
  it('moves a similarity at the threshold by no more than is said, and much less as a rule', () => {
    const draw = directions(1, DIM);
    const errors = Array.from({ length: 300 }, () => {
      const one = draw();
      const other = near(one, draw(), THRESHOLD);
      const fixed = plainDot(toFixedPoint(one), toFixedPoint(other)) / ONE_SQUARED;
      return fixed - dot(one, other);
    });
    expect(MOST_ERROR).toBeLessThan(0.0028);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(MOST_ERROR);
    const rootMeanSquare = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(rootMeanSquare).toBeGreaterThan(4e-5);
    expect(rootMeanSquare).toBeLessThan(6e-5);
  });

  it.each([
    ['even', new Float32Array(DIM).fill(1 / Math.sqrt(DIM))],
    ['in one component', Float32Array.from({ length: DIM }, (_, at) => (at === 0 ? 1 : 0))],
    ['rounded up by almost half a step throughout', ROUNDED_UP],
  ])('overflows nowhere: a vector that is %s, with itself and with its opposite', (_, shape) => {
    const vector = toFixedPoint(shape);
    const opposite = vector.map((component) => -component);
    expect(plainDot(vector, vector)).toBeLessThan(2 ** 26.01);
    expect(plainDot(vector, opposite)).toBeGreaterThan(-(2 ** 26.01));
    for (const threshold of [-1, 1])
      expect(Math.abs(plainDot(vector, opposite) - toFixedThreshold(threshold))).toBeLessThan(2 ** 27.01);
  });

  it('brings what is a thousandth too long or too short to unit length', () => {
    const vector = directions(2, DIM)();
    const longer = scaled(vector, 1.0009);
    expect(toFixedPoint(longer)).toEqual(toFixedPoint(vector));
  });

  it.each([
    ['the zero vector', new Float32Array(DIM)],
    ['a longer one', new Float32Array(DIM).fill(1)],
    ['one that is not of numbers', new Float32Array(DIM).fill(Number.NaN)],
  ])('refuses %s', (_, vector) => {
    expect(() => toFixedPoint(vector)).toThrow(expect.objectContaining({ code: 'shares.bad_input' }));
  });

  it('has a least product for each threshold, and none for what is no similarity', () => {
    expect(toFixedThreshold(0.5)).toBe(2 ** 25);
    expect(toFixedThreshold(0.5 + 2 ** -27)).toBe(2 ** 25 + 1);
    expect(toFixedThreshold(-1)).toBe(-(2 ** 26));
    for (const outside of [1.001, -1.001, Number.NaN])
      expect(() => toFixedThreshold(outside)).toThrow(expect.objectContaining({ code: 'shares.bad_input' }));
  });
});
