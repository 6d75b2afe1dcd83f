import type { Identity } from './identity.js';
import { grainTexture } from './paint.js';
import { gridSurface, merge, type Surface, type Texture } from './surface.js';

interface Frame {
  readonly halfWidthCm: number;
  readonly halfHeightCm: number;
  readonly rimCm: number;
  /** Exponent of the superellipse: 2 is round, more is square. */
  readonly squareness: number;
}

const FRAMES: Readonly<Record<Exclude<Identity['glasses']['style'], 'none'>, Frame>> = {
  'thin-round': { halfWidthCm: 2.25, halfHeightCm: 2.1, rimCm: 0.16, squareness: 2 },
  'thick-round': { halfWidthCm: 2.35, halfHeightCm: 2.2, rimCm: 0.45, squareness: 2.2 },
  'thin-square': { halfWidthCm: 2.6, halfHeightCm: 1.7, rimCm: 0.18, squareness: 5 },
  'thick-square': { halfWidthCm: 2.7, halfHeightCm: 1.9, rimCm: 0.5, squareness: 5 },
};

const EYE_X_CM = 3.2;
const EYE_Y_CM = 2.3;

/** A frame without lenses, in head space; null for who wears none. */
export function glassesSurface(identity: Identity): Surface | null {
  const { style, rgb } = identity.glasses;
  if (style === 'none') return null;
  const frame = FRAMES[style];
  const texture = grainTexture(rgb, 0.06, identity.seed + 91, [0.3, 0.3]);
  const sides = [-1, 1].flatMap((side) => [rim(frame, side, texture), temple(frame, side, texture)]);
  return merge([...sides, bridge(frame, texture)], texture);
}

/** Glasses curve round the face. */
function frontZ(x: number): number {
  return 6.15 - 0.045 * x * x;
}

function rim(frame: Frame, side: number, texture: Texture): Surface {
  const power = 2 / frame.squareness;
  return gridSurface(2, 41, texture, (row, column) => {
    const around = (column / 40) * 2 * Math.PI;
    const grow = row === 0 ? frame.rimCm : 0;
    const [cos, sin] = [Math.cos(around), Math.sin(around)];
    // Clockwise, so that the strip faces the camera with its outer edge first.
    const x = side * EYE_X_CM - Math.sign(cos) * Math.abs(cos) ** power * (frame.halfWidthCm + grow);
    const y = EYE_Y_CM + Math.sign(sin) * Math.abs(sin) ** power * (frame.halfHeightCm + grow);
    return [x, y, frontZ(x)];
  });
}

function bridge(frame: Frame, texture: Texture): Surface {
  const half = EYE_X_CM - frame.halfWidthCm;
  return gridSurface(2, 5, texture, (row, column) => {
    const x = half * (column / 2 - 1);
    const arch = 0.35 * (1 - (x / half) ** 2);
    return [x, 2.7 + arch + (row === 0 ? frame.rimCm : 0), frontZ(x) + 0.25];
  });
}

/** The bar from the rim to the ear, seen from outside. */
function temple(frame: Frame, side: number, texture: Texture): Surface {
  const startX = EYE_X_CM + frame.halfWidthCm;
  return gridSurface(2, 4, texture, (row, column) => {
    const back = side < 0 ? 1 - column / 3 : column / 3;
    const x = startX + (8.4 - startX) * Math.min(1, back * 2.2);
    const z = frontZ(startX) + (-3.5 - frontZ(startX)) * back;
    return [side * x, 3.1 - (row === 0 ? 0 : Math.max(0.35, frame.rimCm)), z];
  });
}
