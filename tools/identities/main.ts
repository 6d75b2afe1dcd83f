import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IDENTITIES, type Identity, variantIdentity } from '../../src/testing/index.js';
import { ROOT } from '../build/root.js';
import { openLab } from './lab.js';
import { type IdentityReading, measureIdentity } from './measure.js';
import { defectsOf, reportOf } from './report.js';

const USAGE = `npx tsx tools/identities/main.ts [--variants N] [--write]
Measures the test persons with the built worker in a real browser and prints the tables.
  --variants N  measures variantIdentity(1) … (N) instead of the named identities; likeness is no defect then
  --write       puts the tables into docs/test-persons.md`;

const DOCUMENT = join(ROOT, 'docs', 'test-persons.md');
const GENERATED = /(<!-- measured -->\n)[\s\S]*(<!-- \/measured -->)/;

async function measureAll(identities: readonly Identity[]): Promise<readonly IdentityReading[]> {
  const lab = await openLab();
  try {
    const readings: IdentityReading[] = [];
    for (const identity of identities) {
      readings.push(await measureIdentity(lab, identity));
      console.error(`${readings.length}/${identities.length} ${identity.name}`);
    }
    return readings;
  } finally {
    await lab.close();
  }
}

async function write(report: string): Promise<void> {
  const document = await readFile(DOCUMENT, 'utf8');
  await writeFile(DOCUMENT, document.replace(GENERATED, `$1${report}\n$2`));
}

const { values } = parseArgs({
  options: { variants: { type: 'string' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(USAGE);
} else {
  const variants = Number(values.variants ?? 0);
  const identities =
    variants > 0
      ? Array.from({ length: variants }, (_, index) => variantIdentity(index + 1))
      : Object.values(IDENTITIES);
  const readings = await measureAll(identities);
  const report = reportOf(readings);
  console.log(report);
  const defects = defectsOf(readings).filter((defect) => variants === 0 || !defect.includes('too alike'));
  for (const defect of defects) console.log(`- ${defect}`);
  if (values.write) await write(report);
  process.exitCode = defects.length === 0 ? 0 : 1;
}
