import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { detSvg } from '../../evaluation/report/det.js';
import { madeWith } from '../../evaluation/report/made-with.js';
import manifest from '../../public/models/manifest.json' with { type: 'json' };
import { calibrationOf } from '../../src/calibration/calibration.js';
import { shippedPoint } from '../../src/calibration/operating-points.js';
import { lowestThreshold } from '../../src/calibration/scores.js';
import { buildLibrary } from '../../tools/start/build-demo.js';
import { likenesses } from './bootstrap.js';
import { curvesOf, MATCH_AXES } from './curves.js';
import { ENGINES, readWith, SIMILARITIES } from './engines.js';
import type { EngineName } from './in-page.js';
import { type KeptReadings, keptReadingsFile, openKeptReadings } from './kept-readings.js';
import { type PictureSet, readPictures } from './pictures.js';
import { countsByGroup, intervalsByPeople, type MeasuredModel, overallThreshold } from './rates-at.js';
import { renderPictures } from './rendered.js';
import { type EngineResult, type ThresholdOfInterest, toMarkdown } from './report.js';
import { type Embedded, score } from './score.js';
import { countsCsv, curveCsv, MOST_ROWS, openScoresFile, type ScoresFile } from './scores-files.js';
import { percentOf } from './thresholds-report.js';

/** `npm run bench:accuracy -- --pairs DIR|CSV`: false match and false non-match rates of the embedding over somebody's own
 * pictures, beside its rivals in one run. Writes a report, a curve and the scores into `--out`, by default beside the pictures:
 * what they show is nobody's but theirs. Without `--pairs`, rendered persons. */

const OPTIONS = {
  pairs: { type: 'string' },
  out: { type: 'string' },
  fmr: { type: 'string', default: '1e-4' },
  'fmr-at-most': { type: 'string', default: '0.003' },
  people: { type: 'string', default: '24' },
  engines: { type: 'string', default: ENGINES.join(',') },
} as const;

/** Not `.cache/accuracy`: the page of the bench is built there, anew for each engine. */
const RENDERED_REPORT = '.cache/accuracy-report';
const CURVE = 'accuracy.svg';
/** Between two words of progress. */
const PROGRESS_MS = 15_000;

interface Settings {
  readonly pairs: string | null;
  readonly folder: string;
  /** Of everybody: where the engines are held side by side. */
  readonly wantedFmr: number;
  /** Of the worst group, at the upper end of its interval: for the receiver's threshold. */
  readonly mostFmr: number;
  readonly people: number;
  readonly engines: readonly EngineName[];
}

function settingsOf(args: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const pairs = values.pairs === undefined ? null : resolve(values.pairs);
  const folder = resolve(values.out ?? (pairs === null ? RENDERED_REPORT : `${pairs}-accuracy`));
  const [wantedFmr, mostFmr] = [Number(values.fmr), Number(values['fmr-at-most'])];
  const people = Number(values.people);
  if (!(wantedFmr > 0 && wantedFmr < 1)) throw new RangeError('--fmr needs a number between 0 and 1');
  if (!(mostFmr > 0 && mostFmr <= 0.01))
    throw new RangeError('--fmr-at-most needs a number above 0, at most 0.01: no receiver takes more');
  if (!Number.isInteger(people) || people < 2) throw new RangeError('--people needs a whole number above 1');
  return { pairs, folder, wantedFmr, mostFmr, people, engines: enginesOf(values.engines) };
}

function enginesOf(text: string): readonly EngineName[] {
  const names = text.split(',');
  const wanted = ENGINES.filter((name) => names.includes(name));
  if (wanted[0] !== 'candor' || wanted.length !== names.length)
    throw new RangeError(`--engines takes candor and, beside it, any of ${ENGINES.slice(1).join(', ')}`);
  return wanted;
}

const MODEL = manifest.models.find(({ role }) => role === 'embedding');

function measuredModel(): MeasuredModel {
  if (MODEL === undefined) throw new TypeError('the manifest has no embedding');
  return { modelId: MODEL.id, modelSha256: MODEL.sha256 };
}

function modelOf(name: EngineName): string {
  return name === 'candor' ? measuredModel().modelId : `@vladmandic/${name}`;
}

/** Says now and then how far it is, and how long it will take. */
function progressOf(name: EngineName, total: number): (done: number) => void {
  const startedMs = performance.now();
  let saidMs = startedMs;
  return (done) => {
    const nowMs = performance.now();
    if (nowMs - saidMs < PROGRESS_MS) return;
    saidMs = nowMs;
    const leftMin = ((nowMs - startedMs) * (total - done)) / done / 60_000;
    console.error(`${name}: ${done} of ${total} pictures, about ${Math.ceil(leftMin)} min left`);
  };
}

interface Measured {
  readonly result: EngineResult;
  readonly embedded: readonly Embedded[];
  readonly unreadable: readonly string[];
  readonly kept: KeptReadings;
}

