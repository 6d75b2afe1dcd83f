import type { Point } from '../core/geometry.js';

/** How well one plane can explain two pictures of the same points. */

type Matrix = number[][];

const PARAMETERS = 8;
/** Keeps the normal equations solvable when the points are nearly on a line. */
const RIDGE = 1e-9;

/** Centred on their mean, in units of `unitPx`. */
function normalised(points: readonly Point[], unitPx: number): readonly Point[] {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  return points.map(([x, y]) => [(x - x0) / unitPx, (y - y0) / unitPx]);
}

/** Two equations per pair of points, linear in the eight unknowns of the homography (the ninth is 1). */
function equations(from: readonly Point[], to: readonly Point[]): Matrix {
  return from.flatMap(([x, y], index) => {
    const [u, v] = to[index] ?? [Number.NaN, Number.NaN];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
}

function normalEquations(rows: Matrix): Matrix {
  const product = (i: number, j: number): number =>
    rows.reduce((sum, row) => sum + (row[i] ?? Number.NaN) * (row[j] ?? Number.NaN), 0);
  return Array.from({ length: PARAMETERS }, (_, i) =>
    Array.from({ length: PARAMETERS + 1 }, (_, j) => product(i, j) + (i === j ? RIDGE : 0)),
  );
}

function pivotRow(matrix: Matrix, column: number): number {
  const size = (row: number): number => Math.abs(matrix[row]?.[column] ?? 0);
  let best = column;
  for (let row = column + 1; row < matrix.length; row += 1) if (size(row) > size(best)) best = row;
  return best;
}

/** Gauss-Jordan elimination with partial pivoting of an augmented matrix; NaN where there is no solution. */
function solve(augmented: Matrix): readonly number[] {
  const rows = augmented.map((row) => [...row]);
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = rows.splice(pivotRow(rows, column), 1)[0] ?? [];
    const scaled = pivot.map((value) => value / (pivot[column] ?? Number.NaN));
    rows.splice(column, 0, scaled);
    rows.forEach((row, index) => {
      const factor = row[column] ?? Number.NaN;
      if (index !== column) rows[index] = row.map((value, at) => value - factor * (scaled[at] ?? Number.NaN));
    });
  }
  return rows.map((row) => row[rows.length] ?? Number.NaN);
}

function project(h: readonly number[], [x, y]: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = h;
  const w = g * x + i * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

/** Root mean square distance that the least-squares homography leaves between `to` and the projected `from`, in units
 * of `unitPx`; NaN if it cannot be solved. Small for a flat thing however it is turned, large for a head (C-05).
 * @param from, to - the same points in two frames, at least four. */
export function homographyResidual(from: readonly Point[], to: readonly Point[], unitPx: number): number {
  const [p, q] = [normalised(from, unitPx), normalised(to, unitPx)];
  const h = solve(normalEquations(equations(p, q)));
  const squares = p.map((point, index) => {
    const [x, y] = project(h, point);
    const [u, v] = q[index] ?? [Number.NaN, Number.NaN];
    return (x - u) ** 2 + (y - v) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
