/** What a threshold trades: the two operating points of requirement P-02 and the points of a DET curve (ISO/IEC 30107-3,
 * ISO/IEC 19795-1). Scores: higher = more like a genuine person. */

export interface Scores {
  readonly genuine: readonly number[];
  readonly attacks: readonly number[];
}

export interface OperatingPoint {
  /** Scores at and above it are taken for genuine. */
  readonly threshold: number;
  /** Share of attacks at and above the threshold, 0…1. */
  readonly apcer: number;
  /** Share of genuine scores below the threshold, 0…1. */
  readonly bpcer: number;
}

function shareOf(scores: readonly number[], isCounted: (score: number) => boolean): number {
  return scores.length === 0 ? 0 : scores.filter(isCounted).length / scores.length;
}

/** One point per threshold at which anything changes, from the laxest to the strictest. */
export function tradeOff({ genuine, attacks }: Scores): readonly OperatingPoint[] {
  const thresholds = [...new Set([...genuine, ...attacks])].toSorted((a, b) => a - b);
  return [...thresholds, Number.POSITIVE_INFINITY].map((threshold) => ({
    threshold,
    apcer: shareOf(attacks, (score) => score >= threshold),
    bpcer: shareOf(genuine, (score) => score < threshold),
  }));
}

/** *Security*: the lowest BPCER at which APCER is no higher than `limit`. */
export function bpcerAtApcer(scores: Scores, limit: number): OperatingPoint | null {
  return tradeOff(scores).find(({ apcer }) => apcer <= limit) ?? null;
}

/** *Convenience*: the lowest APCER at which BPCER is no higher than `limit`. */
export function apcerAtBpcer(scores: Scores, limit: number): OperatingPoint | null {
  return tradeOff(scores).findLast(({ bpcer }) => bpcer <= limit) ?? null;
}
