import { expect, it } from 'vitest';
import { positioningHint } from './positioning.js';
import { type Change, frame } from './series.fixture.js';

it('has nothing to say about a good frame', () => {
  expect(positioningHint(frame())).toBeNull();
});

const tall = { x: 100, y: 10, width: 300, height: 400 };
const aside = { x: 20, y: 120, width: 180, height: 240 };

const DARK_ROOM = [0.005, 0.005, 0.005] as const;

it.each<[string, Change, string]>([
  ['nobody', { face: null }, 'face.none'],
  ['nobody to be seen in the dark', { face: null, backgroundRgb: DARK_ROOM }, 'light.too_dark'],
  ['two people, before all else', { secondFaceAreaRatio: 0.5, face: { iedPx: 30 } }, 'face.multiple'],
  [
    'too far, before the light',
    { backgroundRgb: DARK_ROOM, face: { iedPx: 50, entropyBits: 3 } },
    'face.too_far',
  ],
  ['nearly too far', { face: { iedPx: 62 } }, 'face.too_far'],
  ['too close', { face: { boxPx: tall } }, 'face.too_close'],
  ['aside', { face: { boxPx: aside } }, 'face.off_center'],
  [
    'aside, before the light',
    { backgroundRgb: DARK_ROOM, face: { boxPx: aside, entropyBits: 3 } },
    'face.off_center',
  ],
  [
    'too dark, before the pose',
    { backgroundRgb: DARK_ROOM, face: { entropyBits: 3, yawDeg: 30 } },
    'light.too_dark',
  ],
  ['too bright', { face: { overExposedShare: 0.3 } }, 'light.too_bright'],
  ['half in the dark', { face: { cheekLightRatio: 0.03 } }, 'light.uneven'],
  [
    'turned away, whose eyes therefore look close together',
    { face: { yawDeg: 40, iedPx: 50 } },
    'face.not_frontal',
  ],
  ['turned away, before blurred', { face: { yawDeg: 30, sharpness: 1 } }, 'face.not_frontal'],
  ['blurred', { face: { sharpness: 1 } }, 'image.blurry'],
  ['broken numbers', { face: { iedPx: Number.NaN } }, 'model.failed'],
])('says one thing: %s', (_name, change, hint) => {
  expect(positioningHint(frame(change))).toBe(hint);
});

it('says nothing about a blink', () => {
  expect(positioningHint(frame({ face: { lidGapRatio: 0 } }))).toBeNull();
});
