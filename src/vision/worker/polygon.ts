import type { Point } from '../../core/geometry.js';
import type { Runs } from './runs.js';

/** The rows that a polygon reaches, and where its edges cross the middle of each, x in order: as many places a row as there are
 * edges. */
interface Crossings {
  readonly top: number;
  readonly rows: number;
  readonly perRow: number;
  readonly xs: Float64Array;
  /** For each row. */
  readonly counts: Uint16Array;
}

/** Reused: a typed array costs more to make than to fill. */
let places = { xs: new Float64Array(), counts: new Uint16Array() };

function placesFor(top: number, rows: number, perRow: number): Crossings {
  if (places.xs.length < rows * perRow || places.counts.length < rows)
    places = { xs: new Float64Array(rows * perRow), counts: new Uint16Array(rows) };
  places.counts.fill(0, 0, rows);
  return { top, rows, perRow, ...places };
}

function insert({ xs, counts, perRow }: Crossings, row: number, x: number): void {
  const first = row * perRow;
  const count = counts[row] ?? 0;
  let at = first + count;
  for (; at > first && (xs[at - 1] ?? 0) > x; at -= 1) xs[at] = xs[at - 1] ?? 0;
  xs[at] = x;
  counts[row] = count + 1;
}

function addEdge(crossings: Crossings, before: Point, after: Point): void {
  const { top, rows } = crossings;
  const first = Math.max(0, Math.floor(Math.min(before[1], after[1])) - top);
  const last = Math.min(rows - 1, Math.floor(Math.max(before[1], after[1])) - top);
  for (let row = first; row <= last; row += 1) {
    const y = top + row + 0.5;
    if (after[1] <= y === before[1] <= y) continue;
    insert(crossings, row, before[0] + ((y - before[1]) / (after[1] - before[1])) * (after[0] - before[0]));
  }
}

/** The pixels of a square picture whose middles lie in the polygon; what lies outside the picture is left out. */
export function runsIn(polygon: readonly Point[], sidePx: number): Runs {
  const ys = polygon.map(([, y]) => y);
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const rows = Math.min(sidePx - 1, Math.floor(Math.max(...ys))) - top + 1;
  if (!(rows > 0)) return [];
  const crossings = placesFor(top, rows, polygon.length);
  let before = polygon.at(-1);
  for (const after of polygon) {
    if (before !== undefined) addEdge(crossings, before, after);
    before = after;
  }
  return runsBetween(crossings, sidePx);
}

/** From each first crossing of a row to the second, from the third to the fourth. */
function runsBetween({ top, rows, perRow, xs, counts }: Crossings, sidePx: number): Runs {
  const runs: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const start = (top + row) * sidePx;
    const end = row * perRow + (counts[row] ?? 0);
    for (let at = row * perRow; at + 1 < end; at += 2) {
      const from = Math.max(0, Math.round(xs[at] ?? 0));
      const to = Math.min(sidePx, Math.round(xs[at + 1] ?? 0));
      if (to > from) runs.push(start + from, start + to);
    }
  }
  return runs;
}
