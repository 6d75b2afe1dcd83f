import type { Point } from '../../core/geometry.js';

/** Where the middle of a row of pixels crosses the polygon's edges, x in order. */
function crossings(polygon: readonly Point[], y: number): readonly number[] {
  return polygon
    .flatMap(([ax, ay], index) => {
      const [bx, by] = polygon[(index + 1) % polygon.length] ?? [ax, ay];
      return ay <= y === by <= y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
    })
    .toSorted((a, b) => a - b);
}

/** Pixels of a square picture whose middles lie in the polygon, as row-major indices; what lies outside the picture is
 * left out. */
export function pixelsIn(polygon: readonly Point[], sidePx: number): readonly number[] {
  const ys = polygon.map(([, y]) => y);
  const pixels: number[] = [];
  const bottom = Math.min(sidePx - 1, Math.floor(Math.max(...ys)));
  for (let row = Math.max(0, Math.floor(Math.min(...ys))); row <= bottom; row += 1) {
    const edges = crossings(polygon, row + 0.5);
    for (let at = 0; at + 1 < edges.length; at += 2) {
      const to = Math.min(sidePx, Math.round(edges[at + 1] ?? 0));
      for (let x = Math.max(0, Math.round(edges[at] ?? 0)); x < to; x += 1) pixels.push(row * sidePx + x);
    }
  }
  return pixels;
}
