import { readFile } from 'node:fs/promises';
import { ROOT } from '../build/root.js';
import { type Budget, compared, type Measured, overBudget } from './budget.js';
import { assetSizes, doorSizes } from './measure.js';

/** `npm run size`: what a seller's browser fetches, and whether it is more than it may be. */

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function lineOf({ door, stage, encoding, bytes, mostBytes }: Measured): string {
  const most = mostBytes === undefined ? 'no budget' : `of ${kilobytes(mostBytes)}`;
  return `size: ${door} ${stage} ${encoding} ${kilobytes(bytes)} ${most}`;
}

async function main(): Promise<void> {
  // Its shape is this folder's own.
  const budget: Budget = JSON.parse(await readFile(`${ROOT}tools/size/budget.json`, 'utf8'));
  const measured = compared(await doorSizes(await assetSizes()), budget);
  for (const line of measured) console.log(lineOf(line));
  const over = overBudget(measured);
  if (over.length === 0) return;
  console.error(`More than tools/size/budget.json allows:\n${over.map(lineOf).join('\n')}`);
  process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
