import { describe, expect, it } from 'vitest';
import { poseOf } from './landmarks.js';

const RADIANS = Math.PI / 180;

/** Column-major, as MediaPipe gives it: first yaw about y (up), then pitch about x, then roll about z (to the viewer). */
function matrix(yawDeg: number, pitchDeg: number, rollDeg: number): readonly number[] {
  const [sy, cy] = [Math.sin(yawDeg * RADIANS), Math.cos(yawDeg * RADIANS)];
  const [sp, cp] = [Math.sin(pitchDeg * RADIANS), Math.cos(pitchDeg * RADIANS)];
  const [sr, cr] = [Math.sin(rollDeg * RADIANS), Math.cos(rollDeg * RADIANS)];
  if (yawDeg === 0) return [cr, sr, 0, 0, -sr * cp, cr * cp, -sp, 0, -sr * sp, sp * cr, cp, 0, 0, 0, -40, 1];
  return [cy, 0, -sy, 0, 0, 1, 0, 0, sy, 0, cy, 0, 0, 0, -40, 1];
}

describe('poseOf', () => {
  it("reads a turn to the image's right as positive yaw", () => {
    expect(poseOf(matrix(25, 0, 0)).yawDeg).toBeCloseTo(25, 6);
    expect(poseOf(matrix(-25, 0, 0)).yawDeg).toBeCloseTo(-25, 6);
  });

  it('reads looking up as positive pitch, and no turn in it', () => {
    const { pitchDeg, yawDeg } = poseOf(matrix(0, 20, 0));
    expect(pitchDeg).toBeCloseTo(20, 6);
    expect(yawDeg).toBeCloseTo(0, 6);
  });

  it('reads a head that tips as roll alone', () => {
    expect(poseOf(matrix(0, 0, 12))).toEqual({
      yawDeg: expect.closeTo(0, 6),
      pitchDeg: expect.closeTo(0, 6),
      rollDeg: expect.closeTo(12, 6),
    });
  });

  it('is not a number without a matrix', () => {
    expect(poseOf([]).yawDeg).toBeNaN();
  });
});
