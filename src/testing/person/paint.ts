import type { Rgb } from './identity.js';
import { ease, smoothNoise } from './random.js';
import type { Texture } from './surface.js';

/** A colour that is mixed in place, sRGB 0–255. */
export type Mix = [red: number, green: number, blue: number];

/** Paints a texture texel by texel. */
export function paintTexture(
  width: number,
  height: number,
  colourAt: (column: number, row: number) => Readonly<Mix>,
): Texture {
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) rgb.set(colourAt(column, row), (row * width + column) * 3);
  }
  return { width, height, rgb };
}

/** Covers `mix` with `over`; `cover` 0…1. */
export function coverWith(mix: Mix, over: Rgb, cover: number): void {
  for (const channel of [0, 1, 2] as const) mix[channel] += (over[channel] - mix[channel]) * cover;
}

/** Brightens or darkens. */
export function multiply(mix: Mix, factor: number): void {
  for (const channel of [0, 1, 2] as const) mix[channel] *= factor;
}

/** One colour with soft, slightly streaky irregularities: hair, cloth, wall.
 * @param contrast - 0…1 */
export function grainTexture(
  colour: Rgb,
  contrast: number,
  seed: number,
  streak: readonly [number, number],
): Texture {
  const coarse = smoothNoise(seed);
  const fine = smoothNoise(seed + 1);
  return paintTexture(128, 128, (column, row) => {
    const mix: Mix = [...colour];
    const grain = 0.5 * coarse(column / 14, row / 14) + 0.8 * fine(column * streak[0], row * streak[1]);
    multiply(mix, 1 + contrast * grain);
    return mix;
  });
}

type Polygon = readonly (readonly [x: number, y: number])[];

/** Signed distance to a closed polygon, negative inside. */
export function polygonDistance(polygon: Polygon, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let inside = false;
  polygon.forEach(([ax, ay], index) => {
    const [bx, by] = polygon[(index + 1) % polygon.length] ?? [ax, ay];
    nearest = Math.min(nearest, segmentDistance(x, y, ax, ay, bx, by));
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  });
  return inside ? -nearest : nearest;
}

/** Distance from (x, y) to the line between two points. */
export function segmentDistance(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** 1 inside an edge, 0 beyond it, soft over `softness` cm. */
export function within(distanceCm: number, softness: number): number {
  return 1 - ease(distanceCm / softness + 0.5);
}
