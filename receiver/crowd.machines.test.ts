import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Discovery,
  DiscoverySchema,
  type Envelope,
  type Outcome,
  OutcomeSchema,
  SessionSchema,
} from '../src/envelope/wire.js';
import { openDatabase } from './store/open-database.js';
import { verifications } from './store/schema.js';
import { deliveryHeaders, newFace, ORIGIN, sealFor, sessionRequest } from './testing/harness.fixture.js';
import { newMasterKey } from './testing/master-key.fixture.js';
import { type PostgresServer, startPostgresServer } from './testing/postgres-server.fixture.js';
import { exitOf, readStream, startCommand } from './testing/process.fixture.js';

/** A crowd of sellers at three receivers, each a process, on one PostgreSQL: `npm run test:machines`. */

const SELLERS = Number(process.env.CANDOR_TEST_SELLERS ?? 200);
const LASTS_MS = 1_000 * Number(process.env.CANDOR_TEST_CROWD_S ?? 60);
const RECEIVERS = 3;

/** All are searched, and nobody is held up: it is about what is stored. */
const CONFIG = {
  allowedOrigins: [ORIGIN],
  maxAttempts: 1e9,
  maxFailures: 1e9,
  maxPostsPerMinute: 1e9,
  search: { scope: 'gallery', mostFalseHits: 1e6 },
};

let server: PostgresServer;
let databaseUrl: string;
let cwd: string;
let receivers: readonly ChildProcess[];
let urls: readonly string[];
beforeAll(async () => {
  server = await startPostgresServer();
  databaseUrl = await server.database();
  cwd = await mkdtemp(join(tmpdir(), 'candor-crowd-'));
  await writeFile(join(cwd, 'candor.config.json'), JSON.stringify(CONFIG));
  const env = { DATABASE_URL: databaseUrl, CANDOR_MASTER_KEY: newMasterKey() };
  receivers = Array.from({ length: RECEIVERS }, () => startCommand({ args: [], cwd, env }));
  urls = await Promise.all(receivers.map(addressOf));
}, 180_000);
afterAll(async () => {
  const ended = receivers.map(exitOf);
  for (const receiver of receivers) receiver.kill('SIGTERM');
  await Promise.all(ended);
  await server.stop();
  await rm(cwd, { recursive: true });
}, 60_000);

async function addressOf(receiver: ChildProcess): Promise<string> {
  // A pipe that nobody reads would fill up and hold the receiver up.
  receiver.stderr?.resume();
  const line = await readStream(receiver, 'stdout', /http:\/\/\S+/);
  receiver.stdout?.resume();
  return line;
}

const faults: string[] = [];

/** At any of the receivers. */
async function post(path: string, body: unknown, headers: Record<string, string>): Promise<unknown> {
  const url = urls[Math.floor(Math.random() * urls.length)];
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { Origin: ORIGIN, ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== 201) faults.push(`${answer.status} ${text}`);
  return JSON.parse(text);
}

async function deliver(envelope: Envelope): Promise<Outcome> {
  return parse(OutcomeSchema, await post('/verifications', envelope, deliveryHeaders(envelope)));
}

interface Sold {
  readonly envelope: Envelope;
  readonly outcome: Outcome;
}

async function sell(discovery: Discovery): Promise<Sold> {
  const json = { 'Content-Type': 'application/json' };
  const session = parse(SessionSchema, await post('/sessions', await sessionRequest(discovery), json));
  const envelope = await sealFor(discovery, session, { embedding: newFace(), kem: 'x25519' });
  return { envelope, outcome: await deliver(envelope) };
}

it(`${SELLERS} sellers at once are answered by three receivers, and each envelope is stored once`, {
  timeout: LASTS_MS + 300_000,
}, async () => {
  const discovery = parse(DiscoverySchema, await (await fetch(`${urls[0]}/.well-known/candor`)).json());
  const untilMs = performance.now() + LASTS_MS;
  const sold: Sold[] = [];
  const selling = Array.from({ length: SELLERS }, async () => {
    do sold.push(await sell(discovery));
    while (performance.now() < untilMs);
  });
  await Promise.all(selling);
  expect(faults).toEqual([]);
  for (const { envelope, outcome } of sold.slice(0, 20)) expect(await deliver(envelope)).toEqual(outcome);
  const { database, close } = await openDatabase(databaseUrl, '', 'leave');
  const stored = await database.select({ id: verifications.verificationId }).from(verifications);
  await close();
  const ids = sold.map(({ outcome }) => outcome.verificationId);
  expect(sold.length).toBeGreaterThanOrEqual(SELLERS);
  expect(stored.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});
