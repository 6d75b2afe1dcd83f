import { describe, expect, it } from 'vitest';
import { Chip } from './chip.js';
import type { Runs } from './runs.js';
import { noiseSigma, sharpnessOf } from './sharpness.js';

const SIDE = 150;
/** The columns up to `behind` of all rows. */
const columns = (behind: number): Runs =>
  Array.from({ length: 2 * SIDE }, (_, at) => (at >> 1) * SIDE + (at % 2) * behind);
const ALL = columns(SIDE);

/** Soft-edged stripes, like brows and lids. @param edgePx - how far an edge reaches. */
function stripes(edgePx: number, contrast = 80): (x: number, y: number) => number {
  return (x, y) => 120 + contrast * Math.tanh((20 / edgePx) * Math.sin((2 * Math.PI * (x + 0.3 * y)) / 40));
}

/** Noise of a sensor: the same each time. */
function noise(sigma: number): () => number {
  let state = 7;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => sigma * 2 * (uniform() + uniform() + uniform() - 1.5);
}

function chip(grey: (x: number, y: number) => number, sigma = 0): Chip {
  const next = noise(sigma);
  const values = Uint8ClampedArray.from(
    { length: SIDE * SIDE },
    (_, at) => grey(at % SIDE, Math.floor(at / SIDE)) + next(),
  );
  const rgba = Uint8ClampedArray.from({ length: 4 * values.length }, (_, at) => values[at >> 2] ?? 0);
  return new Chip(rgba, SIDE);
}

const of = (one: Chip, face = ALL): number => sharpnessOf(one, face);

describe('sharpnessOf', () => {
  it('falls the softer the edges are', () => {
    const soft = [4, 8, 16, 30].map((edgePx) => of(chip(stripes(edgePx), 2)));
    expect(soft).toEqual(soft.toSorted((a, b) => b - a));
    expect((soft[0] ?? 0) / (soft[3] ?? 1)).toBeGreaterThan(1.5);
  });

  it('does not ask for contrast, as of light skin', () => {
    const [strong, weak] = [80, 25].map((contrast) => of(chip(stripes(6, contrast), 1)));
    expect(Math.abs((strong ?? 0) - (weak ?? 0))).toBeLessThan(0.04);
  });

  it('does not take noise for sharpness', () => {
    const [clean, noisy] = [1, 8].map((sigma) => of(chip(stripes(16), sigma)));
    expect(Math.abs((clean ?? 0) - (noisy ?? 0))).toBeLessThan(0.06);
    expect(of(chip(() => 120))).toBe(0);
    expect(of(chip(() => 120, 4))).toBeLessThan(0.9);
  });

  it('looks at the face alone', () => {
    const left = columns(SIDE / 2);
    const halves = of(
      chip((x, y) => stripes(x < SIDE / 2 + 8 ? 20 : 3)(x, y), 1),
      left,
    );
    expect(Math.abs(halves - of(chip(stripes(20), 1), left))).toBeLessThan(0.02);
    expect(of(chip(stripes(20), 1), [])).toBe(0);
  });
});

describe('noiseSigma', () => {
  it.each([2, 5, 8])('reads %d grey values on a face with edges', (sigma) => {
    const inner = Array.from({ length: 200 }, (_, at) => (25 + (at >> 1)) * SIDE + 25 + 100 * (at % 2));
    expect(Math.abs(noiseSigma(chip(stripes(10), sigma), inner) / sigma - 1)).toBeLessThan(0.25);
  });
});
