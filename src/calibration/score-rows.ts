/** What `npm run bench:accuracy` writes and `candor-receiver calibrate` reads. */

export const SCORES_HEAD = 'engine,kind,person_a,picture_a,person_b,picture_b,similarity';
/** An empty group is everybody; `from` is the lower edge of the similarities that were counted together. */
export const COUNTS_HEAD = 'engine,kind,group,from,pairs';

/** Last line of an engine in both files, with all the pairs that it compared, so that a file that was cut can be told. */
export function pairsLine(engine: string, pairs: number): string {
  return `# ${engine}: ${pairs} pairs`;
}

const PAIRS = /^# (.+): (\d+) pairs$/;

/** @returns null for any other line than {@link pairsLine}. */
export function readPairsLine(line: string): { readonly engine: string; readonly pairs: number } | null {
  const [, engine, pairs] = PAIRS.exec(line) ?? [];
  return engine === undefined ? null : { engine, pairs: Number(pairs) };
}
