import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { detSvg } from '../../evaluation/report/det.js';
import manifest from '../../public/models/manifest.json' with { type: 'json' };
import { curvesOf, MATCH_AXES } from './curves.js';
import { ENGINES, readWith, SIMILARITIES } from './engines.js';
import type { EngineName } from './in-page.js';
import { type PictureSet, readPictures } from './pictures.js';
import { renderPictures } from './rendered.js';
import { type EngineResult, toMarkdown } from './report.js';
import { score } from './score.js';
import { countsCsv, MOST_ROWS, openScoresFile, type ScoresFile } from './scores-files.js';

/** `npm run bench:accuracy -- --pairs DIR|CSV`: false match and false non-match rates of the embedding over somebody's own
 * pictures, beside its rivals in one run. Writes a report, a curve and the scores into `--out`, by default beside the pictures:
 * what they show is nobody's but theirs. Without `--pairs`, rendered persons. */

const OPTIONS = {
  pairs: { type: 'string' },
  out: { type: 'string' },
  fmr: { type: 'string', default: '1e-4' },
  people: { type: 'string', default: '24' },
  engines: { type: 'string', default: ENGINES.join(',') },
} as const;

interface Settings {
  readonly pairs: string | null;
  readonly folder: string;
  readonly wantedFmr: number;
  readonly people: number;
  readonly engines: readonly EngineName[];
}

function settingsOf(args: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const pairs = values.pairs === undefined ? null : resolve(values.pairs);
  const folder = resolve(values.out ?? (pairs === null ? '.cache/accuracy' : `${pairs}-accuracy`));
  const [wantedFmr, people] = [Number(values.fmr), Number(values.people)];
  if (!(wantedFmr > 0 && wantedFmr < 1)) throw new RangeError('--fmr needs a number between 0 and 1');
  if (!Number.isInteger(people) || people < 2) throw new RangeError('--people needs a whole number above 1');
  return { pairs, folder, wantedFmr, people, engines: enginesOf(values.engines) };
}

function enginesOf(text: string): readonly EngineName[] {
  const names = text.split(',');
  const wanted = ENGINES.filter((name) => names.includes(name));
  if (wanted[0] !== 'candor' || wanted.length !== names.length)
    throw new RangeError(`--engines takes candor and, beside it, any of ${ENGINES.slice(1).join(', ')}`);
  return wanted;
}

function modelOf(name: EngineName): string {
  if (name !== 'candor') return `@vladmandic/${name}`;
  return manifest.models.find(({ role }) => role === 'embedding')?.id ?? 'unknown';
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function measure(set: PictureSet, name: EngineName, file: ScoresFile): Promise<EngineResult> {
  const { embedded, missed, timesMs } = await readWith(name, set.pictures, (done) => {
    if (done % 320 === 0) console.error(`${name}: ${done} pictures`);
  });
  const scores = score(embedded, SIMILARITIES[name], (pair) => file.add(name, pair));
  console.log(`${name}: ${scores.people} people, ${missed.length} pictures without a face`);
  const pictures = timesMs.length;
  return { name, model: modelOf(name), scores, missed: missed.length, pictures, medianMs: median(timesMs) };
}

async function measureAll(set: PictureSet, { engines, folder, pairs }: Settings) {
  const file = openScoresFile(join(folder, 'scores.csv'), pairs ?? folder);
  const results: EngineResult[] = [];
  for (const name of engines) results.push(await measure(set, name, file));
  const rows = await file.close();
  if (rows > MOST_ROWS)
    console.log(`scores.csv holds the first ${MOST_ROWS} of ${rows} pairs; counts.csv counts all`);
  return results;
}

function madeWith(): Readonly<Record<string, string>> {
  const worker = createHash('sha256').update(readFileSync('dist/assets/candor-worker.js')).digest('hex');
  return {
    command: '`npm run bench:accuracy`',
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    'analysis worker': `SHA-256 ${worker.slice(0, 16)}…`,
    date: new Date().toISOString().slice(0, 10),
  };
}

async function main(): Promise<void> {
  const settings = settingsOf(process.argv.slice(2));
  const { pairs, folder, wantedFmr } = settings;
  const set =
    pairs === null
      ? { pictures: await renderPictures(settings.people), unused: [] }
      : await readPictures(pairs);
  await mkdir(folder, { recursive: true });
  const engines = await measureAll(set, settings);
  const source =
    pairs === null
      ? 'Rendered persons of the test kit.'
      : `Pictures of \`${basename(pairs)}\`, with Candor’s built worker and the rivals in one Chromium.`;
  const curve = 'accuracy.svg';
  const rest = {
    source,
    rendered: pairs === null,
    madeWith: madeWith(),
    unused: set.unused,
    wantedFmr,
    curve,
  };
  const report = toMarkdown({ engines, ...rest });
  await writeFile(join(folder, 'counts.csv'), countsCsv(engines));
  await writeFile(
    join(folder, curve),
    detSvg('False matches and false non-matches', curvesOf(engines), MATCH_AXES),
  );
  await writeFile(join(folder, 'accuracy.md'), report);
  console.log(`${report}\nwritten: ${join(folder, 'accuracy.md')}, ${curve}, scores.csv, counts.csv`);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
