import { closeSync, openSync, writeSync } from 'node:fs';
import { wilson } from '../../src/calibration/rates.js';
import { BIN, THRESHOLDS } from '../../src/calibration/similarity-counts.js';
import type { EngineName } from './in-page.js';
import type { EngineResult } from './report.js';
import { falseMatches, falseNonMatches, type ScoredPair } from './score.js';

/** More pairs than this are written as counts only: nobody opens a larger file. */
export const MOST_ROWS = 2_000_000;
/** Characters that are gathered before they are written: a stream would hold all of them until the pairs are done. */
const CHUNK = 1 << 20;

export interface ScoresFile {
  add(engine: EngineName, pair: ScoredPair): void;
  /** Idempotent.
   * @returns how many pairs there were, written or not. */
  close(): number;
}

/** `scores.csv`: every pair, up to {@link MOST_ROWS}. */
export function openScoresFile(path: string): ScoresFile {
  let file: number | null = openSync(path, 'w');
  let pending = 'engine,kind,a,b,similarity\n';
  let pairs = 0;
  const flush = (): void => {
    if (file !== null) writeSync(file, pending);
    pending = '';
  };
  return {
    add: (engine, { kind, a, b, similarity }) => {
      pairs += 1;
      if (pairs > MOST_ROWS) return;
      pending += `${engine},${kind},${a},${b},${similarity.toFixed(6)}\n`;
      if (pending.length > CHUNK) flush();
    },
    close: () => {
      flush();
      if (file !== null) closeSync(file);
      file = null;
      return pairs;
    },
  };
}

/** `counts.csv`: how often each similarity was seen. */
export function countsCsv(engines: readonly EngineResult[]): string {
  const rows = engines.flatMap(({ name, scores }) =>
    (['genuine', 'impostor'] as const).flatMap((kind) =>
      [...scores[kind].entries()].map(([edge, seen]) => `${name},${kind},${edge.toFixed(4)},${seen}`),
    ),
  );
  return `engine,kind,from (bins of ${BIN}),pairs\n${rows.join('\n')}\n`;
}

/** `curve.csv`: both rates with their 95 % intervals at each threshold at which one of them lies between. */
export function curveCsv(engines: readonly EngineResult[]): string {
  const rows = engines.flatMap(({ name, scores }) =>
    THRESHOLDS.flatMap((threshold) => {
      const rates = [falseMatches(scores, threshold), falseNonMatches(scores, threshold)];
      if (rates.every(({ errors, n }) => errors === 0 || errors === n)) return [];
      const cells = rates.flatMap((rate) => [
        rate.n === 0 ? Number.NaN : rate.errors / rate.n,
        ...wilson(rate),
      ]);
      return [`${name},${threshold.toFixed(4)},${cells.map((cell) => cell.toPrecision(4)).join(',')}`];
    }),
  );
  return `engine,threshold,fmr,fmr_low,fmr_high,fnmr,fnmr_low,fnmr_high\n${rows.join('\n')}\n`;
}
