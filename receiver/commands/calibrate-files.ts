import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { COUNTS_HEAD, readPairsLine, SCORES_HEAD } from '../../src/calibration/score-rows.js';
import { type CountsByGroup, ScoreCounts } from '../../src/calibration/scores.js';

/** The files of `npm run bench:accuracy` that a threshold is made of. Their last line for each engine says how many pairs it
 * compared: a file that was cut has another number, and would give a threshold of the people whose names come first. */

const Kind = v.picklist(['genuine', 'impostor']);
const numberFrom = (low: number, high: number) =>
  v.pipe(v.string(), v.minLength(1), v.transform(Number), v.number(), v.minValue(low), v.maxValue(high));
const name = v.pipe(v.string(), v.minLength(1));

/** Engine, kind, person, picture, person, picture, similarity. */
const ScoreSchema = v.strictTuple([name, Kind, name, name, name, name, numberFrom(-1.001, 1.001)]);

/** Engine, kind, group (empty: everybody), lower edge of the similarities, pairs. */
const CountSchema = v.strictTuple([
  name,
  Kind,
  v.string(),
  numberFrom(-1, 1),
  v.pipe(numberFrom(1, Number.MAX_SAFE_INTEGER), v.integer()),
]);

/** Reads `counts.csv`: all pairs, of each group besides.
 * @throws RangeError that names the line that is none of it, or says how many pairs are missing. */
export async function readCounts(path: string, wanted: string): Promise<CountsByGroup> {
  const counts = new ScoreCounts(new Map());
  await readRows(path, { wanted, head: COUNTS_HEAD }, (cells) => {
    const row = v.safeParse(CountSchema, cells);
    if (!row.success) return null;
    const [engine, kind, group, from, pairs] = row.output;
    if (engine !== wanted) return 0;
    if (group === '') counts[kind].addCounted(from, pairs);
    else if (kind === 'impostor') counts.inGroup(group).addCounted(from, pairs);
    return group === '' ? pairs : 0;
  });
  return counts;
}

/** Reads `scores.csv`: every pair.
 * @throws RangeError that names the line that is none of it, or says how many pairs are missing. */
export async function readScores(
  path: string,
  wanted: string,
  groupOf: ReadonlyMap<string, string>,
): Promise<ScoreCounts> {
  const counts = new ScoreCounts(groupOf);
  await readRows(path, { wanted, head: SCORES_HEAD }, (cells) => {
    const row = v.safeParse(ScoreSchema, cells);
    if (!row.success) return null;
    const [engine, kind, a, , b, , similarity] = row.output;
    if (engine !== wanted) return 0;
    counts.add(kind, a, b, similarity);
    return 1;
  });
  return counts;
}

interface Expected {
  /** The engine whose pairs are counted. */
  readonly wanted: string;
  readonly head: string;
}

/** @param take - says how many pairs of the wanted engine a row stands for; null: it is no such row. */
async function readRows(
  path: string,
  { wanted, head }: Expected,
  take: (cells: readonly string[]) => number | null,
): Promise<void> {
  let [number, pairs] = [0, 0];
  let said: number | null = null;
  for await (const line of linesOf(path)) {
    number += 1;
    if (line === '' || (number === 1 && line === head)) continue;
    const end = readPairsLine(line);
    if (end?.engine === wanted) said = end.pairs;
    const taken = end === null ? take(line.split(',')) : 0;
    if (taken === null) throw new RangeError(`${path}, line ${number}: not ${head}`);
    pairs += taken;
  }
  assertWhole(path, wanted, pairs, said);
}

function assertWhole(path: string, engine: string, pairs: number, said: number | null): void {
  if (said === null)
    throw new RangeError(`${path} has no line "# ${engine}: N pairs": it was cut, or is not of ${engine}`);
  if (said !== pairs)
    throw new RangeError(
      `${path} holds ${pairs} of ${said} pairs of ${engine}; counts.csv (--counts) has all`,
    );
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}
