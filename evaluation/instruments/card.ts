import { FOCAL_PER_WIDTH, rotation } from '../../src/testing/person/placement.js';
import { type Light, shade } from '../../src/testing/person/rasterize.js';
import type { Picture } from '../../src/testing/person/render.js';
import type { Person } from '../../src/testing/person/scene.js';

/** A flat or bent thing with a picture on it, before a camera: prints, screens, masks. */
export interface Card {
  readonly picture: Picture;
  readonly widthCm: number;
  readonly heightCm: number;
  /** Bent round an upright tube of this radius, the middle towards the camera. Infinity = flat. */
  readonly bendRadiusCm: number;
  /** Per texel of the picture, 0 = a hole … 255 = paper. Absent = paper everywhere. */
  readonly cover?: Uint8Array | undefined;
  /** What each texel is multiplied with. Colours of paper come from the room's light, those of a screen do not.
   * @param towardsLight - cosine of the angle between the surface and the light. */
  gain(uCm: number, vCm: number, towardsLight: number): number;
}

/** Where a card is held. Angles and offset as of a {@link Person}; the distance is from the camera to its middle. */
export type CardPose = Pick<Person, 'yawDeg' | 'pitchDeg' | 'rollDeg' | 'distanceCm' | 'offsetPx'> & {
  /** How far behind its middle the point is that it turns about, cm. Default 0. */
  readonly pivotBehindCm?: number;
};

/** From the middle of the head to the plane of the eyes, cm: a print at that plane shows the face at its own size. */
export const FACE_PLANE_CM = 6;

/** A card held where the person's face would be. */
export function heldBy(person: Person): CardPose {
  const { yawDeg, pitchDeg, rollDeg, distanceCm, offsetPx } = person;
  return { yawDeg, pitchDeg, rollDeg, distanceCm: distanceCm - FACE_PLANE_CM, offsetPx };
}

/** Paper of one colour under a light: gain of {@link Card}. */
export function litPaper(light: Light, level: number): Card['gain'] {
  return (_u, _v, towardsLight) => level * shade(light, towardsLight);
}

/** The room with the card before it, in true perspective: each pixel's ray is met with the card. */
export function layCard(room: Picture, card: Card, pose: CardPose, light: Light): Picture {
  const { width, height } = room;
  const rgb = room.rgb.slice();
  const meet = meeting(card, pose, light);
  const hit: Hit = { u: 0, v: 0, towardsLight: 0 };
  const focal = width * FOCAL_PER_WIDTH;
  const [centreX, centreY] = [width / 2 + pose.offsetPx[0], height / 2 + pose.offsetPx[1]];
  const put = texelPainter(card, rgb);
  for (let y = 0, at = 0; y < height; y++) {
    const up = (centreY - y - 0.5) / focal;
    for (let x = 0; x < width; x++, at += 3) {
      if (meet((x + 0.5 - centreX) / focal, up, hit)) put(hit, at);
    }
  }
  return { width, height, rgb };
}

/** Where a ray meets the card: cm from its middle, right and up, along the paper. */
interface Hit {
  u: number;
  v: number;
  towardsLight: number;
}

/** Solves ray and card in the card's own space, where the camera moves and the card does not.
 * @returns a function of the ray's slopes, right and up; false = it misses. */
function meeting(card: Card, pose: CardPose, light: Light): (x: number, y: number, hit: Hit) => boolean {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, k = 1] = rotation(
    pose.yawDeg,
    pose.pitchDeg,
    pose.rollDeg,
  );
  const { pivotBehindCm = 0 } = pose;
  const pivotCm = pose.distanceCm + pivotBehindCm;
  const { bendRadiusCm: radius } = card;
  const [halfWidth, halfHeight] = [card.widthCm / 2, card.heightCm / 2];
  const [lx, ly, lz] = light.direction;
  const [lightX, lightZ] = [a * lx + d * ly + g * lz, c * lx + f * ly + k * lz];
  const [cameraX, cameraY, cameraZ] = [g * pivotCm, h * pivotCm, k * pivotCm - pivotBehindCm];
  return (x, y, hit) => {
    const rayX = a * x + d * y - g;
    const rayY = b * x + e * y - h;
    const rayZ = c * x + f * y - k;
    const reach =
      radius === Number.POSITIVE_INFINITY
        ? -cameraZ / rayZ
        : tubeReach(cameraX, cameraZ + radius, rayX, rayZ, radius);
    if (!(reach > 0)) return false;
    const across = cameraX + reach * rayX;
    hit.v = cameraY + reach * rayY;
    if (radius === Number.POSITIVE_INFINITY) {
      hit.u = across;
      hit.towardsLight = lightZ;
      if (rayZ >= 0) return false;
    } else {
      const depth = cameraZ + radius + reach * rayZ;
      hit.u = radius * Math.atan2(across, depth);
      hit.towardsLight = (lightX * across + lightZ * depth) / radius;
    }
    return Math.abs(hit.u) < halfWidth && Math.abs(hit.v) < halfHeight;
  };
}

/** How far along the ray its first crossing with the upright tube about the origin is; NaN = none. */
function tubeReach(cameraX: number, cameraZ: number, rayX: number, rayZ: number, radius: number): number {
  const a = rayX * rayX + rayZ * rayZ;
  const b = cameraX * rayX + cameraZ * rayZ;
  const c = cameraX * cameraX + cameraZ * cameraZ - radius * radius;
  return (-b - Math.sqrt(b * b - a * c)) / a;
}

/** Puts the card's colour at a hit over what is there: bilinear, soft over the outermost texel and along holes. */
function texelPainter(card: Card, out: Uint8ClampedArray): (hit: Hit, at: number) => void {
  const { picture, cover } = card;
  const { width, height, rgb } = picture;
  const [perU, perV] = [width / card.widthCm, height / card.heightCm];
  return ({ u, v, towardsLight }, at) => {
    const column = u * perU + width / 2 - 0.5;
    const row = height / 2 - v * perV - 0.5;
    const left = Math.min(Math.max(Math.floor(column), 0), width - 2);
    const top = Math.min(Math.max(Math.floor(row), 0), height - 2);
    const [fx, fy] = [column - left, row - top];
    const nearest = Math.min(height - 1, Math.round(top + fy)) * width + Math.round(left + fx);
    const alpha =
      cover === undefined
        ? Math.min(1, column + 1, width - column, row + 1, height - row)
        : (cover[nearest] ?? 0) / 255;
    if (alpha <= 0) return;
    const lit = card.gain(u, v, towardsLight) * alpha;
    const first = (top * width + left) * 3;
    const below = first + width * 3;
    for (let channel = 0; channel < 3; channel++) {
      const [p, q] = [first + channel, below + channel];
      const upper = (rgb[p] ?? 0) * (1 - fx) + (rgb[p + 3] ?? 0) * fx;
      const lower = (rgb[q] ?? 0) * (1 - fx) + (rgb[q + 3] ?? 0) * fx;
      const colour = upper * (1 - fy) + lower * fy;
      out[at + channel] = (out[at + channel] ?? 0) * (1 - alpha) + colour * lit;
    }
  };
}
