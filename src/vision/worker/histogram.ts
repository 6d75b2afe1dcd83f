import { countOf, type Runs } from './runs.js';

/** How often each value 0–255 occurs. */
export interface Histogram {
  readonly counts: Uint32Array;
  readonly total: number;
}

/** @param bytes - @param step bytes for each pixel, of which `first` is counted. */
export function histogramOf(bytes: Uint8Array, runs: Runs, step = 1, first = 0): Histogram {
  const counts = new Uint32Array(256);
  for (let run = 0; run < runs.length; run += 2) {
    const end = step * (runs[run + 1] ?? 0);
    for (let at = step * (runs[run] ?? 0) + first; at < end; at += step) {
      const value = bytes[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { counts, total: countOf(runs) };
}

/** The least value that more than a share of all lies at or below. @param share - 0…1. @returns 0 of nothing. */
export function quantile({ counts, total }: Histogram, share: number): number {
  const rank = Math.min(total - 1, Math.floor(share * total));
  if (rank < 0) return 0;
  let value = 0;
  for (let seen = counts[0] ?? 0; seen <= rank; seen += counts[value] ?? 0) value += 1;
  return value;
}
