import { parseArgs } from 'node:util';
import type { Verdict } from '../../src/core/verdict.js';
import { lastLine, type Sum, sum } from '../../tools/test/counts.js';
import { openSeriesCache, type SeriesCache } from '../harness/cache.js';
import type { Presentation } from '../harness/series.js';
import { genuinePresentation } from './genuine.js';
import { inWords, judge, surprises } from './judge.js';
import { type AttackSpecies, allSpecies, presentationOf } from './species.js';
import { type StoredSeries, toStored, writeStored } from './stored.js';

const USAGE = `npm run test:attacks -- [--presentations N] [--genuine N] [--only ID,ID] [--record]
Plays every attack and genuine clips into the built worker and says what became of them (docs/liveness-report.md).
  --presentations N  of each species, with another person, room and challenge each. Default 4; of a known gap as many as it
                     takes to show that it is one, at most 50
  --genuine N        clips of sellers who do as asked. Default 72
  --only ID,ID       only these species, or genuine
  --record           keeps the series for the unit tests, in evaluation/attacks/series`;

/** Genuine clips that may come out otherwise than live: BPCER ≤ 5 %. */
const MAX_NOT_LIVE_SHARE = 0.05;

interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly series: readonly StoredSeries[];
}

async function judgeAll(cache: SeriesCache, presentations: readonly Presentation[]): Promise<Judged> {
  const verdicts: Verdict[] = [];
  const series: StoredSeries[] = [];
  for (const presentation of presentations) {
    const recorded = await cache.read(presentation);
    verdicts.push(judge(recorded, presentation.challenge));
    series.push(toStored(recorded, presentation.challenge));
  }
  return { verdicts, series };
}

/** `challenge.missing 3, parallax.flat 1`: why the checks failed, and how often. */
function reasonsOf(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const { checks } of verdicts) {
    for (const { band, reason } of checks) {
      if (band === 'fail' && reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ') || '–';
}

function wordsOf(verdicts: readonly Verdict[]): string {
  const words = ['live', 'inconclusive', 'not-live'] as const;
  const counted = words.map((word) => [word, verdicts.filter(({ verdict }) => verdict === word).length]);
  return counted.flatMap(([word, count]) => (count === 0 ? [] : [`${word} ${count}`])).join(', ');
}

function report(id: string, verdicts: readonly Verdict[], expected: string, failed: readonly number[]): void {
  const mark = failed.length === 0 ? '✓' : `✗ (presentations ${failed.join(', ')})`;
  console.log(
    [id.padEnd(22), expected.padEnd(34), wordsOf(verdicts).padEnd(28), reasonsOf(verdicts), mark].join('  '),
  );
}

function countsOf(presentations: number, failed: number): Sum {
  return { passed: presentations - failed, failed };
}

/** How many presentations of a known gap may be caught before one passes. */
const GAP_PRESENTATIONS = 50;

/** A gap is shown by one presentation that is live: the ones before it and that one. */
async function judgeGap(cache: SeriesCache, species: AttackSpecies): Promise<Judged> {
  const judged: Judged[] = [];
  const isShown = (): boolean => judged.some(({ verdicts }) => verdicts.some(isLive));
  for (let number = 0; number < GAP_PRESENTATIONS && !(isShown() && number >= STORED); number += 1)
    judged.push(await judgeAll(cache, [presentationOf(species, number)]));
  return {
    verdicts: judged.flatMap(({ verdicts }) => verdicts),
    series: judged.flatMap(({ series }) => series),
  };
}

function isLive({ verdict }: Verdict): boolean {
  return verdict === 'live';
}

/** Series of each species that are committed. */
const STORED = 3;

/** The first ones; of a gap, the first one that passes is among them. */
function toKeep({ verdicts, series }: Judged): readonly StoredSeries[] {
  const shown = series[verdicts.findIndex(isLive)];
  const first = series.slice(0, STORED);
  return shown === undefined || first.includes(shown) ? first : [...first.slice(0, -1), shown];
}

async function runSpecies(cache: SeriesCache, species: AttackSpecies, options: Options): Promise<Sum> {
  const numbers = [...Array(options.presentations).keys()];
  const judged = await (species.expected.kind === 'missed'
    ? judgeGap(cache, species)
    : judgeAll(
        cache,
        numbers.map((number) => presentationOf(species, number)),
      ));
  const { verdicts } = judged;
  if (options.record) await writeStored(species.id, toKeep(judged));
  const failed = surprises(species.expected, verdicts);
  report(species.id, verdicts, inWords(species.expected), failed);
  return countsOf(verdicts.length, failed.length);
}

async function runGenuine(cache: SeriesCache, options: Options): Promise<Sum> {
  const numbers = [...Array(options.genuine).keys()];
  const { verdicts, series } = await judgeAll(cache, numbers.map(genuinePresentation));
  if (options.record) await writeStored('genuine', series);
  const notLive = numbers.filter((number) => verdicts[number]?.verdict !== 'live');
  const failed = notLive.length > MAX_NOT_LIVE_SHARE * numbers.length ? notLive : [];
  report('genuine', verdicts, 'live, but for 5 in 100', failed);
  return countsOf(numbers.length, failed.length);
}

interface Options {
  readonly presentations: number;
  readonly genuine: number;
  readonly only: readonly string[];
  readonly record: boolean;
}

async function run(options: Options): Promise<Sum> {
  const isAsked = (id: string): boolean => options.only.length === 0 || options.only.includes(id);
  const cache = await openSeriesCache();
  try {
    const all: Sum[] = [];
    if (isAsked('genuine')) all.push(await runGenuine(cache, options));
    for (const species of (await allSpecies()).filter(({ id }) => isAsked(id)))
      all.push(await runSpecies(cache, species, options));
    const { series, msPerFrame } = cache.recorded();
    if (series > 0) console.log(`${series} series recorded, ${Math.round(msPerFrame)} ms a frame`);
    return sum(all);
  } finally {
    await cache.close();
  }
}

const { values } = parseArgs({
  options: {
    presentations: { type: 'string', default: '4' },
    genuine: { type: 'string', default: '72' },
    only: { type: 'string' },
    record: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
} else {
  const counts = await run({
    presentations: Number(values.presentations),
    genuine: Number(values.genuine),
    only: values.only?.split(',') ?? [],
    record: values.record,
  });
  console.log(lastLine(counts));
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}
