import type { Point } from '../../core/geometry.js';

/** Where the middle of a row of pixels crosses the polygon's edges, x in order. */
function crossings(polygon: readonly Point[], y: number): readonly number[] {
  const xs: number[] = [];
  let before = polygon.at(-1);
  for (const after of polygon) {
    if (before !== undefined && after[1] <= y !== before[1] <= y)
      xs.push(before[0] + ((y - before[1]) / (after[1] - before[1])) * (after[0] - before[0]));
    before = after;
  }
  return xs.sort((a, b) => a - b);
}

/** Calls `take` with each run of pixels of a square picture whose middles lie in the polygon, from the top, as row-major
 * indices: `from` is the first, `to` the one behind the last. What lies outside the picture is left out. */
export function eachRun(
  polygon: readonly Point[],
  sidePx: number,
  take: (from: number, to: number) => void,
): void {
  const ys = polygon.map(([, y]) => y);
  const bottom = Math.min(sidePx - 1, Math.floor(Math.max(...ys)));
  for (let row = Math.max(0, Math.floor(Math.min(...ys))); row <= bottom; row += 1) {
    const edges = crossings(polygon, row + 0.5);
    for (let at = 0; at + 1 < edges.length; at += 2) {
      const from = Math.max(0, Math.round(edges[at] ?? 0));
      const to = Math.min(sidePx, Math.round(edges[at + 1] ?? 0));
      if (to > from) take(row * sidePx + from, row * sidePx + to);
    }
  }
}

/** Pixels of a square picture whose middles lie in the polygon, as row-major indices; what lies outside the picture is
 * left out. */
export function pixelsIn(polygon: readonly Point[], sidePx: number): readonly number[] {
  const pixels: number[] = [];
  eachRun(polygon, sidePx, (from, to) => {
    for (let pixel = from; pixel < to; pixel += 1) pixels.push(pixel);
  });
  return pixels;
}
