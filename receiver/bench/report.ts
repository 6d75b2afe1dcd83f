import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { growthTable } from './growth.js';
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
  /** Of POST /verifications with X-Wing, one after the other, of those who are nobody's duplicate. */
  readonly decisionMs: Times;
  /** The same of those who are one other seller's, in turns with them. */
  readonly hitMs: Times;
  readonly sessionsPerSecond: number;
  readonly verificationsPerSecond: {
    readonly withoutThreads: KemRates;
    readonly withThreads: KemRates;
  };
  /** With clients in a process of their own, and openers. */
  readonly overHttp: CrowdMedians;
}

/** Verifications per second, by how they were sealed. */
interface KemRates {
  readonly xWing: number;
  readonly x25519: number;
}

/** Per second. */
export interface CrowdMedians extends KemRates {
  readonly sessions: number;
}

interface Circumstances {
  /** Newcomers, and as many duplicates. */
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

/** What docs/receiver-cost.md says. */
export function report(
  costs: readonly ReceiverCost[],
  { decisions, clients, crowd, threads, rounds }: Circumstances,
): string {
  return `# What the receiver costs

\`npm run bench:receiver\`: PGlite and PostgreSQL in the same run. Node ${process.version} on ${cpus()[0]?.model}, ${cpus().length} processors; load ${number.format(LOAD_BEFORE)} when it began,
${number.format(loadavg()[0] ?? Number.NaN)} at its end. Synthetic templates of 512 numbers, two or three of each person, a cosine of about 0.7 apart; the whole gallery is searched. Clients seal before the clock starts.

| database | templates | decision p50, ms | p99, ms | sessions per second | verifications per second, X-Wing | with openers | X25519 | with openers | start, ms | disk per seller, bytes | stored per second |
|---|---|---|---|---|---|---|---|---|---|---|---|
${costs.map(costRow).join('\n')}

- A decision is one \`POST /verifications\`: opening the envelope, search, transaction; ${decisions} of them, one after the other, with X-Wing, of newcomers without a hit.
- Requests go into the app without a network, in one process with the receiver.
- Per second: ${crowd} sellers, ${clients} of them waiting at once; the medians of ${rounds} rounds, with and without openers in turns.
- With openers: ${threads} threads open the envelopes (the option \`openers\`; the default is one for each processor); else the receiver's own does.
- The start opens the database, decrypts every template and fills the index.
- Disk: the database's tables and indexes, and the key slots, without the write-ahead log. Memory per template is in [index-cost.md](index-cost.md).
- "Stored" is filling the bench's gallery, 500 templates in a transaction, each with its key slot: not what a receiver does.

## Over HTTP

Closed loop: ${clients} clients, each of whom sends the next request when the last was answered, in one process of their own on the same ${cpus().length} processors, ${crowd} sellers in a round; the medians of ${rounds} rounds. The receiver has its openers.

| database | templates | sessions per second | verifications per second, X-Wing | X25519 |
|---|---|---|---|---|
${costs.map(httpRow).join('\n')}

## What the time of an answer tells

${decisions} newcomers without a hit and ${decisions} duplicates of one seller each, in turns, one after the other, into the app without a network. A ratio of 1 tells nothing; a hit stores one row more.

| database | templates | no hit: p50, ms | p99, ms | hit: p50, ms | p99, ms | ratio of the p50 |
|---|---|---|---|---|---|---|
${costs.map(hitRow).join('\n')}
${growth(costs)}`;
}

function costRow({ database, templates, ...cost }: ReceiverCost): string {
  const { decisionMs, sessionsPerSecond, verificationsPerSecond, startMs } = cost;
  const { withoutThreads, withThreads } = verificationsPerSecond;
  return row(
    database,
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
  );
}

function httpRow({ database, templates, overHttp }: ReceiverCost): string {
  return row(database, templates, overHttp.sessions, overHttp.xWing, overHttp.x25519);
}

function hitRow({ database, templates, decisionMs, hitMs }: ReceiverCost): string {
  const ratio = hitMs.p50 / decisionMs.p50;
  return row(database, templates, decisionMs.p50, decisionMs.p99, hitMs.p50, hitMs.p99, ratio);
}

function row(database: string, ...numbers: readonly number[]): string {
  return `| ${[database, ...numbers.map((value) => number.format(value))].join(' | ')} |`;
}

function growth(costs: readonly ReceiverCost[]): string {
  const [pglite, postgresql] = (['PGlite', 'PostgreSQL'] as const).map((name) =>
    costs.filter(({ database }) => database === name),
  );
  const templates = pglite?.map((cost) => cost.templates) ?? [];
  const figures = [pglite, postgresql].flatMap((of = []) => figuresOf(of));
  const table = growthTable(templates, figures);
  return table === '' ? '' : `\n## How each grows\n\n${table}`;
}

function figuresOf(costs: readonly ReceiverCost[]) {
  const named = (name: string, value: (cost: ReceiverCost) => number) => ({
    name: `${costs[0]?.database}: ${name}`,
    values: costs.map(value),
  });
  return [
    named('decision p50', ({ decisionMs }) => decisionMs.p50),
    named('decision p99', ({ decisionMs }) => decisionMs.p99),
    named('start', ({ startMs }) => startMs),
    named('disk per seller', ({ diskBytesPerSeller }) => diskBytesPerSeller),
    named('stored per second', ({ storedPerSecond }) => storedPerSecond),
  ];
}
