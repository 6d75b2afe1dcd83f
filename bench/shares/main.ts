import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { inProcessNetwork } from '../../shares/index.js';
import { spreadOf } from '../path/statistics.js';
import { decisionsOver, galleriesOf } from './decisions.js';
import { kernelTimes } from './kernels.js';
import { admissionsAt } from './node-decisions.js';
import { makeNodeFolders } from './node-folders.js';
import { DIM } from './strangers.js';

/** `npm run bench:shares`: what a decision over shares costs, by the number of rows and the round trip between two operators. Numbers behind it
 * are other sizes; `--decisions N` how many each. Three parts: the dot products of one party, by typed arrays and by WebAssembly; the
 * computation with all three parties in one thread, which does the work of all three one after the other; and newcomers admitted by
 * three nodes in processes of their own, with databases, over TLS (`--nodes` alone, `--thread` alone). Prints, and writes nothing. */

/** Between two operators; each message is under way for half of it, in whole milliseconds, which timers have: rather longer. */
const ROUND_TRIPS_MS = [0, 5, 20];

const { values, positionals } = parseArgs({
  options: {
    decisions: { type: 'string', default: '50' },
    nodes: { type: 'boolean', default: false },
    thread: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
const decisions = Number(values.decisions);

async function main(): Promise<void> {
  console.log(
    `${decisions} decisions each, ${DIM} numbers in a template. Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} processors; load ${loadavg()[0]} when it began.`,
  );
  if (!values.nodes) {
    tellKernels();
    await tellThread();
  }
  if (!values.thread) await tellNodes();
}

function tellKernels(): void {
  console.log('\n| rows | one party’s products: typed arrays, ms | WebAssembly, copied | in place |');
  console.log('|---|---|---|---|');
  for (const rows of sizes) {
    const { typedArrays, copies, inPlace } = kernelTimes(rows);
    console.log(`| ${[rows, ...[typedArrays, copies, inPlace].map((ms) => ms.toFixed(1))].join(' | ')} |`);
  }
}

async function tellThread(): Promise<void> {
  console.log(
    '\n| rows, all three in one thread | round trip, ms | p50, ms | p99, ms | bytes sent by a party | rounds | memory, MB |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const rows of sizes) {
    const galleries = galleriesOf(rows);
    for (const roundTripMs of ROUND_TRIPS_MS) {
      const network = () => inProcessNetwork(Math.ceil(roundTripMs / 2));
      const { tookMs, traffic } = await decisionsOver(galleries, decisions, network);
      const { median, p99 } = spreadOf(tookMs);
      const memoryMb = process.memoryUsage.rss() / 2 ** 20;
      const cells = [rows, roundTripMs, median.toFixed(1), p99.toFixed(1), traffic.bytesSent, traffic.rounds];
      console.log(`| ${cells.join(' | ')} | ${memoryMb.toFixed(0)} |`);
    }
  }
}

async function tellNodes(): Promise<void> {
  console.log(
    '\n| rows, three processes | round trip, ms | none: p50, ms | p99 | review: p50 | p99 | memory of each, MB | started, s |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const rows of sizes) {
    const folders = await makeNodeFolders(rows);
    try {
      for (const roundTripMs of ROUND_TRIPS_MS) {
        const measured = await admissionsAt(folders, decisions, Math.ceil(roundTripMs / 2));
        const { none, review, memoryMb, startedMs } = measured;
        const times = [spreadOf(none), spreadOf(review)].flatMap(({ median, p99 }) => [median, p99]);
        const cells = [
          rows,
          roundTripMs,
          ...times.map((ms) => ms.toFixed(0)),
          Math.max(...memoryMb).toFixed(0),
        ];
        console.log(`| ${cells.join(' | ')} | ${(startedMs / 1_000).toFixed(1)} |`);
      }
    } finally {
      await folders.remove();
    }
  }
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
