import { closeSync, openSync, writeSync } from 'node:fs';
import { wilson } from '../../src/calibration/rates.js';
import { COUNTS_HEAD, pairsLine, SCORES_HEAD } from '../../src/calibration/score-rows.js';
import { THRESHOLDS } from '../../src/calibration/similarity-counts.js';
import type { EngineName } from './in-page.js';
import type { EngineResult } from './report.js';
import { falseMatches, falseNonMatches, type ScoredPair, type Scores } from './score.js';

/** More pairs than this are written as counts only: nobody opens a larger file. */
export const MOST_ROWS = 2_000_000;
/** Characters that are gathered before they are written: a stream would hold all of them until the pairs are done. */
const CHUNK = 1 << 20;

export interface ScoresFile {
  add(engine: EngineName, pair: ScoredPair): void;
  /** All engines are done: says how many pairs each has, and closes.
   * @returns how many pairs there were, written or not. */
  finish(): number;
  /** Closes what was not finished; idempotent. */
  close(): void;
}

/** `scores.csv`: every pair, up to `mostRows` of them. Names hold no commas (pictures.ts). */
export function openScoresFile(path: string, mostRows = MOST_ROWS): ScoresFile {
  let file: number | null = openSync(path, 'w');
  let pending = `${SCORES_HEAD}\n`;
  const pairsOf = new Map<EngineName, number>();
  let pairs = 0;
  const flush = (): void => {
    if (file !== null) writeSync(file, pending);
    pending = '';
  };
  const close = (): void => {
    flush();
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    add: (engine, { kind, a, b, similarity }) => {
      pairs += 1;
      pairsOf.set(engine, (pairsOf.get(engine) ?? 0) + 1);
      if (pairs > mostRows) return;
      const people = [a.person, a.picture, b.person, b.picture];
      pending += `${[engine, kind, ...people, similarity.toFixed(6)].join(',')}\n`;
      if (pending.length > CHUNK) flush();
    },
    finish: () => {
      for (const [engine, compared] of pairsOf) pending += `${pairsLine(engine, compared)}\n`;
      close();
      return pairs;
    },
    close,
  };
}

const KINDS = ['genuine', 'impostor'] as const;

/** `counts.csv`: how often each similarity was seen, among everybody (an empty group) and within each group. */
export function countsCsv(engines: readonly EngineResult[]): string {
  const parts = engines.map(({ name, scores }) => {
    const everybody = rowsOf(name, '', scores);
    const groups = [...scores.groups].flatMap(([group, among]) => rowsOf(name, group, among));
    const end = pairsLine(name, scores.genuine.total + scores.impostor.total);
    return [...everybody, ...groups, end].map((row) => `${row}\n`).join('');
  });
  return `${COUNTS_HEAD}\n${parts.join('')}`;
}

function rowsOf(name: EngineName, group: string, scores: Scores): readonly string[] {
  return KINDS.flatMap((kind) =>
    [...scores[kind].entries()].map(([edge, seen]) => [name, kind, group, edge.toFixed(4), seen].join(',')),
  );
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
