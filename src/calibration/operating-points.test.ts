import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIBRATIONS, type Calibration, calibrationOf } from './calibration.js';
import {
  GALLERIES,
  largestGallery,
  lowestUsablePoint,
  MOST_FALSE_HITS,
  operatingPoints,
  pairsNeeded,
  pointForGallery,
  pointForGalleryOverall,
  pointForOverallFmr,
  shippedPoint,
} from './operating-points.js';
import { falseHits, ruleOfThree, upperBound } from './rates.js';

function measured(modelId: string): Calibration {
  const calibration = calibrationOf(modelId);
  if (calibration === null) throw new Error(`${modelId} has no calibration`);
  return calibration;
}

describe.each(CALIBRATIONS)('the calibration of $modelId', (calibration) => {
  const { points, people } = calibration;

  it('counts fewer false matches and more misses from point to point', () => {
    for (const [index, point] of points.entries()) {
      const next = points[index + 1];
      if (next === undefined) continue;
      expect(next.threshold).toBeGreaterThan(point.threshold);
      const share = ({ errors, n }: { errors: number; n: number }): number => errors / n;
      expect(share(next.overall)).toBeLessThanOrEqual(share(point.overall));
      expect(share(next.genuine)).toBeGreaterThanOrEqual(share(point.genuine));
    }
  });

  it('has no more pairs of a group than its people make', () => {
    for (const { groups } of points)
      for (const [group, { n }] of Object.entries(groups)) {
        const size = { ...people }[group] ?? 0;
        // 294,000 pairs of women are published to three digits.
        expect(n / ((size * (size - 1)) / 2)).toBeCloseTo(1, 2);
      }
  });

  it('is of at least a hundred people in every group: fewer are not published', () => {
    for (const size of Object.values(people)) expect(size).toBeGreaterThanOrEqual(100);
  });

  it('gives no operating point whose worst group nobody counted', () => {
    for (const { worst } of operatingPoints(calibration)) expect(worst.rate.n).toBeGreaterThan(0);
  });
});

describe('the worst group', () => {
  it('is the one with the highest upper bound', () => {
    for (const { threshold, worst } of CALIBRATIONS.flatMap(operatingPoints))
      for (const { points } of CALIBRATIONS)
        for (const { groups, threshold: at } of points)
          if (at === threshold)
            for (const rate of Object.values(groups))
              expect(worst.fmrAtMost).toBeGreaterThanOrEqual(upperBound(rate));
  });
});

describe('the point that is shipped', () => {
  it.each([
    ['mobilefacenet', 0.45, 'east-asian', 3],
    ['dlib-resnet-v1', 0.959, 'east-asian', 6],
  ])('of %s is %f', (modelId, threshold, group, errors) => {
    expect(shippedPoint(measured(modelId))).toMatchObject({
      threshold,
      worst: { group, rate: { errors, n: 5_886 } },
    });
  });

  it('is the lowest in steps of a hundredth at which no group may exceed 0.3 %', () => {
    const points = operatingPoints(measured('mobilefacenet'));
    const bounds = points.map(({ threshold, worst }) => [threshold, worst.fmrAtMost] as const);
    expect(bounds.filter(([, bound]) => bound <= 0.003).map(([threshold]) => threshold)[0]).toBe(0.45);
    expect(bounds.find(([threshold]) => threshold === 0.44)?.[1]).toBeGreaterThan(0.003);
  });

  it('lies above the lowest that is usable at all', () => {
    expect(lowestUsablePoint(measured('mobilefacenet'))?.threshold).toBe(0.38);
    expect(lowestUsablePoint(measured('dlib-resnet-v1'))?.threshold).toBe(0.959);
  });
});

describe('thresholds by the size of a marketplace', () => {
  it('can be shown for nobody’s group: 5,886 pairs show no rate below 3 in 5,886', () => {
    for (const calibration of CALIBRATIONS)
      for (const enrolled of GALLERIES) expect(pointForGallery(calibration, enrolled)).toBeNull();
    expect(largestGallery(ruleOfThree(5_886))).toBe(196);
  });

  it('hold a tenth of a false hit where they are given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (enrolled) => {
        for (const calibration of CALIBRATIONS) {
          const worst = pointForGallery(calibration, enrolled);
          const overall = pointForGalleryOverall(calibration, enrolled);
          if (worst !== null)
            expect(falseHits(worst.worst.fmrAtMost, enrolled)).toBeLessThanOrEqual(MOST_FALSE_HITS + 1e-12);
          if (overall !== null)
            expect(falseHits(upperBound(overall.overall), enrolled)).toBeLessThanOrEqual(
              MOST_FALSE_HITS + 1e-12,
            );
          // The average never asks for more than the worst group does.
          if (worst !== null) expect(overall?.threshold).toBeLessThanOrEqual(worst.threshold);
        }
      }),
    );
  });

  it('rise with the size', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }));
    fc.assert(
      fc.property(sizes, ([a, b]) => {
        for (const calibration of CALIBRATIONS) {
          const low = pointForGallery(calibration, Math.min(a, b))?.threshold ?? Number.POSITIVE_INFINITY;
          const high = pointForGallery(calibration, Math.max(a, b))?.threshold ?? Number.POSITIVE_INFINITY;
          expect(high).toBeGreaterThanOrEqual(low);
        }
      }),
    );
  });

  it('say how many pairs would show them', () => {
    expect(GALLERIES.map(pairsNeeded)).toEqual([30_000, 300_000, 3_000_000]);
    for (const enrolled of GALLERIES)
      expect(falseHits(ruleOfThree(pairsNeeded(enrolled)), enrolled)).toBeCloseTo(MOST_FALSE_HITS, 9);
  });
});

describe('the threshold for a false match rate of everybody', () => {
  it('is the lowest whose interval ends at or below it', () => {
    const at = (mostFmr: number) => pointForOverallFmr(measured('mobilefacenet'), mostFmr)?.threshold ?? null;
    expect([1e-3, 1e-4, 1e-5].map(at)).toEqual([0.34, 0.42, 0.49]);
    expect(at(1e-9)).toBeNull();
  });
});

describe('calibrationOf', () => {
  it('knows nothing of a model that was not measured', () => expect(calibrationOf('constructor')).toBeNull());
});
