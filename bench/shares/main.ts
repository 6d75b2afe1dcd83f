import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { inProcessNetwork } from '../../shares/index.js';
import { spreadOf } from '../path/statistics.js';
import { DIM, decisionsOver, galleryOf } from './decisions.js';

/** `npm run bench:shares`: what a decision over shares costs, by the number of rows and the delay of each message. Numbers behind it
 * are other sizes; `--decisions N` how many each. The three parties are in one thread here, which does the work of all three one
 * after the other: three machines would do it side by side. Prints, and writes nothing. */

const DELAYS_MS = [0, 5, 20];

const { values, positionals } = parseArgs({
  options: { decisions: { type: 'string', default: '100' } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
const decisions = Number(values.decisions);

async function main(): Promise<void> {
  console.log(
    `${decisions} decisions each, ${DIM} numbers in a template. Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} processors; load ${loadavg()[0]} when it began.\n`,
  );
  console.log(
    '| rows | delay of a message, ms | p50, ms | p99, ms | bytes sent by a party | rounds | memory, MB |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const rows of sizes) {
    const gallery = galleryOf(rows);
    for (const delayMs of DELAYS_MS) {
      const { tookMs, traffic } = await decisionsOver(gallery, decisions, () => inProcessNetwork(delayMs));
      const { median, p99 } = spreadOf(tookMs);
      const memoryMb = process.memoryUsage.rss() / 2 ** 20;
      const cells = [rows, delayMs, median.toFixed(1), p99.toFixed(1), traffic.bytesSent, traffic.rounds];
      console.log(`| ${cells.join(' | ')} | ${memoryMb.toFixed(0)} |`);
    }
  }
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
