import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FaceObservation } from '../core/observation.js';
import { checkQuality, frameDefects, frameScore } from './quality.js';
import { type Change, faceAt, film, frame, turns } from './series.fixture.js';

const DARK_ROOM = [0.005, 0.005, 0.005] as const;

describe('frameDefects', () => {
  it('finds nothing wrong with a good frame', () => {
    expect(frameDefects(frame())).toEqual([]);
  });

  it.each<[string, Change, string]>([
    ['no face', { face: null }, 'face.none'],
    ['a second face', { faceCount: 2, secondFaceAreaRatio: 0.3 }, 'face.multiple'],
    ['59 px between the eyes', { face: { iedPx: 59 } }, 'face.too_far'],
    ['yaw 16°', { face: { yawDeg: 16 } }, 'face.not_frontal'],
    ['pitch −21°', { face: { pitchDeg: -21 } }, 'face.not_frontal'],
    ['roll 21°', { face: { rollDeg: 21 } }, 'face.not_frontal'],
    ['lids without a gap', { face: { lidGapRatio: 0.004 } }, 'face.eyes_closed'],
    ['black lenses', { face: { eyeContrast: 0.08, orbitLightRatio: 0.15 } }, 'face.eyes_covered'],
    ['a hand over the eyes', { face: { eyeContrast: 0.1 } }, 'face.eyes_covered'],
    ['lenses that mirror a window', { face: { orbitLightRatio: 0.15 } }, 'face.eyes_covered'],
    ['a mask', { face: { lipContrast: 0.08, lipColourDistance: 0.02 } }, 'face.mouth_covered'],
    ['fingers', { face: { lipContrast: 0.33, lipColourDistance: 0.04 } }, 'face.mouth_covered'],
    [
      'fingers with lips between them',
      { face: { lipContrast: 0.47, lipColourDistance: 0.04 } },
      'face.mouth_covered',
    ],
    [
      'a face cut by the edge',
      { face: { boxPx: { x: -40, y: 100, width: 180, height: 240 } } },
      'face.off_center',
    ],
    ['a dark room', { backgroundRgb: DARK_ROOM, face: { entropyBits: 4.8 } }, 'light.too_dark'],
    [
      'a silhouette before a window',
      { backgroundRgb: [0.5, 0.5, 0.5], face: { entropyBits: 3.2 } },
      'light.too_dark',
    ],
    [
      'a face without shades because it is blown out',
      { face: { overExposedShare: 0.6, entropyBits: 3.1 } },
      'light.too_bright',
    ],
    ['5 % blown out', { face: { overExposedShare: 0.05 } }, 'light.too_bright'],
    ['a smeared picture', { face: { sharpness: 0.18 } }, 'image.blurry'],
    ['a face of which half is in the dark', { face: { cheekLightRatio: 0.05 } }, 'light.uneven'],
    [
      'eyes closer to the edge than a face is wide',
      { face: { eyeMidpointPx: [70, 200], iedPx: 80 } },
      'face.off_center',
    ],
    ['the same at the other edge', { face: { eyeMidpointPx: [570, 200], iedPx: 80 } }, 'face.off_center'],
  ])('names %s', (_name, change, reason) => {
    expect(frameDefects(frame(change))).toEqual([reason]);
  });

  it.each<[string, Change]>([
    ['60 px between the eyes', { face: { iedPx: 60 } }],
    ['a small tilt', { face: { yawDeg: 15, pitchDeg: -15, rollDeg: 20 } }],
    ['a large head with little margin', { face: { boxPx: { x: 150, y: 5, width: 340, height: 470 } } }],
    ['a lit face in a dark room', { backgroundRgb: DARK_ROOM, face: { entropyBits: 6.8 } }],
    [
      'cheeks without a common shade, which says as much of the skin as of the light',
      { face: { illuminationUniformity: 0 } },
    ],
    ['a room lit by a quarter', { backgroundRgb: [0.016, 0.016, 0.016], face: { entropyBits: 3.84 } }],
    ['narrow eyes', { face: { lidGapRatio: 0.01 } }],
    ['a soft webcam', { face: { sharpness: 0.27 } }],
    ['deep-set eyes under a lamp', { face: { eyeContrast: 0.3, orbitLightRatio: 0.3 } }],
    ['lips of the skin’s colour', { face: { lipContrast: 0.7, lipColourDistance: 0.01 } }],
    ['lips without a shade', { face: { lipContrast: 0.25, lipColourDistance: 0.2 } }],
    ['a window at the side', { face: { cheekLightRatio: 0.2 } }],
    [
      'a small head low in the picture, as a laptop shows it',
      {
        face: {
          iedPx: 64,
          eyeMidpointPx: [300, 360],
          eyeToChinPx: 100,
          boxPx: { x: 225, y: 290, width: 150, height: 185 },
        },
      },
    ],
    [
      'a head high in the picture, hair cut off',
      { face: { iedPx: 110, eyeMidpointPx: [350, 90], boxPx: { x: 230, y: -5, width: 240, height: 310 } } },
    ],
  ])('accepts %s (requirement Q-03)', (_name, change) => {
    expect(frameDefects(frame(change))).toEqual([]);
  });

  it('asks for even light only of a face that looks into the camera', () => {
    expect(frameDefects(frame({ face: { yawDeg: 30, cheekLightRatio: 0.05 } }))).toEqual([
      'face.not_frontal',
    ]);
  });

  it('does not ask a person without gestures for open eyes', () => {
    const closed = frame({ face: { lidGapRatio: 0 } });
    expect(frameDefects(closed, 'standard')).toEqual(['face.eyes_closed']);
    expect(frameDefects(closed, 'no-gestures')).toEqual([]);
  });

  it('names both where both are hidden', () => {
    const hidden = { eyeContrast: 0.05, lipContrast: 0.05 };
    expect(frameDefects(frame({ face: hidden }))).toEqual(['face.eyes_covered', 'face.mouth_covered']);
  });

  it('lets a person without gestures wear dark glasses, but no mask', () => {
    const hidden = { eyeContrast: 0.05, orbitLightRatio: 0.05, lipContrast: 0.05 };
    expect(frameDefects(frame({ face: hidden }), 'no-gestures')).toEqual(['face.mouth_covered']);
  });

  it('asks for eyes and mouth only of a face that looks into the camera', () => {
    expect(frameDefects(frame({ face: { yawDeg: 30, eyeContrast: 0, lipContrast: 0 } }))).toEqual([
      'face.not_frontal',
    ]);
  });

  it('takes eyes for closed by how this person opens them', () => {
    const open = (lidGapRatio: number) => Array.from({ length: 6 }, () => frame({ face: { lidGapRatio } }));
    const blink = (lidGapRatio: number) => frame({ face: { lidGapRatio } });
    expect(frameDefects(blink(0.012), 'standard', open(0.014))).toEqual([]);
    expect(frameDefects(blink(0.006), 'standard', open(0.014))).toEqual(['face.eyes_closed']);
    expect(frameDefects(blink(0.03), 'standard', open(0.09))).toEqual(['face.eyes_closed']);
    // A frame of a turned head says nothing of open eyes.
    const turned = open(0.2).map((one) => ({ ...one, face: one.face && { ...one.face, yawDeg: 30 } }));
    expect(frameDefects(blink(0.03), 'standard', turned)).toEqual([]);
  });

  it('never takes a broken number for a good frame', () => {
    const measures: readonly (keyof FaceObservation)[] = [
      'iedPx',
      'yawDeg',
      'pitchDeg',
      'rollDeg',
      'lidGapRatio',
      'lipGapRatio',
      'sharpness',
      'entropyBits',
      'overExposedShare',
      'illuminationUniformity',
      'eyeToChinPx',
    ];
    const broken = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    fc.assert(
      fc.property(fc.constantFrom(...measures), broken, (measure, value) => {
        const observation = frame({ face: { [measure]: value } });
        expect(frameDefects(observation)).toEqual(['model.failed']);
        expect(frameScore(observation)).toBe(0);
        expect(checkQuality([observation])).toMatchObject({ band: 'absent', reason: 'model.failed' });
      }),
    );
  });
});

