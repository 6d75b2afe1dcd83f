import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../core/geometry.js';
import { type FrameObservation, RIGID_POINTS } from '../core/observation.js';
import { parseTestChallenge } from './challenge.js';
import { homographyResidual } from './homography.js';
import { checkParallax, MIN_RESIDUAL, MIN_SPAN_DEG, measureParallax } from './parallax.js';
import { film, type Subject, turns } from './series.fixture.js';
import {
  bentPrint,
  FLAT_PRINT,
  NOMINAL_IED_PX,
  noiseFrom,
  type Shape,
  seenTurning,
  someHead,
} from './turning-shapes.fixture.js';

const CHALLENGE = parseTestChallenge('turn-left@1100,turn-right@3000');

function turned(peakDeg: number, subject: Partial<Subject>) {
  const yawAt = turns({ fromMs: 1_450, peakDeg }, { fromMs: 3_350, peakDeg: -peakDeg });
  return film({ yawAt, subject });
}

/** The same face with the nose's base, or the cheeks, further down. */
function withLonger(
  observation: FrameObservation,
  { nose = 1, cheeks = 1 }: { nose?: number; cheeks?: number },
): FrameObservation {
  if (observation.face === null) return observation;
  const { rigidPointsPx, eyeMidpointPx } = observation.face;
  const factors: Partial<Record<(typeof RIGID_POINTS)[number], number>> = {
    2: nose,
    205: cheeks,
    425: cheeks,
  };
  const moved = rigidPointsPx.map((value, at) => {
    const landmark = RIGID_POINTS[at >> 1];
    const factor = (landmark === undefined ? undefined : factors[landmark]) ?? 1;
    return at % 2 === 0 ? value : eyeMidpointPx[1] + factor * (value - eyeMidpointPx[1]);
  });
  return { ...observation, face: { ...observation.face, rigidPointsPx: moved } };
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

describe('the geometry behind the residual', () => {
  const RUNS = 400;
  const NOISE_PX = 2;
  const noise = noiseFrom(1);
  const residuals = (shape: () => Shape, yawDeg: number): readonly number[] =>
    Array.from({ length: RUNS }, () => {
      const [before, after] = seenTurning(shape(), yawDeg, NOISE_PX, noise);
      return homographyResidual(before, after, NOMINAL_IED_PX);
    }).toSorted((a, b) => a - b);
  const percentile = (sorted: readonly number[], share: number): number =>
    sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  const head = (): Shape => someHead(noise);

  it('tells a head from a flat and from a bent print at 20°, with 2 px of noise at 100 px between the eyes', () => {
    const p5 = percentile(residuals(head, 20), 0.05);
    const flatP95 = percentile(
      residuals(() => FLAT_PRINT, 20),
      0.95,
    );
    const bentP95 = percentile(
      residuals(() => bentPrint(90), 20),
      0.95,
    );
    expect(p5).toBeCloseTo(0.097, 2);
    expect(flatP95).toBeCloseTo(0.043, 2);
    expect(bentP95).toBeCloseTo(0.054, 2);
    expect(p5).toBeGreaterThan(MIN_RESIDUAL);
    expect(bentP95).toBeLessThan(MIN_RESIDUAL);
  });

  it('has little room at 15°, which is why 20° are asked for', () => {
    expect(percentile(residuals(head, 15), 0.05)).toBeLessThan(0.075);
  });

  it('grows with the turn of a head, and hardly with that of a print', () => {
    const medians = (shape: () => Shape): readonly number[] =>
      [10, 15, 20, 25].map((yawDeg) => percentile(residuals(shape, yawDeg), 0.5));
    const [ten = 0, , , twentyFive = 0] = medians(head);
    expect(twentyFive).toBeGreaterThan(2 * ten);
    for (const median of medians(() => FLAT_PRINT)) expect(median).toBeLessThan(0.05);
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

  it('fails what becomes narrower than its reported turn explains, although the other two locks are open', () => {
    const underread = turned(55, { reportedShare: 0.35 });
    expect(measureParallax(underread)?.spanDeg).toBeGreaterThan(MIN_SPAN_DEG);
    expect(measureParallax(underread)?.residual).toBeGreaterThan(MIN_RESIDUAL);
    expect(checkParallax(underread, CHALLENGE)).toMatchObject({ band: 'fail', reason: 'parallax.flat' });
  });

  it('passes a head that nods, smiles or is read as turning somewhat less than it does', () => {
    // Each moves one of the two lengths.
    const scene = fc.record({
      nod: fc.double({ min: 0, max: 0.3, noNaN: true }),
      smile: fc.double({ min: 0, max: 0.3, noNaN: true }),
      reportedShare: fc.double({ min: 0.85, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(scene, ({ nod, smile, reportedShare }) => {
        const head = turned(32, { reportedShare }).map((observation, index) =>
          withLonger(observation, index % 6 < 3 ? { nose: 1 + nod } : { cheeks: 1 + smile }),
        );
        expect(checkParallax(head, CHALLENGE)).toEqual({ id: 'parallax', band: 'pass' });
      }),
      { numRuns: 40 },
    );
  });

  it('passes a head that turns to one side only, as little as is asked', () => {
    const yawAt = turns({ fromMs: 1_450, peakDeg: 22 });
    expect(checkParallax(film({ yawAt }), CHALLENGE)).toEqual({ id: 'parallax', band: 'pass' });
  });

  it('judges a head that never quite faces the camera, and says nothing of one that is only seen from the side', () => {
    const aside = (byDeg: number) =>
      turned(20, {}).map((observation) =>
        observation.face === null
          ? observation
          : { ...observation, face: { ...observation.face, yawDeg: observation.face.yawDeg + byDeg } },
      );
    expect(checkParallax(aside(32), CHALLENGE)).toEqual({ id: 'parallax', band: 'pass' });
    expect(checkParallax(aside(60), CHALLENGE)).toMatchObject({ band: 'absent', reason: 'face.not_frontal' });
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
        const head = measureParallax(turned(peakDeg, { distanceCm, noisePx: noiseFrom(seed) }));
        const card = measureParallax(
          turned(peakDeg, { shape: 'card', distanceCm, noisePx: noiseFrom(seed) }),
        );
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
