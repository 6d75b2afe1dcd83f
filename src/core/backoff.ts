export interface Backoff {
  /** Before the first repetition. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How long to wait after a number of failures, ms: doubled each time, and of that between a half and all, so that those who
 * lost the same network do not all come back in the same moment.
 * @param failures - from 1. @param random - 0 up to, not including, 1. */
export function backoffMs({ firstMs, longestMs }: Backoff, failures: number, random: () => number): number {
  const wholeMs = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return wholeMs * (0.5 + random() / 2);
}
