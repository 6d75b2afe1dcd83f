import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import {
  applySimilarity,
  chipTransform,
  fitSimilarity,
  MEASURED_CHIP,
  type Similarity,
  TEMPLATES,
} from './align.js';

const SQUARE: readonly Point[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];

function similarity(scale: number, angleDeg: number, tx: number, ty: number): Similarity {
  const angle = (angleDeg * Math.PI) / 180;
  return { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx, ty };
}

function expectClose(found: Similarity, expected: Similarity): void {
  for (const key of ['a', 'b', 'tx', 'ty'] as const) expect(found[key]).toBeCloseTo(expected[key], 6);
}

describe('fitSimilarity', () => {
  it('finds a quarter turn with doubling and a shift', () => {
    const turned: readonly Point[] = [
      [10, 20],
      [10, 24],
      [6, 24],
      [6, 20],
    ];
    expectClose(fitSimilarity(SQUARE, turned), { a: 0, b: 2, tx: 10, ty: 20 });
  });

  it('undoes any rotation, scale and shift exactly', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        (scale, angleDeg, shift) => {
          const made = similarity(scale, angleDeg, shift, -shift);
          expectClose(
            fitSimilarity(
              SQUARE,
              SQUARE.map((point) => applySimilarity(made, point)),
            ),
            made,
          );
        },
      ),
    );
  });

  it('does not mirror, whatever the points ask for', () => {
    const mirrored = SQUARE.map(([x, y]): Point => [-x, y]);
    const { a, b } = fitSimilarity(SQUARE, mirrored);
    // The best rotation for a mirrored square has no use of either axis.
    expect(a).toBeCloseTo(0, 9);
    expect(b).toBeCloseTo(0, 9);
  });

  it('leaves the least squared error when the points do not fit', () => {
    const [corner, ...others] = SQUARE;
    const bent: readonly Point[] = [[(corner?.[0] ?? 0) - 0.5, 0.3], ...others];
    const error = (fit: Similarity): number =>
      SQUARE.reduce((sum, point, index) => {
        const [x, y] = applySimilarity(fit, point);
        const [u, v] = bent[index] ?? [Number.NaN, Number.NaN];
        return sum + (x - u) ** 2 + (y - v) ** 2;
      }, 0);
    const best = fitSimilarity(SQUARE, bent);
    for (const nudge of [-0.01, 0.01]) {
      for (const key of ['a', 'b', 'tx', 'ty'] as const) {
        expect(error({ ...best, [key]: best[key] + nudge })).toBeGreaterThan(error(best));
      }
    }
  });

  it('refuses points without extent and lists of different length', () => {
    expect(() =>
      fitSimilarity(
        [
          [1, 1],
          [1, 1],
        ],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    ).toThrow(RangeError);
    expect(() => fitSimilarity(SQUARE, SQUARE.slice(1))).toThrow(RangeError);
  });
});

describe('chipTransform', () => {
  const { targetsPx } = TEMPLATES['dlib-150'];

  it("has dlib's chip with a quarter of padding: the eyes on one third of its height, the nose in the middle", () => {
    // (0.25 + 0.1206) / 1.5 · 150 = 37.06; (0.25 + 0.2137) / 1.5 · 150 = 46.37; (0.25 + 0.6278) / 1.5 · 150 = 87.78
    expect(targetsPx[0]?.[0]).toBeCloseTo(37.06, 9);
    expect(targetsPx[0]?.[1]).toBeCloseTo(46.37, 9);
    expect(targetsPx[4]).toEqual([expect.closeTo(74.01, 9), expect.closeTo(87.78, 9)]);
  });

  it.each([
    { template: 'dlib-150', sidePx: 150 },
    { template: 'arcface-112', sidePx: 112 },
    { template: 'arcface-112', sidePx: 160 },
  ] as const)(
    'carries a face that is tilted, small and off centre onto $template at $sidePx px',
    ({ template, sidePx }) => {
      const shape = TEMPLATES[template];
      const targets = shape.targetsPx.map(
        ([x, y]): Point => [x, y].map((value) => (value * sidePx) / shape.sidePx) as [number, number],
      );
      const inFrame = similarity(0.6, 17, 320, 40);
      const pointsPx = new Float32Array(2 * 478);
      shape.landmarks.forEach((index, place) => {
        pointsPx.set(applySimilarity(inFrame, targets[place] ?? [0, 0]), 2 * index);
      });
      const transform = chipTransform(pointsPx, { template, sidePx });
      shape.landmarks.forEach((index, place) => {
        const found = applySimilarity(transform, [pointsPx[2 * index] ?? 0, pointsPx[2 * index + 1] ?? 0]);
        expect(found[0]).toBeCloseTo(targets[place]?.[0] ?? Number.NaN, 3);
        expect(found[1]).toBeCloseTo(targets[place]?.[1] ?? Number.NaN, 3);
      });
    },
  );

  it('keeps every template inside its picture, the person’s right eye on the left', () => {
    for (const { sidePx, landmarks: indices, targetsPx: targets } of Object.values(TEMPLATES)) {
      expect(targets).toHaveLength(indices.length);
      expect(targets.flat().every((value) => value > 0 && value < sidePx)).toBe(true);
    }
    const { targetsPx: arcface } = TEMPLATES['arcface-112'];
    expect(arcface[0]?.[0]).toBeLessThan(arcface[1]?.[0] ?? 0);
  });

  it('measures quality on one chip, whichever model embeds', () => {
    expect(MEASURED_CHIP).toEqual({ template: 'dlib-150', sidePx: 150 });
  });
});
