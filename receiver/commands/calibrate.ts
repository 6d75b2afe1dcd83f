import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ScoreCounts, thresholdFrom } from '../../src/calibration/scores.js';
import { isUsableThreshold } from '../../src/envelope/threshold.js';
import { ThresholdSchema } from '../../src/envelope/wire.js';
import type { Command } from './command.js';

const HELP = `candor-receiver calibrate --scores FILE --model ID --model-sha256 HEX --address URL [--engine NAME] [--fmr-at-most X]

Prints the threshold for a receiver's configuration, as JSON: the lowest similarity at which the false match rate, at the
upper end of its 95 % interval, is at most X (default 0.003).

  --scores FILE         scores.csv of npm run bench:accuracy: engine,kind,a,b,similarity
  --engine NAME         whose rows of it (default: candor)
  --groups FILE         lines person,group: the rates are the worst group's then. Without, nothing is known of groups, and
                        the threshold says so
  --model, --model-sha256   of the model that was measured
  --address URL         of a page that says how it was measured
`;

const needed = v.pipe(v.optional(v.string(), ''), v.minLength(1, 'is missing'));
const ArgumentsSchema = v.object({
  scores: needed,
  model: needed,
  'model-sha256': v.pipe(needed, v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal')),
  address: v.pipe(needed, v.url('is no address')),
  engine: v.optional(v.string(), 'candor'),
  groups: v.optional(v.string()),
  'fmr-at-most': v.pipe(
    v.optional(v.string(), '0.003'),
    v.transform(Number),
    v.number(),
    v.gtValue(0),
    v.maxValue(0.01, 'is above 0.01, which no receiver takes'),
  ),
});

const RowSchema = v.strictTuple([
  v.string(),
  v.picklist(['genuine', 'impostor']),
  v.string(),
  v.string(),
  v.pipe(v.string(), v.transform(Number), v.number(), v.minValue(-1.001), v.maxValue(1.001)),
]);

/** `candor-receiver calibrate` */
export const calibrate: Command = {
  async run({ args, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(Object.keys(ArgumentsSchema.entries).map((name) => [name, { type: 'string' }])),
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) {
      print(HELP);
      return 0;
    }
    const given = v.safeParse(ArgumentsSchema, values);
    if (!given.success)
      throw new TypeError(
        given.issues.map((issue) => `--${v.getDotPath(issue)} ${issue.message}`).join('\n'),
      );
    const { scores, groups, engine, model, address } = given.output;
    const counts = new ScoreCounts(groups === undefined ? new Map() : await readGroups(groups));
    await readScores(scores, engine, counts);
    const threshold = v.parse(
      ThresholdSchema,
      thresholdFrom(counts, {
        mostFmr: given.output['fmr-at-most'],
        modelId: model,
        modelSha256: given.output['model-sha256'],
        calibration: address,
      }),
    );
    if (!isUsableThreshold(threshold)) throw new RangeError('no receiver would take this threshold');
    print(`${JSON.stringify(threshold, null, 2)}\n`);
    return 0;
  },
};

/** @throws RangeError that names the first line that is none of `scores.csv`. */
async function readScores(path: string, wanted: string, counts: ScoreCounts): Promise<void> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (number === 1 || line === '') continue;
    const row = v.safeParse(RowSchema, line.split(','));
    if (!row.success) throw new RangeError(`${path}, line ${number}: not engine,kind,a,b,similarity`);
    const [engine, kind, a, b, similarity] = row.output;
    if (engine === wanted) counts.add(kind, a, b, similarity);
  }
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

async function readGroups(path: string): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, string>();
  for await (const line of linesOf(path)) {
    const [person = '', group = ''] = line.split(',').map((cell) => cell.trim());
    if (person !== '' && group !== '') groups.set(person, group);
  }
  return groups;
}
