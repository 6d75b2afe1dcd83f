import type { Point } from '../../src/core/geometry.js';
import type { Rgb } from '../../src/testing/person/identity.js';
import type { Picture } from '../../src/testing/person/render.js';

/** Fills a polygon in place, its lower part darker, as light from above leaves a curved thing.
 * @param level - the light's. */
export function fillPolygon(
  { width, height, rgb }: Picture,
  outline: readonly Point[],
  colour: Rgb,
  level: number,
): void {
  const ys = outline.map(([, y]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  for (let y = Math.max(0, Math.ceil(top)); y < Math.min(height, bottom); y++) {
    const lit = level * (1 - (0.3 * (y - top)) / (bottom - top));
    const crossings = crossingsAt(outline, y + 0.5);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.round(crossings[pair] ?? 0));
      const to = Math.min(width, Math.round(crossings[pair + 1] ?? 0));
      for (let at = (y * width + from) * 3; at < (y * width + to) * 3; at += 3) {
        rgb[at] = colour[0] * lit;
        rgb[at + 1] = colour[1] * lit;
        rgb[at + 2] = colour[2] * lit;
      }
    }
  }
}

/** Where the outline crosses a row, from left to right. */
function crossingsAt(outline: readonly Point[], row: number): readonly number[] {
  return outline
    .flatMap(([ax, ay], index) => {
      const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay];
      return ay <= row === by <= row ? [] : [ax + ((row - ay) * (bx - ax)) / (by - ay)];
    })
    .toSorted((a, b) => a - b);
}

/** Convex hull (Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (ordered: readonly Point[]): readonly Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && !turnsLeft(chain, point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsLeft(chain: readonly Point[], [cx, cy]: Point): boolean {
  const [ax, ay] = chain.at(-2) ?? [0, 0];
  const [bx, by] = chain.at(-1) ?? [0, 0];
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}
