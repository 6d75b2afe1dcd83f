import { type Curve, MOST_CURVES } from './det.js';
import type { LivenessResults } from './results.js';
import { tradeOff } from './trade-off.js';

/** Which species are drawn: one curve each would be fifty lines on top of each other. */

export interface Curves {
  readonly drawn: readonly Curve[];
  /** Species whom a threshold tells apart too, but for which there is no line left. */
  readonly left: readonly string[];
}

/** Those whose captures a threshold can refuse or accept; none where there are no genuine captures to weigh them against. */
export function curvesOf({ genuine, species }: LivenessResults): Curves {
  if (genuine.length === 0) return { drawn: [], left: [] };
  const scores = genuine.map(({ score }) => score);
  const all = species
    .map(({ id, presentations }) => ({ id, attacks: presentations.map(({ score }) => score) }))
    .filter(({ attacks }) => attacks.some((score) => score > 0))
    .map(({ id, attacks }) => ({
      label: id,
      points: tradeOff({ genuine: scores, attacks }),
      attacks: attacks.length,
      genuine: scores.length,
    }));
  return {
    drawn: all.slice(0, MOST_CURVES),
    left: all.slice(MOST_CURVES).map(({ label }) => `\`${label}\``),
  };
}
