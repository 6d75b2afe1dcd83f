import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestForeshortening } from './foreshortening.js';
import { MAX_FORESHORTENING } from './parallax.js';
import { faceAt, type Subject } from './series.fixture.js';

const PERSON: Subject = { shape: 'head', distanceCm: 45, noisePx: () => 0, reportedShare: 1 };

/** One face per degree and side, three times: as often as a slow machine sees each in a turn. */
function turning(peakDeg: number, change: Partial<Subject> = {}) {
  const yaws = Array.from({ length: 2 * peakDeg + 1 }, (_, index) => index - peakDeg);
  return yaws.flatMap((yawDeg) => Array.from({ length: 3 }, () => faceAt(yawDeg, { ...PERSON, ...change })));
}

describe('largestForeshortening', () => {
  it('is small for a head, however far it turns and however near it is', () => {
    const scene = fc.record({
      peakDeg: fc.integer({ min: 10, max: 45 }),
      distanceCm: fc.integer({ min: 32, max: 60 }),
    });
    fc.assert(
      fc.property(scene, ({ peakDeg, distanceCm }) => {
        expect(largestForeshortening(turning(peakDeg, { distanceCm }))).toBeLessThan(MAX_FORESHORTENING / 2);
      }),
      { numRuns: 40 },
    );
  });

  it('is large for a card of which a part of the turn is reported', () => {
    const scene = fc.record({
      peakDeg: fc.integer({ min: 40, max: 60 }),
      reportedShare: fc.double({ min: 0.25, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(scene, ({ peakDeg, reportedShare }) => {
        const card = turning(peakDeg, { shape: 'card', reportedShare });
        expect(largestForeshortening(card)).toBeGreaterThan(MAX_FORESHORTENING);
      }),
      { numRuns: 40 },
    );
  });

  it('is not moved by a frame or two whose landmarks slipped', () => {
    const slipped = Array.from({ length: 2 }, () => ({ ...faceAt(0), iedPx: 20 }));
    expect(largestForeshortening([...turning(30), ...slipped])).toBeLessThan(MAX_FORESHORTENING / 2);
  });

  it('is not moved by smeared frames from the middle of a turn, the ones nearest to 0°', () => {
    const resting = Array.from({ length: 30 }, () => faceAt(3));
    const smeared = Array.from({ length: 6 }, () => ({ ...faceAt(0), iedPx: 1.4 * faceAt(0).iedPx }));
    const turned = [12, 16, 20, 25, 30].map((yawDeg) => faceAt(yawDeg));
    expect(largestForeshortening([...resting, ...smeared, ...turned])).toBeLessThan(MAX_FORESHORTENING);
  });

  it('is not a number when the face is never seen from the front, or a measure is broken', () => {
    expect(largestForeshortening([30, 31, 32, 33].map((yawDeg) => faceAt(yawDeg)))).toBeNaN();
    expect(largestForeshortening([...turning(20), { ...faceAt(0), iedPx: Number.NaN }])).toBeNaN();
  });
});
