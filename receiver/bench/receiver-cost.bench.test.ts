import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, expect, it } from 'vitest';
import { type Kem, OutcomeSchema } from '../../src/envelope/wire.js';
import { demoOptions } from '../demo.js';
import { Openers } from '../openers/openers.js';
import type { Database } from '../store/database.js';
import { notices } from '../store/schema.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { startPostgresServer } from '../testing/postgres-server.fixture.js';
import { CLIENTS, CROWD, type CrowdRates, crowd, newcomer, sealed } from './crowd.js';
import { hitTimes } from './hit-times.js';
import { crowdsOverHttp } from './http-crowds.js';
import { type CrowdMedians, type ReceiverCost, writeReport } from './report.js';
import { storePeople } from './stored-people.js';
import { median } from './times.js';

/** `npm run bench:receiver`: what a verification costs the receiver, on PGlite and on PostgreSQL in one run; writes
 * docs/receiver-cost.md. Requests go into the app without a network, or over HTTP from a process of their own; clients seal before the
 * clock starts. */

const SIZES = (process.env.CANDOR_BENCH_TEMPLATES ?? '1000,10000,100000').split(',').map(Number);
/** Newcomers, and as many duplicates. */
const DECISIONS = Number(process.env.CANDOR_BENCH_DECISIONS ?? 100);
const KEMS = ['x-wing', 'x25519'] as const satisfies readonly Kem[];
/** Of each, of which the median counts. */
const ROUNDS = Number(process.env.CANDOR_BENCH_ROUNDS ?? 3);
/** That open envelopes. */
const THREADS = availableParallelism();

/** How long one database of one size may take, ms. */
const CASE_MS = 3_600_000;

const costs: ReceiverCost[] = [];
const server = await startPostgresServer();
afterAll(async () => {
  await server.stop();
  // All or nothing: a run that was cut leaves the last one's report.
  if (costs.length < 2 * SIZES.length) return;
  await writeReport(costs, {
    decisions: DECISIONS,
    clients: CLIENTS,
    crowd: CROWD,
    threads: THREADS,
    rounds: ROUNDS,
  });
});

for (const [kind, url] of [
  ['PGlite', async () => undefined],
  ['PostgreSQL', () => server.database()],
] as const)
  for (const size of SIZES)
    it(
      `${kind}, ${size} templates`,
      async () => {
        const dataDir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
        costs.push(await costOf(kind, size, dataDir, await url()));
        console.log(JSON.stringify(costs.at(-1)));
        await rm(dataDir, { recursive: true, force: true });
      },
      CASE_MS,
    );

async function costOf(
  database: ReceiverCost['database'],
  templates: number,
  dataDir: string,
  databaseUrl: string | undefined,
): Promise<ReceiverCost> {
  const start = () => startHarness({ ...options(), dataDir, databaseUrl, openers: 0 });
  const first = await start();
  const exampleId = await verified(first);
  const before = await diskBytes(first);
  const seconds = await storePeople(first.context, exampleId, templates);
  const bytes = (await diskBytes(first)) - before;
  await first.receiver.close();
  const startedAt = performance.now();
  const filled = await start();
  const startMs = performance.now() - startedAt;
  const { newcomerMs, hitMs } = await hitTimes(filled, DECISIONS);
  const rates = await crowdRates(filled);
  return {
    database,
    templates,
    storedPerSecond: templates / seconds,
    diskBytesPerSeller: bytes / templates,
    startMs,
    decisionMs: newcomerMs,
    hitMs,
    ...rates,
  };
}

/** Whole-gallery search at any size, which the demo's rates would not allow. */
function options() {
  const { worstGroup: _, ...threshold } = demoOptions().threshold;
  return {
    threshold: { ...threshold, fmr: 1e-9, n: 4_000_000_000 },
    search: { scope: 'gallery' as const, mostFalseHits: 1 },
    // All come from one address.
    maxAttempts: 100_000,
  };
}

/** @returns the id of somebody who came through the front door. */
async function verified(harness: Harness): Promise<string> {
  const envelope = await sealed(await newcomer(await harness.discover(), harness), 'x-wing');
  const answer = await harness.deliver(envelope);
  return parse(OutcomeSchema, await answer.json()).verificationId;
}

/** Crowds without and with threads that open envelopes, in turns, because a machine is busier at one time than at another; then over
 * HTTP, with them, as a receiver is started. Closes the receiver.
 * @returns medians. */
async function crowdRates(
  harness: Harness,
): Promise<Pick<ReceiverCost, 'sessionsPerSecond' | 'verificationsPerSecond' | 'overHttp'>> {
  const { config, openers: without } = harness.context;
  const { audience, embeddingDim } = config;
  const withThreads = new Openers(THREADS, { setUp: { audience, embeddingDim }, onLost: () => {} });
  await expect.poll(() => withThreads.ready, { timeout: 600_000 }).toBe(THREADS);
  const measured = { without: emptyRates(), with: emptyRates() };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, openers] of [['without', without] as const, ['with', withThreads] as const])
      for (const kem of KEMS) {
        use(harness, openers);
        measured[name][kem].push(await crowd(harness, kem));
      }
  use(harness, withThreads);
  const overHttp = await crowdsOverHttp(harness, ROUNDS);
  await withThreads.close();
  const [withoutOnes, withOnes] = [mediansOf(measured.without), mediansOf(measured.with)];
  return {
    sessionsPerSecond: median([withoutOnes.sessions, withOnes.sessions]),
    verificationsPerSecond: { withoutThreads: withoutOnes, withThreads: withOnes },
    overHttp: mediansOf(overHttp),
  };
}

/** The receiver asks its context at each envelope. */
function use({ context }: Harness, openers: Harness['context']['openers']): void {
  Object.assign(context, { openers });
}

type Rates = Readonly<Record<Kem, readonly CrowdRates[]>>;

function emptyRates(): Record<Kem, CrowdRates[]> {
  return { 'x-wing': [], x25519: [] };
}

function mediansOf(rates: Rates): CrowdMedians {
  const of = (kem: Kem) => median(rates[kem].map(({ verifications }) => verifications));
  const sessions = KEMS.flatMap((kem) => rates[kem].map((one) => one.sessions));
  return { sessions: median(sessions), xWing: of('x-wing'), x25519: of('x25519') };
}

/** Of the database and the key slots. */
async function diskBytes({ context, dataDir }: Harness): Promise<number> {
  return (await databaseBytes(context.database)) + (await folderBytes(join(dataDir, 'keys')));
}

async function databaseBytes(database: Database): Promise<number> {
  const [row] = await database
    .select({ bytes: sql<string>`pg_database_size(current_database())` })
    .from(notices)
    .limit(1);
  return Number(row?.bytes);
}

async function folderBytes(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
