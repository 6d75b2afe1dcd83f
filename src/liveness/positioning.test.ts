import { describe, expect, it } from 'vitest';
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
  ['a covered lens', { face: null, backgroundRgb: [0, 0, 0], sceneLuminance: 2 }, 'camera.no_frames'],
  ['two people, before all else', { secondFaceAreaRatio: 0.5, face: { iedPx: 30 } }, 'face.multiple'],
  [
    'too far, before the light',
    { backgroundRgb: DARK_ROOM, face: { iedPx: 50, entropyBits: 3 } },
    'face.too_far',
  ],
  ['nearly too far', { face: { iedPx: 62 } }, 'face.too_far'],
  ['too close', { face: { boxPx: tall } }, 'face.too_close'],
  // In the camera's picture, which is no mirror, the person's own right is on the left.
  ['at the person’s right', { face: { boxPx: aside } }, 'place_left'],
  ['at the person’s left', { face: { boxPx: { ...aside, x: 440 } } }, 'place_right'],
  ['too high', { face: { boxPx: { ...aside, x: 230, y: 0 } } }, 'place_down'],
  ['too low', { face: { boxPx: { ...aside, x: 230, y: 238 } } }, 'place_up'],
  [
    'aside, before the light',
    { backgroundRgb: DARK_ROOM, face: { boxPx: aside, entropyBits: 3 } },
    'place_left',
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
  ['turned away, before blurred', { face: { yawDeg: 30, sharpness: 0.1 } }, 'face.not_frontal'],
  ['blurred', { face: { sharpness: 0.1 } }, 'image.blurry'],
  ['dark glasses', { face: { eyeContrast: 0.05 } }, 'face.eyes_covered'],
  ['a mask', { face: { lipContrast: 0.05 } }, 'face.mouth_covered'],
  ['broken numbers', { face: { iedPx: Number.NaN } }, 'model.failed'],
])('says one thing: %s', (_name, change, hint) => {
  expect(positioningHint(frame(change))).toBe(hint);
});

it('asks nobody to take off dark glasses whose clip is not judged by them', () => {
  const blind = frame({ face: { eyeContrast: 0.05, orbitLightRatio: 0.05 } });
  expect(positioningHint(blind, false, 'no-gestures')).toBeNull();
});

/** A face of this size, upright in the middle of the picture. */
function faceOf(iedPx: number, [widthPx, heightPx]: readonly [number, number]) {
  const [width, height] = [2.1 * iedPx, 2.67 * iedPx];
  const boxPx = { x: (widthPx - width) / 2, y: (heightPx - height) / 2, width, height };
  return frame({
    widthPx,
    heightPx,
    face: { iedPx, boxPx, eyeMidpointPx: [widthPx / 2, heightPx / 2 - 0.35 * height] },
  });
}

describe('the distance', () => {
  it.each([
    [[640, 480], 66, 143],
    [[480, 640], 66, 191],
    [[480, 480], 66, 143],
    [[3840, 2160], 66, 647],
    // As near as a face may be to the gate's 60 px, and as large as may fill the picture.
    [[320, 240], 65, 80],
    [[240, 320], 66, 95],
  ] as const)('in a picture of %s px is good from %d to %d px between the eyes', (size, nearest, largest) => {
    expect(positioningHint(faceOf(nearest, size))).toBeNull();
    expect(positioningHint(faceOf(nearest - 2, size))).toBe('face.too_far');
    expect(positioningHint(faceOf(largest, size))).toBeNull();
    expect(positioningHint(faceOf(largest + 3, size))).not.toBeNull();
  });

  it.each([
    [320, 180],
    [176, 144],
    [160, 120],
  ] as const)('in a picture of %d × %d px is never good, and the picture is named', (widthPx, heightPx) => {
    expect(positioningHint(faceOf(60, [widthPx, heightPx]))).toBe('picture_too_small');
    expect(positioningHint(frame({ widthPx, heightPx, face: null }))).toBe('picture_too_small');
  });
});

it('says nothing about a blink', () => {
  expect(positioningHint(frame({ face: { lidGapRatio: 0 } }))).toBeNull();
});
