import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseGroups } from '../../src/calibration/groups.js';
import { type CountsByGroup, type ScoreCounts, thresholdFrom } from '../../src/calibration/scores.js';
import { isUsableThreshold } from '../../src/envelope/threshold.js';
import { ThresholdSchema } from '../../src/envelope/wire.js';
import { readCounts, readScores } from './calibrate-files.js';
import type { Command, Invocation } from './command.js';

const HELP = `candor-receiver calibrate --counts FILE --model ID --model-sha256 HEX --address URL [--engine NAME] [--fmr-at-most X]
candor-receiver calibrate --scores FILE [--groups FILE] …

Prints the threshold for a receiver's configuration, as JSON: the lowest similarity at which the false match rate, at the
upper end of its 95 % interval, is at most X (default 0.003): that of the worst group where groups are known. Where none is, the
threshold says so.

  --counts FILE         counts.csv of npm run bench:accuracy: all pairs, and those of each group of its groups.csv
  --scores FILE         scores.csv instead, to sort the people anew. Refused where it does not hold all pairs
  --groups FILE         lines person,group, for --scores. Refused where it names nobody of them, or a group without a pair
  --engine NAME         whose rows (default: candor)
  --model, --model-sha256   of the model that was measured
  --address URL         of a page that says how it was measured
`;

const needed = v.pipe(v.optional(v.string(), ''), v.minLength(1, 'is missing'));
const ArgumentsSchema = v.object({
  counts: v.optional(v.string()),
  scores: v.optional(v.string()),
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

/** `candor-receiver calibrate` */
export const calibrate: Command = {
  async run({ args, print, note }) {
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
    const { model, address } = given.output;
    const counts = await countsFrom(given.output, note);
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

type Arguments = v.InferOutput<typeof ArgumentsSchema>;

/** @throws TypeError for options that do not go together; RangeError for a file that is not whole. */
async function countsFrom(
  { counts, scores, groups, engine }: Arguments,
  note: Invocation['note'],
): Promise<CountsByGroup> {
  if (counts !== undefined && groups !== undefined)
    throw new TypeError('--groups goes with --scores: counts.csv has its own groups');
  if (counts !== undefined && scores === undefined) return readCounts(counts, engine);
  if (scores === undefined || counts !== undefined)
    throw new TypeError('--counts or --scores is needed, and not both');
  if (groups === undefined) return readScores(scores, engine, new Map());
  const groupOf = parseGroups(await readFile(groups, 'utf8'), groups);
  const read = await readScores(scores, engine, groupOf);
  assertGrouped(groupOf, read, note);
  return read;
}

/** A group that was asked for and of which nothing was counted must not pass for one that was.
 * @throws RangeError naming it. */
function assertGrouped(
  groupOf: ReadonlyMap<string, string>,
  { people, groups }: ScoreCounts,
  note: Invocation['note'],
): void {
  const strangers = [...groupOf.keys()].filter((person) => !people.has(person));
  if (strangers.length === groupOf.size)
    throw new RangeError(`--groups names nobody who is in the scores${suchAs(strangers)}`);
  const empty = [...new Set(groupOf.values())].filter((group) => !groups.has(group));
  if (empty.length > 0)
    throw new RangeError(`--groups names groups without a pair of two people in the scores${suchAs(empty)}`);
  if (strangers.length > 0)
    note(`--groups names ${strangers.length} people who are not in the scores${suchAs(strangers)}\n`);
}

function suchAs([first]: readonly string[]): string {
  return first === undefined ? '' : `, such as ${first}`;
}
