import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import type { Times } from './times.js';

export interface ReceiverCost {
  readonly database: 'PGlite' | 'PostgreSQL';
  /** Stored when it was measured. */
  readonly templates: number;
  /** Templates with their slots and rows, in transactions of 500. */
  readonly storedPerSecond: number;
  readonly diskBytesPerSeller: number;
  /** From the call to the receiver that answers, the index filled. */
  readonly startMs: number;
  /** Of POST /verifications with X-Wing, one after the other. */
  readonly decisionMs: Times;
  readonly sessionsPerSecond: number;
  readonly verificationsPerSecond: { readonly withoutThreads: KemRates; readonly withThreads: KemRates };
}

/** Verifications per second, by how they were sealed. */
export interface KemRates {
  readonly xWing: number;
  readonly x25519: number;
}

interface Circumstances {
  readonly decisions: number;
  readonly clients: number;
  readonly crowd: number;
  /** That open envelopes. */
  readonly threads: number;
  /** With and without them, in turns. */
  readonly rounds: number;
}

const LOAD_BEFORE = loadavg()[0] ?? Number.NaN;
const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export async function writeReport(costs: readonly ReceiverCost[], of: Circumstances): Promise<void> {
  await writeFile('docs/receiver-cost.md', report(costs, of));
}

function report(
  costs: readonly ReceiverCost[],
  { decisions, clients, crowd, threads, rounds }: Circumstances,
): string {
  return `# What the receiver costs

\`npm run bench:receiver\`: PGlite and PostgreSQL in the same run. Node ${process.version} on ${cpus()[0]?.model}, ${cpus().length} processors; load ${number.format(LOAD_BEFORE)} when it began,
${number.format(loadavg()[0] ?? Number.NaN)} at its end. Synthetic templates of 512 numbers, two or three of each person, a cosine of about 0.7 apart; the whole gallery is searched. Requests go into the app without a
network, in one process with the receiver; clients seal before the clock starts.

| database | templates | decision p50, ms | p99, ms | sessions per second | verifications per second, X-Wing | with openers | X25519 | with openers | start, ms | disk per seller, bytes | stored per second |
|---|---|---|---|---|---|---|---|---|---|---|---|
${costs.map(row).join('\n')}

- A decision is one \`POST /verifications\`: opening the envelope, search, transaction; ${decisions} of them, one after the other, with X-Wing.
- Per second: ${crowd} sellers, ${clients} of them waiting at once; the medians of ${rounds} rounds, with and without openers in turns.
- With openers: ${threads} threads open the envelopes (the option \`openers\`; the default is one for each processor); else the receiver's own does. Everything else was measured without.
- The start opens the database, decrypts every template and fills the index.
- Disk: the database's tables and indexes, and the key slots, without the write-ahead log. Memory per template is in [index-cost.md](index-cost.md).
- "Stored" is filling the bench's gallery, 500 templates in a transaction, each with its key slot: not what a receiver does.
`;
}

function row({ database, templates, ...cost }: ReceiverCost): string {
  const { decisionMs, sessionsPerSecond, verificationsPerSecond, startMs } = cost;
  const { withoutThreads, withThreads } = verificationsPerSecond;
  const numbers = [
    templates,
    decisionMs.p50,
    decisionMs.p99,
    sessionsPerSecond,
    withoutThreads.xWing,
    withThreads.xWing,
    withoutThreads.x25519,
    withThreads.x25519,
    startMs,
    cost.diskBytesPerSeller,
    cost.storedPerSecond,
  ];
  return `| ${[database, ...numbers.map((value) => number.format(value))].join(' | ')} |`;
}
