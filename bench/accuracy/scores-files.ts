import { createWriteStream } from 'node:fs';
import { relative } from 'node:path';
import type { EngineName } from './in-page.js';
import type { EngineResult } from './report.js';
import type { ScoredPair } from './score.js';
import { BIN } from './similarity-counts.js';

/** More pairs than this are written as counts only: nobody opens a larger file. */
export const MOST_ROWS = 2_000_000;

export interface ScoresFile {
  add(engine: EngineName, pair: ScoredPair): void;
  /** @returns how many pairs there were, written or not. */
  close(): Promise<number>;
}

/** `scores.csv`: every pair, up to {@link MOST_ROWS}. @param root - what the pictures' names are relative to. */
export function openScoresFile(file: string, root: string): ScoresFile {
  const stream = createWriteStream(file);
  stream.write('engine,kind,a,b,similarity\n');
  let pairs = 0;
  return {
    add: (engine, { kind, a, b, similarity }) => {
      pairs += 1;
      if (pairs > MOST_ROWS) return;
      stream.write(`${engine},${kind},${relative(root, a)},${relative(root, b)},${similarity.toFixed(6)}\n`);
    },
    close: () =>
      new Promise((resolve, reject) => {
        stream.once('error', reject);
        stream.end(() => resolve(pairs));
      }),
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
