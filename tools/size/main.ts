import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ROOT } from '../build/root.js';
import { type AssetSize, readAssets, readRecord, writeRecord } from './assets.js';
import {
  type Budget,
  compared,
  type FileBudget,
  filesOverBudget,
  type Measured,
  overBudget,
} from './budget.js';
import { ASSETS, doorSizes, sizesOf } from './measure.js';
import { noticeParts } from './notice-parts.js';

/** `npm run size`: what a seller's browser fetches, and whether it is more than it may be. `-- --write` also keeps what came of files
 * that are too large to be compressed each time; `-- --parts` says what the scripts before the question are made of. */

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function lineOf({ door, stage, encoding, bytes, mostBytes }: Measured): string {
  const most = mostBytes === undefined ? 'no budget' : `of ${kilobytes(mostBytes)}`;
  return `size: ${door} ${stage} ${encoding} ${kilobytes(bytes)} ${most}`;
}

const NOTES: Readonly<Record<AssetSize['fetched'], string>> = {
  always: '',
  'where-built': ', optional, in no budget',
  'with-operators': ', where three operators are named, in a budget of its own',
};

/** Each file, what no door's budget counts among them, and what took long. */
function reportAssets(assets: readonly AssetSize[]): void {
  for (const { file, gzip, brotli, fetched } of assets) {
    const note = NOTES[fetched];
    console.log(`size: ${file} gzip ${kilobytes(gzip)} brotli ${kilobytes(brotli)}${note}`);
  }
  for (const { file } of assets.filter(({ isNew }) => isNew))
    console.log(`size: ${file} is new, which took long: npm run size -- --write keeps its size`);
}

async function checkBudget(isWriting: boolean): Promise<void> {
  // Their shapes are this folder's own.
  const budget: Budget = JSON.parse(await readFile(`${ROOT}tools/size/budget.json`, 'utf8'));
  const fileBudget: FileBudget = JSON.parse(await readFile(`${ROOT}tools/size/files.json`, 'utf8'));
  const assets = await readAssets(ASSETS, await readRecord());
  if (isWriting) await writeRecord(assets);
  const measured = compared(await doorSizes(sizesOf(assets)), budget);
  for (const line of measured) console.log(lineOf(line));
  reportAssets(assets);
  const over = [
    ...overBudget(measured).map(lineOf),
    ...filesOverBudget(assets, fileBudget).map((file) => `size: ${file}`),
  ];
  if (over.length === 0) return;
  console.error(`More than tools/size/budget.json and files.json allow:\n${over.join('\n')}`);
  process.exitCode = 1;
}

async function printParts(): Promise<void> {
  const { gzip, styleGzip, parts } = await noticeParts();
  console.log('| part | minified | gzip, less without it |\n|---|---|---|');
  for (const { name, bytes, gzipLess } of parts)
    console.log(`| ${name} | ${kilobytes(bytes)} | ${kilobytes(gzipLess)} |`);
  console.log(`| style.css | | ${kilobytes(styleGzip)} |`);
  console.log(`\nAll of it ${kilobytes(gzip)} gzip`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, parts: { type: 'boolean', default: false } },
  });
  await (values.parts ? printParts() : checkBudget(values.write));
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
