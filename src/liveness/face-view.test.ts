import { describe, expect, it } from 'vitest';
import { faceView } from './face-view.js';
import { type Change, frame } from './series.fixture.js';

describe('faceView', () => {
  it.each<[string, Change, ReturnType<typeof faceView>]>([
    ['from the front', {}, 'front'],
    ['turned by 20°', { face: { yawDeg: 20 } }, 'turned'],
    ['turned by 40° to the right', { face: { yawDeg: -40 } }, 'turned'],
    ['turned, and therefore read as looking up', { face: { yawDeg: 30, pitchDeg: 22 } }, 'turned'],
    ['hardly turned', { face: { yawDeg: 17 } }, null],
    ['turned further than the model knows a face', { face: { yawDeg: 41 } }, null],
    ['looking up', { face: { pitchDeg: 21 } }, null],
    ['turned and tipped', { face: { yawDeg: 25, rollDeg: 21, iedPx: 120 } }, 'turned'],
    ['turned, with a second face', { faceCount: 2, secondFaceAreaRatio: 0.3, face: { yawDeg: 25 } }, null],
    ['turned and blurred', { face: { yawDeg: 25, sharpness: 0.18 } }, null],
    ['nobody', { face: null }, null],
    ['a broken number', { face: { yawDeg: Number.NaN } }, null],
  ])('%s', (_, change, view) => {
    expect(faceView(frame(change), 'standard')).toBe(view);
  });
});
