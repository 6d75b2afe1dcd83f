import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import { vi } from 'vitest';
import {
  type Discovery,
  DiscoverySchema,
  type Envelope,
  type Session,
  type SessionRequest,
  SessionSchema,
} from '../../src/envelope/wire.js';
import type { ReceiverContext } from '../context.js';
import { DEMO_SEARCH, demoOptions } from '../demo.js';
import type { LogEntry } from '../log.js';
import type { ReceiverOptions } from '../options.js';
import { assemble, type Receiver } from '../receiver.js';
import type { OpenDatabase } from '../store/database.js';
import { UNSHARED } from '../store/locks.js';
import { openDatabase, openMemory } from '../store/open-database.js';
import { databaseImage, layDatabase } from './database-image.fixture.js';
import { deliveryHeaders, ORIGIN, sessionRequest } from './seller.fixture.js';

export * from './seller.fixture.js';

/** A whole receiver, for this folder's tests. */

// Starting a database takes a second of processor time, which a busy machine may take long to give.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DAY_MS = 86_400_000;
/** How often upkeep runs in {@link Harness.live}, each run of which takes time: as seldom as a clock that runs on is believed (`clock.ts`).
 * The first comes after a day, because a test may have let the clock run on before. */
const UPKEEP_MS = 2 * DAY_MS;

export interface Harness {
  readonly receiver: Receiver;
  readonly context: ReceiverContext;
  readonly dataDir: string;
  readonly logged: LogEntry[];
  /** Lets the receiver's clock run on. */
  advance(durationMs: number): void;
  /** The same, with the upkeep that a running receiver does meanwhile: a clock that jumps is not believed. */
  live(durationMs: number): Promise<void>;
  now(): Date;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  discover(): Promise<Discovery>;
  openSession(request?: Partial<SessionRequest>): Promise<Session>;
  deliver(envelope: Envelope, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** Starts a receiver with PGlite in memory, unless the options say otherwise, or on the database of another harness. */
export async function startHarness(
  options: Partial<ReceiverOptions> = {},
  shared?: ReceiverContext['database'],
): Promise<Harness> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'candor-receiver-')));
  let nowMs = Date.parse('2025-11-22T10:00:00.000Z');
  const logged: LogEntry[] = [];
  const { receiver, context } = await assemble(
    {
      ...demoOptions(),
      search: DEMO_SEARCH,
      allowedOrigins: [ORIGIN],
      dataDir,
      databaseUrl: 'memory://',
      maxAttempts: 1_000,
      // A thread from sources takes seconds to start; openers.test.ts has some.
      openers: 0,
      maxPostsPerMinute: Number.POSITIVE_INFINITY,
      now: () => new Date(nowMs),
      log: (entry) => logged.push(entry),
      ...options,
    },
    shared === undefined ? openFromImage : async () => lent(shared),
  );

  const send: Harness['send'] = async (method, path, body, headers = {}) =>
    receiver.app.request(path, {
      method,
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
  const discover = async (): Promise<Discovery> =>
    parse(DiscoverySchema, await (await send('GET', '/.well-known/candor')).json());

  const live: Harness['live'] = async (durationMs) => {
    const endMs = nowMs + durationMs;
    for (let stepMs = DAY_MS; nowMs < endMs; stepMs = UPKEEP_MS) {
      nowMs = Math.min(endMs, nowMs + stepMs);
      await receiver.upkeep();
    }
  };

  return {
    receiver,
    context,
    dataDir,
    live,
    logged,
    send,
    discover,
    now: () => new Date(nowMs),
    advance: (durationMs) => {
      nowMs += durationMs;
    },
    openSession: async (request) => {
      const answer = await send('POST', '/sessions', await sessionRequest(await discover(), request));
      return parse(SessionSchema, await answer.json());
    },
    deliver: (envelope, headers) =>
      send('POST', '/verifications', envelope, { ...deliveryHeaders(envelope), ...headers }),
    close: async () => {
      await receiver.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** As {@link openDatabase}, but that a database in memory or in a folder is not built anew each time. */
const openFromImage: typeof openDatabase = async (databaseUrl, dataDir, migrating, index) => {
  if (databaseUrl === 'memory://') return openMemory(await databaseImage(), index);
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'database'))) await layDatabase(dataDir);
  return openDatabase(databaseUrl, dataDir, migrating, index);
};

/** A database that another harness closes. */
function lent(database: ReceiverContext['database']): OpenDatabase {
  const none = async (): Promise<void> => {};
  return { database, locks: UNSHARED, shared: null, hasRoom: async () => true, close: none, abandon: none };
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}
