import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureVideos } from '../videos/measure.js';
import { curvesOf } from './curves.js';
import { detSvg } from './det.js';
import { madeWith } from './made-with.js';
import { toMarkdown } from './report.js';
import type { LivenessResults } from './results.js';
import { measureSynthetic } from './synthetic.js';

/** `npm run report:liveness`: error rates of the liveness checks over rendered captures; writes docs/liveness-report.md and
 * its curve. `-- --clips DIR` measures one's own videos instead and writes `DIR/liveness-report.md`: what they show is
 * nobody's but theirs. */

const OPTIONS = {
  clips: { type: 'string' },
  presentations: { type: 'string', default: '50' },
  gaps: { type: 'string', default: '20' },
  genuine: { type: 'string', default: '216' },
  worn: { type: 'string', default: '52' },
  minutes: { type: 'string', default: '600' },
} as const;

const SYNTHETIC = `Rendered persons (docs/test-persons.md), ten pictures a second straight into the analysis worker; each
presentation has its own person, room, light, distance and challenge; those who swap are pairs of the test kit's named eight, whom the
embedding tells apart. Of the genuine captures each nine are of one of 24 persons, so that their intervals are narrower than those of as
many people would be. Injection behind the camera is not measured here but in
[injection-signals.md](injection-signals.md).`;

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} needs a whole number above 0`);
  return value;
}

async function write(folder: string, results: LivenessResults): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'liveness-report.md');
  await writeFile(
    join(folder, 'liveness-det.svg'),
    detSvg('Detection error trade-off of the liveness checks', curvesOf(results).drawn),
  );
  await writeFile(file, toMarkdown(results, 'liveness-det.svg'));
  return file;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const report = (line: string): void => console.log(line);
  if (values.clips !== undefined) {
    const root = resolve(values.clips);
    const measured = await measureVideos(root, report);
    const source = `Videos of the folder \`${basename(root)}\`, analysed ten pictures a second.`;
    const made = madeWith('npm run report:liveness -- --clips DIR');
    report(`written: ${await write(root, { ...measured, source, madeWith: made })}`);
    return;
  }
  const size = {
    attacks: count('presentations', values.presentations),
    gaps: count('gaps', values.gaps),
    genuine: count('genuine', values.genuine),
    worn: count('worn', values.worn),
    untilMs: performance.now() + 60_000 * count('minutes', values.minutes),
  };
  const measured = await measureSynthetic(size, report);
  const results = { ...measured, unprompted: [], positioning: [], unjudged: [], source: SYNTHETIC };
  report(`written: ${await write('docs', { ...results, madeWith: madeWith('npm run report:liveness') })}`);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
