/** Of the times that something took, ms. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

export function timesOf(ms: readonly number[]): Times {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [Math.floor(middle), Math.ceil(middle)].map((at) => sorted[at] ?? Number.NaN);
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2;
}
