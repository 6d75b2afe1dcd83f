import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../core/geometry.js';
import { parseTestChallenge } from './challenge.js';
import { homographyResidual } from './homography.js';
import { checkParallax, MIN_RESIDUAL, MIN_SPAN_DEG, measureParallax } from './parallax.js';
import { film, type Subject, turns } from './series.fixture.js';

const CHALLENGE = parseTestChallenge('turn-left@1100,turn-right@3000');

/** Normally distributed, from a seed: Box-Muller over a small congruential generator. */
function noise(seed: number, sigmaPx: number): () => number {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  return () => sigmaPx * Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

function turned(peakDeg: number, subject: Partial<Subject>) {
  const yawAt = turns({ fromMs: 1_450, peakDeg }, { fromMs: 3_350, peakDeg: -peakDeg });
  return film({ yawAt, subject });
}

describe('homographyResidual', () => {
  const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
  const plane: readonly Point[] = [-100, -30, 40, 100].flatMap((x) => [-90, 0, 80].map((y): Point => [x, y]));

  it('is zero for whatever a plane can do: shift, turn, shear, perspective', () => {
    const small = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    const homography = fc.tuple(small, small, small, small, coordinate, coordinate, small, small);
    fc.assert(
      fc.property(homography, ([a, b, c, d, x0, y0, g, h]) => {
        const image = plane.map(([x, y]): Point => {
          const w = 1 + (g * x + h * y) / 200;
          return [((1 + a) * x + b * y + x0) / w, (c * x + (1 + d) * y + y0) / w];
        });
        fc.pre(image.every(([x, y]) => Math.hypot(x, y) < 2_000));
        expect(homographyResidual(plane, image, 80)).toBeLessThan(1e-3);
      }),
    );
  });

  it('does not depend on the unit of the picture', () => {
    const bent = plane.map(([x, y]): Point => [x + (y * y) / 300, y + (x * x) / 500]);
    const twice = (points: readonly Point[]) => points.map(([x, y]): Point => [2 * x, 2 * y]);
    expect(homographyResidual(twice(plane), twice(bent), 160)).toBeCloseTo(
      homographyResidual(plane, bent, 80),
      9,
    );
  });

  it('is not a number for points without an extent', () => {
    const same = plane.map((): Point => [3, 4]);
    expect(homographyResidual(same, plane, 0)).toBeNaN();
  });
});

describe('checkParallax', () => {
  it('passes a head that turns, and fails a card that the landmarker would believe', () => {
    expect(checkParallax(turned(32, {}), CHALLENGE)).toEqual({ id: 'parallax', band: 'pass' });
    expect(checkParallax(turned(32, { shape: 'card' }), CHALLENGE)).toEqual({
      id: 'parallax',
      band: 'fail',
      reason: 'parallax.flat',
    });
  });

  it('says nothing without a reported span: a real card reports an eighth of its turn', () => {
    const card = turned(40, { shape: 'card', reportedShare: 1 / 8 });
    expect(checkParallax(card, CHALLENGE)).toMatchObject({ band: 'absent', reason: 'parallax.no_span' });
    expect(checkParallax(turned(9, {}), CHALLENGE)).toMatchObject({
      band: 'absent',
      reason: 'parallax.no_span',
    });
  });

  it('separates head from card over distance, turn and a pixel of noise', () => {
    const scene = fc.record({
      peakDeg: fc.integer({ min: 20, max: 40 }),
      distanceCm: fc.integer({ min: 35, max: 60 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(scene, ({ peakDeg, distanceCm, seed }) => {
        const head = measureParallax(turned(peakDeg, { distanceCm, noisePx: noise(seed, 1) }));
        const card = measureParallax(turned(peakDeg, { shape: 'card', distanceCm, noisePx: noise(seed, 1) }));
        expect(head?.residual).toBeGreaterThan(MIN_RESIDUAL);
        expect(card?.residual).toBeLessThan(MIN_RESIDUAL);
        expect(head?.spanDeg).toBeGreaterThan(MIN_SPAN_DEG);
      }),
      { numRuns: 40 },
    );
  });

  it('is absent, not passed, when it was not asked, sees too little, or the numbers are broken', () => {
    const head = turned(32, {});
    expect(checkParallax(head, { id: 'c', steps: [] })).toMatchObject({ reason: 'challenge.not_asked' });
    expect(checkParallax(head.slice(0, 5), CHALLENGE)).toMatchObject({
      band: 'absent',
      reason: 'frames.too_few',
    });
    const broken = film({ changeAt: () => ({ face: { rigidPointsPx: [Number.NaN] } }) });
    expect(checkParallax(broken, CHALLENGE)).toMatchObject({ band: 'absent', reason: 'model.failed' });
    const shapeless = head.map((observation) =>
      observation.face === null
        ? observation
        : { ...observation, face: { ...observation.face, rigidPointsPx: [] } },
    );
    expect(checkParallax(shapeless, CHALLENGE)).toMatchObject({ band: 'absent', reason: 'model.failed' });
  });
});
