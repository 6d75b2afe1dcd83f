import { readFile } from 'node:fs/promises';
import manifest from '../../public/models/manifest.json' with { type: 'json' };
import { ROOT } from '../build/root.js';
import { type Budget, compared, type Measured, overBudget } from './budget.js';
import { coldDownload } from './cold.js';
import { assetSizes, doorSizes, type Size } from './measure.js';

/** `npm run size`: what a seller's browser fetches, and whether it is more than it may be. */

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function lineOf({ door, stage, encoding, bytes, mostBytes }: Measured): string {
  const most = mostBytes === undefined ? 'no budget' : `of ${kilobytes(mostBytes)}`;
  return `size: ${door} ${stage} ${encoding} ${kilobytes(bytes)} ${most}`;
}

function lineOfSize(what: string, { gzip, brotli }: Size): string {
  return `size: ${what} gzip ${kilobytes(gzip)} brotli ${kilobytes(brotli)}`;
}

async function main(): Promise<void> {
  // Its shape is this folder's own.
  const budget: Budget = JSON.parse(await readFile(`${ROOT}tools/size/budget.json`, 'utf8'));
  const assets = await assetSizes();
  const doors = await doorSizes(assets);
  const measured = compared(doors, budget);
  for (const line of measured) console.log(lineOf(line));
  for (const [file, size] of assets) console.log(lineOfSize(file, size));
  const optional = manifest.models.flatMap((model) => (model.optional ? [model.file] : []));
  for (const [door, size] of doors)
    console.log(lineOfSize(`${door} cold, without optional models`, coldDownload(size, assets, optional)));
  const over = overBudget(measured);
  if (over.length === 0) return;
  console.error(`More than tools/size/budget.json allows:\n${over.map(lineOf).join('\n')}`);
  process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
