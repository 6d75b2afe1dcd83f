import type { Point } from '../../core/geometry.js';
import type { Runs } from './runs.js';

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  for (; at > 0 && (sorted[at - 1] ?? 0) > value; at -= 1) sorted[at] = sorted[at - 1] ?? 0;
  sorted[at] = value;
}

/** Where an edge crosses the middles of rows, put in order among what is there of each row. @param top - the first row. */
function addCrossings(rows: readonly number[][], top: number, before: Point, after: Point): void {
  const first = Math.max(0, Math.floor(Math.min(before[1], after[1])) - top);
  const last = Math.min(rows.length - 1, Math.floor(Math.max(before[1], after[1])) - top);
  for (let row = first; row <= last; row += 1) {
    const y = top + row + 0.5;
    if (after[1] <= y === before[1] <= y) continue;
    const x = before[0] + ((y - before[1]) / (after[1] - before[1])) * (after[0] - before[0]);
    insert(rows[row] ?? [], x);
  }
}

/** The pixels of a square picture whose middles lie in the polygon; what lies outside the picture is left out. */
export function runsIn(polygon: readonly Point[], sidePx: number): Runs {
  const ys = polygon.map(([, y]) => y);
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(sidePx - 1, Math.floor(Math.max(...ys)));
  if (!(top <= bottom)) return [];
  const rows = Array.from({ length: bottom - top + 1 }, (): number[] => []);
  let before = polygon.at(-1);
  for (const after of polygon) {
    if (before !== undefined) addCrossings(rows, top, before, after);
    before = after;
  }
  return runsBetween(rows, top, sidePx);
}

/** From each first crossing of a row to the second, from the third to the fourth. */
function runsBetween(rows: readonly (readonly number[])[], top: number, sidePx: number): Runs {
  const runs: number[] = [];
  rows.forEach((crossings, row) => {
    const start = (top + row) * sidePx;
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const from = Math.max(0, Math.round(crossings[at] ?? 0));
      const to = Math.min(sidePx, Math.round(crossings[at + 1] ?? 0));
      if (to > from) runs.push(start + from, start + to);
    }
  });
  return runs;
}
