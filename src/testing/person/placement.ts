import type { Placement } from './rasterize.js';
import type { Person } from './scene.js';

/** Field of view of a usual webcam, 56° over the picture's width. */
export const FOCAL_PER_WIDTH = 0.94;
/** Where the head turns: in the neck, behind the face. */
const PIVOT_CM = [0, -1, -3] as const;

/** Pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Where a part of the person is in a picture of this size.
 * @param share - of the head's turn that the part goes along with: 1 = the head, 0 = the torso. */
export function placed(size: FrameSize, person: Person, share: Readonly<Turning> = WHOLE): Placement {
  return {
    rotation: rotation(person.yawDeg * share.yaw, person.pitchDeg * share.pitch, person.rollDeg * share.roll),
    pivot: PIVOT_CM,
    distanceCm: person.distanceCm,
    focalPx: size.width * FOCAL_PER_WIDTH,
    centrePx: [size.width / 2 + person.offsetPx[0], size.height / 2 + person.offsetPx[1]],
  };
}

interface Turning {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

const WHOLE: Turning = { yaw: 1, pitch: 1, roll: 1 };

/** Row-major 3 × 3: first yaw, then pitch, then roll, about the axes of the camera. */
export function rotation(yawDeg: number, pitchDeg: number, rollDeg: number): readonly number[] {
  const [yaw, pitch, roll] = [yawDeg, pitchDeg, rollDeg].map((degrees) => (degrees * Math.PI) / 180);
  const [sy, cy] = [Math.sin(yaw ?? 0), Math.cos(yaw ?? 0)];
  const [sp, cp] = [Math.sin(pitch ?? 0), Math.cos(pitch ?? 0)];
  const [sr, cr] = [Math.sin(roll ?? 0), Math.cos(roll ?? 0)];
  const [ux, uy, uz] = [-sp * sy, cp, sp * cy];
  return [
    cr * cy - sr * ux,
    -sr * uy,
    cr * sy - sr * uz,
    sr * cy + cr * ux,
    cr * uy,
    sr * sy + cr * uz,
    -cp * sy,
    -sp,
    cp * cy,
  ];
}
