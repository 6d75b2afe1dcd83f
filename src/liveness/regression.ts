/** Least squares, as far as a check needs it: what is left of a series when others have explained what they can. */

export type Series = readonly number[];

/** Residuals of this share of the series' length are rounding errors. */
const ROUNDING = 1e-9;

export function dot(a: Series, b: Series): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

export function norm(series: Series): number {
  return Math.sqrt(dot(series, series));
}

/** Correlation of two series whose means are explained away, −1…1; 0 when one of them is nothing. */
export function cosine(a: Series, b: Series): number {
  const scale = norm(a) * norm(b);
  return scale === 0 ? 0 : dot(a, b) / scale;
}

/** What the basis does not explain.
 * @param basis - of {@link orthonormal}. */
export function without(series: Series, basis: readonly Series[]): Series {
  const rest = basis.reduce((before, axis) => {
    const share = dot(before, axis);
    return before.map((value, index) => value - share * (axis[index] ?? 0));
  }, series);
  return norm(rest) <= ROUNDING * norm(series) ? rest.map(() => 0) : rest;
}

/** Gram–Schmidt: columns of length one at right angles that explain what the given ones do. Columns that others explain
 * already are left out. */
export function orthonormal(columns: readonly Series[]): readonly Series[] {
  const basis: Series[] = [];
  for (const column of columns) {
    const rest = without(column, basis);
    const length = norm(rest);
    if (length > 0) basis.push(rest.map((value) => value / length));
  }
  return basis;
}
