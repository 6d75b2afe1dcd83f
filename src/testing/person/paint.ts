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
  mix[0] += (over[0] - mix[0]) * cover;
  mix[1] += (over[1] - mix[1]) * cover;
  mix[2] += (over[2] - mix[2]) * cover;
}

/** Brightens or darkens. */
export function multiply(mix: Mix, factor: number): void {
  mix[0] *= factor;
  mix[1] *= factor;
  mix[2] *= factor;
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

export type Polygon = readonly (readonly [x: number, y: number])[];

/** Signed distance to a closed polygon, negative inside. */
export function polygonDistance(polygon: Polygon, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let inside = false;
  let from = polygon[polygon.length - 1] ?? [0, 0];
  for (const to of polygon) {
    nearest = Math.min(nearest, segmentDistance(x, y, from[0], from[1], to[0], to[1]));
    if (from[1] > y !== to[1] > y && x < from[0] + ((y - from[1]) * (to[0] - from[0])) / (to[1] - from[1])) {
      inside = !inside;
    }
    from = to;
  }
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
  const dx = bx - ax;
  const dy = by - ay;
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  const offX = x - ax - along * dx;
  const offY = y - ay - along * dy;
  return Math.sqrt(offX * offX + offY * offY);
}

/** 1 inside an edge, 0 beyond it, soft over `softness` cm. */
export function within(distanceCm: number, softness: number): number {
  return 1 - ease(distanceCm / softness + 0.5);
}
