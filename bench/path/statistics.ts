/** Few numbers, told honestly: the median and how far the runs lie apart. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly p95: number;
  readonly p99: number;
  readonly n: number;
}

/** @throws RangeError on an empty list. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  if (sorted.length === 0) throw new RangeError('no measurement');
  return { median: at(0.5), lowest: at(0), highest: at(1), p95: at(0.95), p99: at(0.99), n: sorted.length };
}

export const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
