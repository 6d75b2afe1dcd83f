import type { Axes, Curve } from '../../evaluation/report/det.js';
import type { OperatingPoint } from '../../evaluation/report/trade-off.js';
import { type Rate, wilson } from '../../src/calibration/rates.js';
import { THRESHOLDS } from '../../src/calibration/similarity-counts.js';
import type { EngineResult } from './report.js';
import { falseMatches, falseNonMatches } from './score.js';

export const MATCH_AXES: Axes = {
  x: 'FMR: pairs of strangers taken for one person',
  y: 'FNMR: pairs of one person taken for two',
  ticks: [0.000001, 0.00001, 0.0001, 0.001, 0.01, 0.05, 0.2, 0.5],
};

/** One curve an engine, with a band from the lower ends of both intervals to the upper ones; none where there are pairs of
 * one kind only. */
export function curvesOf(engines: readonly EngineResult[]): readonly Curve[] {
  return engines
    .filter(({ scores }) => scores.genuine.total > 0 && scores.impostor.total > 0)
    .map(({ name, scores }) => {
      const along = (pick: (rate: Rate) => number): readonly OperatingPoint[] =>
        THRESHOLDS.map((threshold) => ({
          threshold,
          apcer: pick(falseMatches(scores, threshold)),
          bpcer: pick(falseNonMatches(scores, threshold)),
        }));
      return {
        label: name,
        points: along(({ errors, n }) => errors / n),
        band: { low: along((rate) => wilson(rate)[0]), high: along((rate) => wilson(rate)[1]) },
        attacks: scores.impostor.total,
        genuine: scores.genuine.total,
      };
    });
}
