import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../receiver/store/open-database.js';
import {
  ciphertextsIn,
  filesBelow,
  foundIn,
  opensWith,
  type Sold,
  type Trace,
  tracesOf,
} from '../../receiver/testing/forensic.fixture.js';
import { newFace, sealFor } from '../../receiver/testing/harness.fixture.js';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import { OutcomeSchema, SessionSchema } from '../../src/envelope/wire.js';
import type { ReceiverProcess } from '../../tools/lab/receiver-process.js';
import { addressOf, PAGE_ORIGIN, provideReceiver, start, temporaryFolder } from './process.fixture.js';
import { RemoteSeller } from './remote-seller.fixture.js';

/** What is left on the disk of those who withdrew from a receiver that is killed meanwhile, again and again. */

const WITHDRAWALS = Number(process.env.CANDOR_TEST_WITHDRAWALS ?? 1_000);
const KILLS = 20;
const AT_ONCE = 8;
/** Ciphertexts that every record of the slots is tried on. */
const TRIED = 50;
const PATIENCE_MS = 1_800_000;
/** Sellers who stay: without them, the looking itself might be blind. */
const STAYING = 2;

provideReceiver();

let server: PostgresServer | null = null;
afterAll(async () => {
  await server?.stop();
});

interface Place {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whatever holds the database's bytes. */
  readonly folders: readonly string[];
}

async function placeOf(kind: 'PGlite' | 'PostgreSQL'): Promise<Place> {
  const dataDir = await temporaryFolder();
  const common = { CANDOR_MAX_ATTEMPTS: '1000000' };
  if (kind === 'PGlite') return { dataDir, env: common, folders: [dataDir] };
  server = await startPostgresServer();
  const env = { ...common, DATABASE_URL: await server.database() };
  return { dataDir, env, folders: [dataDir, server.folder] };
}

describe.each(['PGlite', 'PostgreSQL'] as const)(
  'withdrawal from a receiver on %s that is killed',
  (kind) => {
    it(`leaves no key of ${WITHDRAWALS} who withdrew, at no kill and not at the end`, {
      timeout: PATIENCE_MS,
    }, async () => {
      const place = await placeOf(kind);
      const running = new Running(place);
      await running.start();
      const sold = await sell(running, WITHDRAWALS + STAYING);
      await running.stop();

      const traces = await readTraces(place, sold);
      expect(traces).toHaveLength(WITHDRAWALS + STAYING);
      const before = await temporaryFolder();
      for (const [at, folder] of place.folders.entries())
        await cp(folder, join(before, String(at)), { recursive: true, filter: isFile });

      await running.start();
      const { killed, early } = await withdrawWhileKilling(running, traces.slice(0, WITHDRAWALS));
      await running.stop();
      expect(killed).toBe(KILLS);
      expect(early, 'answered before its key was gone').toEqual([]);
      await expectGone(place, before, traces);
      await rm(before, { recursive: true });
    });
  },
);

/** One receiver, which may be killed and come back in the same folder. */
class Running {
  readonly #place: Place;
  #process: ReceiverProcess | null = null;
  #url = '';

  constructor(place: Place) {
    this.#place = place;
  }

  get url(): string {
    return this.#url;
  }

