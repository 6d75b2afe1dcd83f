/** Small plane geometry in pixels. */

export type Point = readonly [x: number, y: number];

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function midpoint(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** By how much two pictures' shapes may differ, as a share: sizes are rounded to even numbers. */
const SAME_SHAPE = 0.02;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Whether two pictures are of one shape, whatever their sizes. */
export function isSameShape(a: Size, b: Size): boolean {
  return Math.abs((a.widthPx * b.heightPx) / (a.heightPx * b.widthPx) - 1) <= SAME_SHAPE;
}

/** @throws RangeError on an empty list. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
