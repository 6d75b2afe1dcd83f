import { describe, expect, it } from 'vitest';
import { checkOneFace } from './one-face.js';
import { type Change, film, turns } from './series.fixture.js';

function check(changeAt: (atMs: number) => Change) {
  const { band, reason } = checkOneFace(film({ changeAt }));
  return reason === undefined ? band : `${band} ${reason}`;
}
const between = (fromMs: number, untilMs: number, change: Change) => (atMs: number) =>
  atMs >= fromMs && atMs < untilMs ? change : {};

describe('checkOneFace', () => {
  it('passes one face that stays', () => {
    expect(check(() => ({}))).toBe('pass');
  });

  it.each([
    ['nobody is there', () => ({ face: null }), 'face.none'],
    ['the face is away for 400 ms', between(2_000, 2_400, { face: null }), 'face.gap'],
    ['the face comes late', between(0, 500, { face: null }), 'face.gap'],
    ['the face leaves before the end', between(4_600, 5_000, { face: null }), 'face.gap'],
    [
      'a second face stands beside for most of a second',
      between(2_000, 2_700, { faceCount: 2, secondFaceAreaRatio: 0.4 }),
      'face.multiple',
    ],
    [
      'the face is suddenly elsewhere',
      between(2_500, 5_000, { face: { eyeMidpointPx: [120, 240] } }),
      'face.gap',
    ],
    ['the face is suddenly of another size', between(2_500, 5_000, { face: { iedPx: 160 } }), 'face.gap'],
  ])('fails when %s', (_name, changeAt, reason) => {
    expect(check(changeAt)).toBe(`fail ${reason}`);
  });

  it.each([
    ['a gap of 200 ms', between(2_000, 2_200, { face: null })],
    ['someone small in the background', () => ({ faceCount: 2, secondFaceAreaRatio: 0.05 })],
    ['a second face in a single frame', between(2_000, 2_060, { faceCount: 2, secondFaceAreaRatio: 0.4 })],
    [
      'leaves that look like a second face in every third frame',
      (atMs: number) =>
        Math.round(atMs / (1_000 / 15)) % 3 === 0 ? { faceCount: 2, secondFaceAreaRatio: 0.8 } : {},
    ],
    [
      'a head that moves across the picture',
      (atMs: number) => ({ face: { eyeMidpointPx: [220 + atMs / 25, 240] as const } }),
    ],
  ])('forgives %s', (_name, changeAt) => {
    expect(check(changeAt)).toBe('pass');
  });

  it('forgives a head that turns by 60° between three frames of ten a second', () => {
    const yawAt = turns({ fromMs: 1_450, peakDeg: 60, riseMs: 200 });
    expect(checkOneFace(film({ yawAt, every: 3 })).band).toBe('pass');
  });

  it('is absent, not passed, when nobody looked for more than a second', () => {
    const series = film().filter(({ mediaTimeMs }) => mediaTimeMs < 2_000 || mediaTimeMs > 3_200);
    expect(checkOneFace(series)).toMatchObject({ band: 'absent', reason: 'frames.too_few' });
    expect(checkOneFace([])).toMatchObject({ band: 'absent', reason: 'frames.too_few' });
  });

  it('is absent, not passed, when the numbers are broken', () => {
    expect(check(() => ({ secondFaceAreaRatio: Number.NaN }))).toBe('absent model.failed');
  });
});
