const FIRST_MS = 5_000;
const FACTOR = 4;
/** Between two attempts. */
export const LONGEST_MS = 6 * 3_600_000;
/** For so long a message is tried, ms. */
export const RETRIED_FOR_MS = 3 * 86_400_000;

export interface Failed {
  readonly createdAt: Date;
  /** So far, at least one. */
  readonly attempts: number;
  /** What the endpoint asked to wait, s. */
  readonly retryAfterS: number | null;
}

/** When to try again: 5 s, 20 s, 80 s … at most 6 h, each between half of it and all of it, so that messages that failed together
 * do not come back together.
 * @param chance - 0…1.
 * @returns null once it has been tried for three days. */
export function nextAttempt(
  { createdAt, attempts, retryAfterS }: Failed,
  now: Date,
  chance: number,
): Date | null {
  const longest = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** (attempts - 1));
  const asked = Math.min(LONGEST_MS, (retryAfterS ?? 0) * 1_000);
  const next = new Date(now.getTime() + Math.max(asked, longest * (0.5 + chance / 2)));
  return next.getTime() - createdAt.getTime() > RETRIED_FOR_MS ? null : next;
}
