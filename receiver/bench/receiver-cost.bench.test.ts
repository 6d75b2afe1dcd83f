import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, expect, it } from 'vitest';
import {
  type Discovery,
  type Envelope,
  type Kem,
  OutcomeSchema,
  type Session,
  SessionSchema,
} from '../../src/envelope/wire.js';
import { demoOptions } from '../demo.js';
import { Openers } from '../openers/openers.js';
import type { Database } from '../store/database.js';
import { notices } from '../store/schema.js';
import { type Harness, newFace, sealFor, sessionRequest, startHarness } from '../testing/harness.fixture.js';
import { startPostgresServer } from '../testing/postgres-server.fixture.js';
import { type ReceiverCost, writeReport } from './report.js';
import { storePeople } from './stored-people.js';
import { timesOf } from './times.js';

/** `npm run bench:receiver`: what a verification costs the receiver, on PGlite and on PostgreSQL in one run; writes
 * docs/receiver-cost.md. Requests go into the app without a network, and clients seal before the clock starts. */

const SIZES = (process.env.CANDOR_BENCH_TEMPLATES ?? '1000,10000,100000').split(',').map(Number);
const DECISIONS = 100;
/** Clients who wait for their answer at once. */
const CLIENTS = 64;
const CROWD = 128;
/** Of each, of which the median counts. */
const ROUNDS = Number(process.env.CANDOR_BENCH_ROUNDS ?? 3);
/** That open envelopes. */
const THREADS = availableParallelism();

/** How long one database of one size may take, ms. */
const CASE_MS = 1_200_000;

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
  const decisions = await decisionTimes(filled);
  const rates = await alternately(filled);
  await filled.receiver.close();
  return {
    database,
    templates,
    storedPerSecond: templates / seconds,
    diskBytesPerSeller: bytes / templates,
    startMs,
    decisionMs: timesOf(decisions),
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

async function verified(harness: Harness): Promise<string> {
  const envelope = await sealed(await newcomer(await harness.discover(), harness), 'x-wing');
  const answer = await harness.deliver(envelope);
  return parse(OutcomeSchema, await answer.json()).verificationId;
}

/** Somebody with a session. */
interface Newcomer {
  readonly discovery: Discovery;
  readonly subject: string;
  readonly session: Session;
}

async function newcomer(discovery: Discovery, harness: Harness): Promise<Newcomer> {
  const subject = randomUUID();
  const answer = await harness.send('POST', '/sessions', await sessionRequest(discovery, { subject }));
  return { discovery, subject, session: parse(SessionSchema, await answer.json()) };
}

function sealed({ discovery, subject, session }: Newcomer, kem: Kem): Promise<Envelope> {
  return sealFor(discovery, session, { subject, embedding: newFace(), kem });
}

async function decisionTimes(harness: Harness): Promise<readonly number[]> {
  const discovery = await harness.discover();
  const times: number[] = [];
  for (let at = 0; at < DECISIONS; at += 1) {
    const envelope = await sealed(await newcomer(discovery, harness), 'x-wing');
    const startedAt = performance.now();
    const answer = await harness.deliver(envelope);
    times.push(performance.now() - startedAt);
    expect(answer.status).toBe(201);
  }
  return times;
}

/** Crowds without and with threads that open envelopes, in turns, because a machine is busier at one time than at another; the medians. */
async function alternately(
  harness: Harness,
): Promise<Pick<ReceiverCost, 'sessionsPerSecond' | 'verificationsPerSecond'>> {
  const { config, openers: without } = harness.context;
  const { audience, embeddingDim } = config;
  const withThreads = new Openers(THREADS, { setUp: { audience, embeddingDim }, onLost: () => {} });
  await expect.poll(() => withThreads.ready, { timeout: 60_000 }).toBe(THREADS);
  const sessions: number[] = [];
  const rates: Rates = {
    without: { 'x-wing': [], x25519: [] },
    with: { 'x-wing': [], x25519: [] },
  };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, openers] of [['without', without] as const, ['with', withThreads] as const])
      for (const kem of ['x-wing', 'x25519'] as const) {
        // The receiver asks its context at each envelope.
        Object.assign(harness.context, { openers });
        const one = await crowd(harness, kem);
        sessions.push(one.sessions);
        rates[name][kem].push(one.verifications);
      }
  Object.assign(harness.context, { openers: without });
  await withThreads.close();
  const of = (name: keyof Rates) => ({
    xWing: median(rates[name]['x-wing']),
    x25519: median(rates[name].x25519),
  });
  return {
    sessionsPerSecond: median(sessions),
    verificationsPerSecond: { withoutThreads: of('without'), withThreads: of('with') },
  };
}

type Rates = Record<'without' | 'with', Record<Kem, number[]>>;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [Math.floor(middle), Math.ceil(middle)].map((at) => sorted[at] ?? Number.NaN);
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2;
}

/** A crowd of sellers, never more than {@link CLIENTS} of them waiting at once. */
async function crowd(harness: Harness, kem: Kem) {
  const discovery = await harness.discover();
  const opened = await each(Array.from({ length: CROWD }), () => newcomer(discovery, harness));
  const envelopes = await each(opened.results, (one) => sealed(one, kem));
  const delivered = await each(envelopes.results, (envelope) => harness.deliver(envelope));
  for (const { status } of delivered.results) expect(status).toBe(201);
  return { sessions: CROWD / opened.seconds, verifications: CROWD / delivered.seconds };
}

async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>) {
  const results: R[] = [];
  // One iterator for all: each client takes the next.
  const next = items.values();
  const startedAt = performance.now();
  const client = async (): Promise<void> => {
    for (const item of next) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { results, seconds: (performance.now() - startedAt) / 1_000 };
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
