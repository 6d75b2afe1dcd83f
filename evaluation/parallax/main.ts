import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../tools/build/root.js';
import { openSeriesCache } from '../harness/cache.js';
import { parallaxSweeps, type Sweep } from './sweeps.js';
import { parallaxTable, type TurnedThing } from './table.js';

const USAGE = `npx tsx evaluation/parallax/main.ts [--write]
Turns rendered heads, flat and bent cards before the built worker and prints what the parallax check measures of them.
Takes some minutes the first time; the recorded series are kept.
  --write  puts the table into docs/liveness.md`;

const DOCUMENT = join(ROOT, 'docs', 'liveness.md');
const GENERATED = /(<!-- parallax -->\n)[\s\S]*(<!-- \/parallax -->)/;

async function turnedThings(sweeps: readonly Sweep[]): Promise<readonly TurnedThing[]> {
  const cache = await openSeriesCache();
  try {
    const things: TurnedThing[] = [];
    for (const { source, presentation, turnedDeg, turns } of sweeps) {
      const { observations } = await cache.read(presentation);
      for (const turnDeg of turns) {
        const isWithin = (mediaTimeMs: number): boolean => Math.abs(turnedDeg(mediaTimeMs)) <= turnDeg + 1;
        const within = observations.filter(({ mediaTimeMs }) => isWithin(mediaTimeMs));
        things.push({ source, turnDeg, observations: within });
      }
      console.error(presentation.script.name);
    }
    return things;
  } finally {
    await cache.close();
  }
}

const { values } = parseArgs({ options: { write: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  console.log(USAGE);
} else {
  const table = parallaxTable(await turnedThings(parallaxSweeps()));
  console.log(table);
  if (values.write) {
    const document = await readFile(DOCUMENT, 'utf8');
    await writeFile(DOCUMENT, document.replace(GENERATED, `$1${table}\n$2`));
  }
}
