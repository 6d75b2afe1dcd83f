import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import { vi } from 'vitest';
import { receipt } from '../../src/consent/record.js';
import { SHIPPED_MODEL } from '../../src/core/shipped-model.js';
import { hashCanonical } from '../../src/envelope/canonical.js';
import { encodeEmbedding } from '../../src/envelope/embedding.js';
import { chooseKey } from '../../src/envelope/key.js';
import { type Binding, seal } from '../../src/envelope/seal.js';
import { EXAMPLE_CHECKS } from '../../src/envelope/wire.fixture.js';
import {
  type Discovery,
  DiscoverySchema,
  ENVELOPE_CONTENT_TYPE,
  type Envelope,
  type Payload,
  type Session,
  type SessionRequest,
  SessionSchema,
} from '../../src/envelope/wire.js';
import type { ReceiverContext } from '../context.js';
import { demoOptions } from '../demo.js';
import type { LogEntry } from '../log.js';
import type { ReceiverOptions } from '../options.js';
import { assemble, type Receiver } from '../receiver.js';
import type { OpenDatabase } from '../store/database.js';
import { UNSHARED } from '../store/locks.js';
import { openDatabase, openMemory } from '../store/open-database.js';
import { databaseImage, layDatabase } from './database-image.fixture.js';

/** A whole receiver and a seller's browser without the browser, for this folder's tests. */

// Starting a database takes a second of processor time, which a busy machine may take long to give.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** How often upkeep runs in {@link Harness.live}. */
const UPKEEP_MS = 86_400_000;

export const ORIGIN = 'https://shop.example';

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
    while (nowMs < endMs) {
      nowMs = Math.min(endMs, nowMs + UPKEEP_MS);
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

export function deliveryHeaders({ header }: Envelope): Record<string, string> {
  return { 'Content-Type': ENVELOPE_CONTENT_TYPE, 'Idempotency-Key': header.sessionId };
}

export async function sessionRequest(
  { notices }: Discovery,
  request: Partial<SessionRequest> = {},
): Promise<SessionRequest> {
  const locale = request.locale ?? 'en';
  return {
    profile: 'standard',
    noticeHash: await hashCanonical(notices[locale]),
    locale,
    light: false,
    ...request,
  };
}

export interface SealOptions {
  readonly subject?: string | undefined;
  readonly locale?: string | undefined;
  readonly embedding?: Float32Array | undefined;
  readonly binding?: Partial<Binding> | undefined;
  readonly payload?: Partial<Payload> | undefined;
  readonly kem?: 'x-wing' | 'x25519' | undefined;
}

/** What the widget does between the end of the clip and the POST. */
export async function sealFor(
  discovery: Discovery,
  session: Session,
  options: SealOptions = {},
): Promise<Envelope> {
  const { locale = 'en', embedding = unitVector(1) } = options;
  const payload: Payload = {
    embedding: encodeEmbedding(embedding),
    liveness: { verdict: 'live', profile: 'standard', checks: [...EXAMPLE_CHECKS] },
    capture: { durationMs: 5_000, frames: 75, fps: 15 },
    consent: { consentReceiptId: 'r-1', method: 'button', givenAt: '2025-11-22T09:59:30.000Z' },
    ...options.payload,
  };
  const keys = discovery.keys.filter(({ kem }) => options.kem === undefined || kem === options.kem);
  const binding = { ...(await bindingOf(discovery, session, payload, locale, options)), ...options.binding };
  const newest = Math.max(...keys.map(({ notBefore }) => Date.parse(notBefore)));
  return seal({ payload, binding, key: chooseKey(keys, new Date(newest)), audience: discovery.audience });
}

async function bindingOf(
  { notices, alternatives, threshold }: Discovery,
  { sessionId, nonce, challenge }: Session,
  { consent }: Payload,
  locale: string,
  { subject }: SealOptions,
): Promise<Binding> {
  const notice = notices[locale];
  if (notice === undefined) throw new RangeError(`no notice in ${locale}`);
  const purposeIds = notice.purposes.map(({ id }) => id);
  const record = receipt(notice, locale, { ...consent, purposeIds }, { sessionId, subject }, alternatives);
  return {
    sessionId,
    nonce,
    challengeId: challenge.id,
    noticeHash: await hashCanonical(notice),
    consentHash: await hashCanonical(record),
    locale,
    modelId: threshold.modelId,
    modelSha256: threshold.modelSha256,
    purposeIds,
    widget: 'candor/0.1.0',
    origin: ORIGIN,
    createdAt: '2025-11-22T10:00:20.000Z',
  };
}

/** A direction that no other one is near: somebody who was never here before. Unit length. */
export function newFace(dim = SHIPPED_MODEL.dim): Float32Array<ArrayBuffer> {
  const raw = Float32Array.from({ length: dim }, () => Math.random() + Math.random() + Math.random() - 1.5);
  const norm = Math.hypot(...raw);
  return raw.map((component) => component / norm);
}

/** A direction that is reproducible from its seed, unit length. Those of two seeds may be as alike as one person's. */
export function unitVector(seed: number, dim = SHIPPED_MODEL.dim): Float32Array<ArrayBuffer> {
  const raw = Float32Array.from({ length: dim }, (_, index) => Math.sin(seed * 997 + index * 1.7));
  const norm = Math.hypot(...raw);
  return raw.map((component) => component / norm);
}
