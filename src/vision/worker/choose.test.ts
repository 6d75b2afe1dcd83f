import { describe, expect, it } from 'vitest';
import { boxOf, chooseFace, eyeMidpointOf, iedOf } from './choose.js';
import type { Landmarks } from './landmarks.js';

/** A face whose surface fills a box four eye distances wide and high around its eyes. */
function face(centreX: number, centreY: number, iedPx: number): Landmarks {
  const pointsPx = new Float32Array(2 * 478);
  for (let index = 0; index < 468; index += 1) {
    const side = index % 2 === 0 ? -2 : 2;
    pointsPx.set([centreX + side * iedPx, centreY + side * iedPx], 2 * index);
  }
  for (let index = 468; index < 478; index += 1) {
    const side = index < 473 ? -0.5 : 0.5;
    pointsPx.set([centreX + side * iedPx, centreY], 2 * index);
  }
  return { pointsPx, yawDeg: 0, pitchDeg: 0, rollDeg: 0 };
}

describe('chooseFace', () => {
  it('finds no face in no faces', () => {
    expect(chooseFace([], 640, 480)).toEqual({ face: null, secondFaceAreaRatio: 0 });
  });

  it('takes the larger face, whatever the order of the detector', () => {
    const [near, far] = [face(300, 240, 100), face(500, 240, 50)];
    for (const faces of [
      [near, far],
      [far, near],
    ]) {
      expect(chooseFace(faces, 640, 480)).toEqual({ face: near, secondFaceAreaRatio: 0.25 });
    }
  });

  it('prefers the seller in the middle over a slightly larger face at the edge', () => {
    const [middle, edge] = [face(320, 240, 90), face(620, 240, 100)];
    const chosen = chooseFace([edge, middle], 640, 480);
    expect(chosen.face).toBe(middle);
    expect(chosen.secondFaceAreaRatio).toBeCloseTo((100 / 90) ** 2, 5);
  });
});

describe('the measures of one face', () => {
  it('takes the box from the surface and the eyes from the irises', () => {
    const one = face(320, 240, 80);
    expect(boxOf(one)).toEqual({ x: 160, y: 80, width: 320, height: 320 });
    expect(iedOf(one)).toBe(80);
    expect(eyeMidpointOf(one)).toEqual([320, 240]);
  });
});