describe('frameScore', () => {
  it.each<[string, Change]>([
    ['a turned head', { face: { yawDeg: 14 } }],
    ['a smaller face', { face: { iedPx: 62 } }],
    ['half-closed eyes', { face: { lidGapRatio: 0.025 } }],
    ['an open mouth', { face: { lipGapRatio: 0.25 } }],
    ['a softer picture', { face: { sharpness: 0.3 } }],
    ['flatter light', { face: { entropyBits: 5 } }],
    ['some glare', { face: { overExposedShare: 0.02 } }],
    ['one-sided light', { face: { illuminationUniformity: 0.2 } }],
    ['someone behind', { secondFaceAreaRatio: 0.09 }],
  ])('ranks %s below a good frame', (_name, change) => {
    expect(frameScore(frame(change))).toBeLessThan(frameScore(frame()));
    expect(frameScore(frame(change))).toBeGreaterThan(0);
  });

  it('is nothing without a face', () => {
    expect(frameScore(frame({ face: null }))).toBe(0);
  });
});

describe('checkQuality', () => {
  it('passes a clip in which the head turns as asked', () => {
    const yawAt = turns({ fromMs: 1_450, peakDeg: 35 }, { fromMs: 3_350, peakDeg: -35 });
    expect(checkQuality(film({ yawAt }))).toEqual({ id: 'quality', band: 'pass' });
  });

  it('fails with the most frequent reason', () => {
    const changeAt = (atMs: number): Change => ({
      face: { sharpness: 0.1, ...(atMs > 3_000 && { overExposedShare: 0.2 }) },
    });
    expect(checkQuality(film({ changeAt }))).toMatchObject({ band: 'fail', reason: 'image.blurry' });
  });

  it('fails when only a fifth of the frontal frames is good', () => {
    const changeAt = (atMs: number): Change =>
      atMs < 1_000 ? {} : { backgroundRgb: DARK_ROOM, face: { entropyBits: 4 } };
    expect(checkQuality(film({ changeAt }))).toMatchObject({ band: 'fail', reason: 'light.too_dark' });
  });

  it('passes eyes that are narrow all the time, and fails ones that close for half of it', () => {
    const lids = (gapAt: (atMs: number) => number) =>
      checkQuality(film({ changeAt: (atMs) => ({ face: { lidGapRatio: gapAt(atMs) } }) }));
    expect(lids(() => 0.012)).toMatchObject({ band: 'pass' });
    expect(lids((atMs) => (atMs % 1_000 < 500 ? 0.05 : 0.01))).toMatchObject({ reason: 'face.eyes_closed' });
  });

  it('blames the pose only when the person never faces the camera', () => {
    expect(checkQuality(film({ yawAt: () => 25 }))).toMatchObject({ reason: 'face.not_frontal' });
  });

  it('says nothing of a clip without a face or without frames', () => {
    expect(checkQuality(film({ changeAt: () => ({ face: null }) }))).toMatchObject({
      band: 'absent',
      reason: 'face.none',
    });
    expect(checkQuality([])).toMatchObject({ band: 'absent', reason: 'frames.too_few' });
    expect(checkQuality([frame({}, faceAt(0))])).toMatchObject({ band: 'absent', reason: 'frames.too_few' });
  });
});