  get slotsPath(): string {
    return join(this.#place.dataDir, 'keys/slots.bin');
  }

  async start(): Promise<void> {
    this.#process = start({ args: ['--data', this.#place.dataDir], env: this.#place.env });
    this.#url = await addressOf(this.#process);
  }

  async kill(): Promise<void> {
    this.#process?.child.kill('SIGKILL');
    await this.#process?.ended;
  }

  async stop(): Promise<void> {
    expect(await this.#process?.stop()).toBe(0);
  }
}

/** Does the work for each, some at once. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

async function sell(running: Running, count: number): Promise<readonly Sold[]> {
  const sold: Sold[] = [];
  const seller = new RemoteSeller(running.url, PAGE_ORIGIN);
  const discovery = await seller.discover();
  await each(Array.from({ length: count }), async () => {
    const embedding = newFace();
    const plain = new Uint8Array(embedding.buffer, 0, 16).slice();
    const session = parse(SessionSchema, await (await seller.askForSession(discovery)).json());
    const envelope = await sealFor(discovery, session, { embedding });
    const { verificationId, removalToken } = parse(
      OutcomeSchema,
      await (await seller.deliverSealed(envelope)).json(),
    );
    sold.push({ verificationId, removalToken, plain });
  });
  return sold;
}

async function readTraces({ dataDir, env }: Place, sold: readonly Sold[]): Promise<readonly Trace[]> {
  const { database, close } = await openDatabase(env.DATABASE_URL, dataDir, 'leave');
  try {
    // The tables in the files, not in the log alone, where the end of a page may cut what is looked for in two.
    await database.execute(sql`checkpoint`);
    return await tracesOf(database, dataDir, sold);
  } finally {
    await close();
  }
}

interface Withdrawn {
  readonly killed: number;
  /** Withdrawals that were answered while their key was still in the file, by what a kill left of it. */
  readonly early: readonly string[];
}

async function withdrawWhileKilling(running: Running, traces: readonly Trace[]): Promise<Withdrawn> {
  const answered: Trace[] = [];
  const early: string[] = [];
  const withdrawing = each(traces, async (trace) => {
    await withdraw(running, trace);
    answered.push(trace);
  });
  let killed = 0;
  for (; killed < KILLS; killed += 1) {
    while (answered.length < (traces.length * (killed + 0.5)) / KILLS) await wait(Math.random() * 5);
    await running.kill();
    // Those that were answered up to here.
    const gone = answered.slice();
    const file = await readFile(running.slotsPath);
    const keys = gone.map(({ slotKey }) => slotKey);
    for (const at of foundIn([file], keys)) early.push(gone[at]?.verificationId ?? '');
    await running.start();
  }
  await withdrawing;
  return { killed, early };
}

/** Again and again, until it is answered. */
async function withdraw(running: Running, { verificationId, removalToken }: Trace): Promise<void> {
  const headers = { Authorization: `Bearer ${removalToken}` };
  for (;;) {
    try {
      const answer = await fetch(`${running.url}/verifications/${verificationId}`, {
        method: 'DELETE',
        headers,
      });
      expect(answer.status, await answer.text()).toBe(200);
      return;
    } catch (thrown) {
      // `fetch` says TypeError where the network failed.
      if (!(thrown instanceof TypeError)) throw thrown;
      await wait(20);
    }
  }
}

async function expectGone(
  { dataDir, folders }: Place,
  before: string,
  traces: readonly Trace[],
): Promise<void> {
  const staying = Array.from({ length: STAYING }, (_, at) => WITHDRAWALS + at);
  const keys = traces.map(({ slotKey }) => slotKey);
  const found = new Set<number>();
  for (const folder of folders) for (const at of foundIn(await filesBelow(folder), keys)) found.add(at);
  expect(
    [...found].toSorted((a, b) => a - b),
    'keys on the disk',
  ).toEqual(staying);
  const copied = await filesBelow(before);
  const plain = traces.map((trace) => trace.plain);
  expect(foundIn(copied, plain).size, 'embeddings on the disk').toBe(0);
  expect(ciphertextsIn(copied, traces).size, 'ciphertexts in the copy, to be found').toBe(traces.length);
  const storageKey = await readFile(join(dataDir, 'keys/storage.key'));
  const [today, then] = [
    await readFile(join(dataDir, 'keys/slots.bin')),
    await readFile(join(before, '0/keys/slots.bin')),
  ];
  // Their keys are nowhere, as was seen; that nothing else in the file opens them takes a while to try.
  const tried = traces.slice(-TRIED);
  const opened = tried.filter((trace) => opensWith(today, storageKey, trace));
  expect(opened, 'those who stay').toEqual(traces.slice(-STAYING));
  expect(traces.slice(0, 3).every((trace) => opensWith(then, storageKey, trace))).toBe(true);
}

/** Sockets and pipes cannot be copied. */
function isFile(source: string): boolean {
  return !/\.s\.PGSQL|postmaster\.pid/.test(source);
}
