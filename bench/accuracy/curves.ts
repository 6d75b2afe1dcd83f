import type { Axes, Curve } from '../../evaluation/report/det.js';
import type { EngineResult } from './report.js';
import { falseMatches, falseNonMatches } from './score.js';
import { BIN } from './similarity-counts.js';

export const MATCH_AXES: Axes = {
  x: 'FMR: pairs of strangers taken for one person',
  y: 'FNMR: pairs of one person taken for two',
  ticks: [0.000001, 0.00001, 0.0001, 0.001, 0.01, 0.05, 0.2, 0.5],
};

/** Thresholds between two points of a curve. */
const STEP = 8;

/** One curve an engine; none where there are pairs of one kind only. */
export function curvesOf(engines: readonly EngineResult[]): readonly Curve[] {
  return engines
    .filter(({ scores }) => scores.genuine.total > 0 && scores.impostor.total > 0)
    .map(({ name, scores }) => {
      const thresholds = Array.from({ length: 2 / BIN / STEP + 1 }, (_, index) => -1 + index * STEP * BIN);
      const share = ({ errors, n }: { readonly errors: number; readonly n: number }): number => errors / n;
      return {
        label: name,
        points: thresholds.map((threshold) => ({
          threshold,
          apcer: share(falseMatches(scores, threshold)),
          bpcer: share(falseNonMatches(scores, threshold)),
        })),
        attacks: scores.impostor.total,
        genuine: scores.genuine.total,
      };
    });
}
