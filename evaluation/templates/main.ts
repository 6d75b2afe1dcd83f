import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Calibration, calibrationOf } from '../../src/calibration/calibration.js';
import { parseGroups } from '../../src/calibration/groups.js';
import { pointForOverallFmr, shippedPoint } from '../../src/calibration/operating-points.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { genuinePresentation } from '../attacks/genuine.js';
import { openRecorder } from '../harness/recorder.js';
import { madeWith } from '../report/made-with.js';
import { readClipsFolder } from '../videos/folder.js';
import { openVideoRecorder } from '../videos/record.js';
import { compare, halvable, type PersonClip } from './compare.js';
import { type ComparedAt, toMarkdown } from './report.js';
import { STRATEGIES } from './strategies.js';

const USAGE = `npm run bench:templates -- [--clips DIR] [--persons N] [--at X,Y] [--fmr X] [--out FILE]
Compares ways to make a template from the frames of a clip: first half against second half, of one person and of two.
  --clips DIR   your own videos, in DIR/genuine: one file for each person (docs/liveness.md, "Measure it yourself"); with
                DIR/groups.csv (lines person,group: the file's name, anna.mp4,women), the worst group comes before everybody
  --persons N   without a folder: rendered persons, which test the program and say nothing of people. Default 24
  --at X,Y      similarities to compare at. Default: the threshold that ships, and that of --fmr
  --fmr X       the false match rate of everybody in the model's calibration whose threshold is taken. Default 1e-4
  --out FILE    writes the tables there besides`;

async function rendered(persons: number): Promise<readonly PersonClip[]> {
  const recorder = await openRecorder();
  try {
    const clips: PersonClip[] = [];
    for (let number = 0; number < persons; number += 1) {
      const presentation = genuinePresentation(number);
      const frames = await recorder.embed(presentation);
      clips.push({ person: presentation.person.name, group: null, frames });
      if (clips.length % 12 === 0) console.error(`${clips.length} of ${persons} clips`);
    }
    return clips;
  } finally {
    await recorder.close();
  }
}

async function groupsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, 'groups.csv'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return parseGroups(text, 'groups.csv');
}

/** @throws RangeError for a groups.csv that names a video that is not there: its group would not be what it seems. */
async function filmed(folder: string): Promise<readonly PersonClip[]> {
  const [{ sets }, groups] = await Promise.all([readClipsFolder(folder), groupsIn(folder)]);
  const videos = sets.filter(({ species }) => species === null).flatMap((set) => set.videos);
  const names = new Set(videos.map(({ path }) => basename(path)));
  const stranger = [...groups.keys()].find((name) => !names.has(name));
  if (stranger !== undefined) throw new RangeError(`groups.csv: there is no genuine/${stranger}`);
  const recorder = await openVideoRecorder();
  try {
    const clips: PersonClip[] = [];
    for (const video of videos) {
      const embedded = await recorder.embed(video);
      const group = groups.get(basename(video.path)) ?? null;
      if (embedded.kind === 'unreadable') console.error(`${video.name}: unreadable: ${embedded.why}`);
      else clips.push(...embedded.stretches.map((frames) => ({ person: video.name, group, frames })));
    }
    return clips;
  } finally {
    await recorder.close();
  }
}

function calibration(): Calibration {
  const found = calibrationOf(SHIPPED_MODEL.modelId);
  if (found === null) throw new Error(`${SHIPPED_MODEL.modelId} has no published threshold: give --at`);
  return found;
}

function fromCalibration(fmr: number): readonly ComparedAt[] {
  const measured = calibration();
  const [shipped, point] = [shippedPoint(measured), pointForOverallFmr(measured, fmr)];
  if (point === null) throw new RangeError(`--fmr: no threshold with ${fmr} or less was measured`);
  const title = `everybody's false match rate is at most ${fmr.toExponential(0)} in the calibration, which hides the worst group`;
  return [
    ...(shipped === null ? [] : [{ threshold: shipped.threshold, title: 'what ships' }]),
    { threshold: point.threshold, title },
  ];
}

function comparedAt(at: string | undefined, fmr: string): readonly ComparedAt[] {
  const wanted = Number(fmr);
  if (!(wanted > 0 && wanted < 1)) throw new RangeError('--fmr needs a number between 0 and 1');
  if (at === undefined) return fromCalibration(wanted);
  return at.split(',').map((text) => {
    const threshold = Number(text);
    if (!(threshold > 0 && threshold < 1))
      throw new RangeError(`--at: ${text} is no similarity between 0 and 1`);
    return { threshold, title: 'as asked' };
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      clips: { type: 'string' },
      persons: { type: 'string', default: '24' },
      at: { type: 'string' },
      fmr: { type: 'string', default: '1e-4' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const persons = Number(values.persons);
  if (!Number.isInteger(persons) || persons < 2)
    throw new RangeError('--persons needs a whole number above 1');
  const at = comparedAt(values.at, values.fmr);
  const isRendered = values.clips === undefined;
  const all = values.clips === undefined ? await rendered(persons) : await filmed(values.clips);
  const { clips, left } = halvable(all);
  if (new Set(clips.map(({ person }) => person)).size < 2) throw new Error('two persons at least are needed');
  const report = toMarkdown({
    source: isRendered
      ? '**Rendered persons: this tests the program and says nothing of people.**'
      : 'Videos of real persons.',
    clips,
    left,
    comparisons: STRATEGIES.map((strategy) => compare(clips, strategy)),
    at,
    madeWith: {
      ...madeWith(`npm run bench:templates -- ${isRendered ? `--persons ${persons}` : '--clips DIR'}`),
      'embedding model': `\`${SHIPPED_MODEL.modelId}\``,
    },
  });
  console.log(report);
  if (values.out !== undefined) await writeFile(values.out, report);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
