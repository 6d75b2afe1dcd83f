import { expect, it } from 'vitest';
import type { FrameObservation } from '../core/observation.js';
import { checkOneFace } from './one-face.js';
import { inOneSize } from './one-size.js';
import { evidenceOf, film, turns } from './series.fixture.js';
import { decide } from './verdict.js';

const CHALLENGE = { id: 'c1', steps: [{ action: 'turn-left', cueAtMs: 1_100 }] } as const;

/** The series as a camera gives it whose picture is smaller from half of the clip on. */
function shrunk(series: readonly FrameObservation[], by: number): readonly FrameObservation[] {
  return series.map((seen) => {
    if (seen.mediaTimeMs < 2_500 || seen.face === null) return seen;
    const { face } = seen;
    const { x, y, width, height } = face.boxPx;
    return {
      ...seen,
      widthPx: seen.widthPx * by,
      heightPx: seen.heightPx * by,
      face: {
        ...face,
        boxPx: { x: x * by, y: y * by, width: width * by, height: height * by },
        iedPx: face.iedPx * by,
        eyeMidpointPx: [face.eyeMidpointPx[0] * by, face.eyeMidpointPx[1] * by],
        rigidPointsPx: face.rigidPointsPx.map((px) => px * by),
        eyeToChinPx: face.eyeToChinPx * by,
      },
    };
  });
}

const turning = film({ yawAt: turns({ fromMs: 1_500, peakDeg: 40 }) });

it('gives a series back whose picture changed its size', () => {
  expect(inOneSize(shrunk(turning, 0.5))).toEqual(turning);
  expect(inOneSize([])).toEqual([]);
});

it('leaves a picture of another shape as it is', () => {
  const [first, ...others] = turning.map((seen) => ({ ...seen, widthPx: 480, heightPx: 640 }));
  const turned = others.map((seen) => ({ ...seen, widthPx: 640, heightPx: 480 }));
  expect(inOneSize(first === undefined ? [] : [first, ...turned]).slice(1)).toEqual(turned);
});

it('keeps the verdict what it is without the change, and is needed for that', () => {
  const smaller = shrunk(turning, 0.5);
  expect(checkOneFace(smaller)).toMatchObject({ band: 'fail', reason: 'face.gap' });
  const bandOf = (series: readonly FrameObservation[], of: string) =>
    decide(evidenceOf(series), CHALLENGE, 'standard').checks.find(({ id }) => id === of);
  for (const id of ['one-face', 'challenge', 'parallax'])
    expect(bandOf(smaller, id)).toEqual(bandOf(turning, id));
  expect(bandOf(smaller, 'one-face')).toEqual({ id: 'one-face', band: 'pass' });
});

it('still judges the quality by the pixels that there are', () => {
  const checks = decide(evidenceOf(shrunk(turning, 0.25)), CHALLENGE, 'standard').checks;
  expect(checks.find(({ id }) => id === 'quality')).toMatchObject({ band: 'fail', reason: 'face.too_far' });
});