async function measure(
  { pictures }: PictureSet,
  name: EngineName,
  folder: string,
  file: ScoresFile,
): Promise<Measured> {
  const kept = await openKeptReadings(await keptReadingsFile(folder, name));
  const read = await readWith(name, pictures, kept, progressOf(name, pictures.length));
  const { embedded, missed, unreadable, timesMs } = read;
  const scores = score(embedded, SIMILARITIES[name], (pair) => file.add(name, pair));
  console.log(
    `${name}: ${scores.people} people, ${missed.length} pictures without a face, ${unreadable.length} files that are no picture`,
  );
  if (scores.people < 2)
    throw new Error(`${name} found the faces of ${scores.people} people; two are needed`);
  const medianMs = timesMs.toSorted((a, b) => a - b)[timesMs.length >> 1] ?? Number.NaN;
  const rest = { missed: missed.length, pictures: timesMs.length, medianMs };
  return { result: { name, model: modelOf(name), scores, ...rest }, embedded, unreadable, kept };
}

async function measureAll(set: PictureSet, { engines, folder }: Settings): Promise<readonly Measured[]> {
  const file = openScoresFile(join(folder, 'scores.csv'));
  try {
    const results: Measured[] = [];
    for (const name of engines) results.push(await measure(set, name, folder, file));
    const rows = file.finish();
    if (rows > MOST_ROWS)
      console.log(
        `scores.csv holds the first ${MOST_ROWS} of ${rows} pairs; counts.csv counts all, by group too`,
      );
    return results;
  } finally {
    file.close();
  }
}

/** Where Candor's rates are told in full: where a receiver may stand, where the model ships, and at the wanted rate of everybody. */
function thresholdsOfInterest(
  { result: { scores }, embedded }: Measured,
  { wantedFmr, mostFmr }: Settings,
): readonly ThresholdOfInterest[] {
  const calibration = calibrationOf(measuredModel().modelId);
  const shipped = calibration && shippedPoint(calibration);
  const counts = countsByGroup(scores);
  const bounded =
    counts.groups.size > 0 ? 'no measured group may exceed' : 'no group was measured; everybody may not exceed';
  const titled = [
    {
      title: `${bounded} ${percentOf(mostFmr)}, in steps of 0.01`,
      threshold: lowestThreshold(counts, mostFmr),
    },
    { title: 'the threshold that ships (docs/thresholds.md)', threshold: shipped?.threshold ?? null },
    {
      title: `a false match rate of ${wantedFmr.toExponential(0)} overall, which hides the worst group`,
      threshold: overallThreshold(scores, wantedFmr),
    },
  ];
  const known = titled.flatMap(({ title, threshold }) => (threshold === null ? [] : [{ title, threshold }]));
  const lowest = Math.min(...known.map(({ threshold }) => threshold));
  const { candor } = SIMILARITIES;
  const alike = likenesses(embedded, candor, lowest);
  return known.map(({ title, threshold }) => ({
    title,
    threshold,
    byPeople: intervalsByPeople(embedded, candor, alike, scores, threshold),
  }));
}

async function pictureSet({ pairs, people }: Settings): Promise<PictureSet> {
  if (pairs !== null) return readPictures(pairs);
  return { pictures: await renderPictures(people), unused: [] };
}

async function write(folder: string, engines: readonly EngineResult[], report: string): Promise<void> {
  const svg = detSvg('False matches and false non-matches', curvesOf(engines), MATCH_AXES);
  const files = {
    'accuracy.md': report,
    [CURVE]: svg,
    'curve.csv': curveCsv(engines),
    'counts.csv': countsCsv(engines),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  console.log(`${report}\nwritten into ${folder}: ${Object.keys(files).join(', ')}, scores.csv`);
}

async function main(): Promise<void> {
  const settings = settingsOf(process.argv.slice(2));
  const { pairs, folder, wantedFmr, mostFmr } = settings;
  const set = await pictureSet(settings);
  await buildLibrary((line) => console.log(line));
  await mkdir(folder, { recursive: true });
  const measured = await measureAll(set, settings);
  const engines = measured.map(({ result }) => result);
  const [candor] = measured;
  if (candor === undefined) throw new RangeError('nothing was measured');
  const unreadable = candor.unreadable.map((name) => ({
    name,
    why: 'no picture, or not one that a browser reads',
  }));
  const report = toMarkdown({
    engines,
    measured: measuredModel(),
    source:
      pairs === null
        ? 'Rendered persons of the test kit.'
        : `Pictures of \`${basename(pairs)}\`, with Candor’s built worker and the rivals in one Chromium.`,
    rendered: pairs === null,
    madeWith: {
      ...madeWith('npm run bench:accuracy'),
      'embedding model': `\`${MODEL?.id}\`, SHA-256 ${MODEL?.sha256.slice(0, 16)}…`,
    },
    unused: [...set.unused, ...unreadable],
    wantedFmr,
    mostFmr,
    thresholds: thresholdsOfInterest(candor, settings),
    curve: CURVE,
  });
  await write(folder, engines, report);
  for (const { kept } of measured) await kept.remove();
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
