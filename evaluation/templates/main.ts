import { parseArgs } from 'node:util';
import { calibrationOf } from '../../src/calibration/calibration.js';
import { shippedPoint } from '../../src/calibration/operating-points.js';
import { inWords } from '../../src/calibration/rates.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { genuinePresentation } from '../attacks/genuine.js';
import { openRecorder } from '../harness/recorder.js';
import { markdownTable } from '../report/markdown-table.js';
import { readClipsFolder } from '../videos/folder.js';
import { openVideoRecorder } from '../videos/record.js';
import { type Comparison, compare, halvable, type PersonClip } from './compare.js';
import { STRATEGIES } from './strategies.js';

const USAGE = `npm run bench:templates -- [--clips DIR] [--persons N]
Compares ways to make a template from the frames of a clip: first half against second half, of one person and of two.
  --clips DIR   your own videos, in DIR/genuine: one file for each person (docs/liveness-report.md)
  --persons N   without a folder: rendered persons, which test the program and say nothing of people. Default 24`;

async function rendered(persons: number): Promise<readonly PersonClip[]> {
  const recorder = await openRecorder();
  try {
    const clips: PersonClip[] = [];
    for (let number = 0; number < persons; number += 1) {
      const presentation = genuinePresentation(number);
      clips.push({ person: presentation.person.name, frames: await recorder.embed(presentation) });
    }
    return clips;
  } finally {
    await recorder.close();
  }
}

async function filmed(folder: string): Promise<readonly PersonClip[]> {
  const { sets } = await readClipsFolder(folder);
  const recorder = await openVideoRecorder();
  try {
    const clips: PersonClip[] = [];
    for (const video of sets.filter(({ species }) => species === null).flatMap(({ videos }) => videos)) {
      const embedded = await recorder.embed(video);
      if (embedded.kind === 'unreadable') console.error(`${video.name}: unreadable: ${embedded.why}`);
      else clips.push(...embedded.stretches.map((frames) => ({ person: video.name, frames })));
    }
    return clips;
  } finally {
    await recorder.close();
  }
}

function rowOf({ strategy, genuine, impostor }: Comparison, threshold: number): readonly string[] {
  const missed = genuine.filter((value) => value < threshold).length;
  const matched = impostor.filter((value) => value >= threshold).length;
  return [
    strategy.title,
    Math.min(...genuine).toFixed(3),
    inWords({ errors: missed, n: genuine.length }),
    Math.max(...impostor).toFixed(3),
    inWords({ errors: matched, n: impostor.length }),
  ];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      clips: { type: 'string' },
      persons: { type: 'string', default: '24' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const persons = Number(values.persons);
  if (!Number.isInteger(persons) || persons < 2)
    throw new RangeError('--persons needs a whole number above 1');
  const calibration = calibrationOf(SHIPPED_MODEL.modelId);
  const threshold = calibration === null ? null : shippedPoint(calibration)?.threshold;
  if (threshold == null) throw new Error(`${SHIPPED_MODEL.modelId} has no published threshold to compare at`);
  const all = values.clips === undefined ? await rendered(persons) : await filmed(values.clips);
  const { clips, left } = halvable(all);
  if (new Set(clips.map(({ person }) => person)).size < 2) throw new Error('two persons at least are needed');
  console.log(
    values.clips === undefined
      ? 'Rendered persons: this tests the program and says nothing of people.\n'
      : '',
  );
  console.log(
    `${SHIPPED_MODEL.modelId} at ${threshold}; ${clips.length} clips, ${left} without good frames in both halves.\n`,
  );
  const head = ['template', 'least alike, one person', 'missed', 'most alike, two persons', 'matched'];
  console.log(
    markdownTable(
      head,
      STRATEGIES.map((strategy) => rowOf(compare(clips, strategy), threshold)),
    ),
  );
}

await main();
