import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { eq, sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LogEntry } from '../log.js';
import { webhookDeliveries, webhookMessages } from '../store/schema.js';
import { claim, fanOut } from '../store/webhook-deliveries.js';
import { enqueue, type WebhookType } from '../store/webhook-messages.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { type CheckedEndpoint, endpointId } from './endpoint.js';
import { WebhookSender } from './sender.js';

const NEW = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OLD = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const HOUR_MS = 3_600_000;

interface Heard {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly json: {
    readonly type: string;
    readonly data: { readonly verificationId: string; readonly n: number };
  };
}

/** A marketplace's backend, whose answers a test chooses. */
class Backend {
  readonly heard: Heard[] = [];
  answer: (heard: Heard, response: ServerResponse) => void = (_, response) => response.writeHead(204).end();
  #server: Server | null = null;
  #port = 0;

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#take(request, response));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.#port = address.port;
    this.#server = server;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    const heard = { headers, body, json: JSON.parse(body) };
    this.heard.push(heard);
    this.answer(heard, response);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server?.close(() => resolve());
      this.#server?.closeAllConnections();
    });
  }

  get endpoint(): CheckedEndpoint {
    return { url: `http://127.0.0.1:${this.#port}/hooks`, secrets: [NEW, OLD], allowPrivateNetwork: false };
  }
}

let harness: Harness;
let backend: Backend;
let nowMs: number;
const senders: WebhookSender[] = [];
const logged: LogEntry[] = [];
const now = (): Date => new Date(nowMs);

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  nowMs = Date.now();
  logged.splice(0);
  backend = new Backend();
  await backend.start();
  await harness.context.database.delete(webhookMessages);
});
afterEach(async () => {
  for (const sender of senders.splice(0)) await sender.close();
  await backend.stop();
});

let isClockBelieved = true;
function send(...endpoints: readonly CheckedEndpoint[]): WebhookSender {
  const { database } = harness.context;
  const log = (entry: LogEntry) => void logged.push(entry);
  const mayGiveUp = async (): Promise<boolean> => isClockBelieved;
  const sender = new WebhookSender({ database, endpoints, now, log, mayGiveUp, pollMs: 5 });
  senders.push(sender);
  return sender;
}

async function put(
  verificationId: string,
  n: number,
  type: WebhookType = 'verification.decided',
): Promise<void> {
  await enqueue(harness.context.database, {
    verificationId,
    type,
    body: { verificationId, n },
    createdAt: now(),
  });
}

const heardOf = (of: Backend, verificationId: string): number[] =>
  of.heard.flatMap(({ json }) => (json.data.verificationId === verificationId ? [json.data.n] : []));
const undelivered = async (): Promise<number> =>
  (await harness.context.database.select().from(webhookMessages)).filter((row) => row.deliveredAt === null)
    .length;

describe('a message', () => {
  it('arrives signed, so that another implementation finds it right with the new secret and with the old', async () => {
    await put('v-1', 1);
    send(backend.endpoint);
    await vi.waitFor(async () => expect(await undelivered()).toBe(0), 10_000);
    const [heard] = backend.heard;
    if (heard === undefined) throw new Error('nothing arrived');
    for (const secret of [NEW, OLD]) {
      expect(new Webhook(secret).verify(heard.body, heard.headers)).toEqual(heard.json);
    }
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    expect(() => new Webhook(other).verify(heard.body, heard.headers)).toThrow();
    expect(() => new Webhook(NEW).verify(heard.body.replace('v-1', 'v-2'), heard.headers)).toThrow();
    expect(heard.json).toEqual({
      type: 'verification.decided',
      timestamp: now().toISOString(),
      data: { verificationId: 'v-1', n: 1 },
    });
  });

  it('comes again with the same id until it is heard, and those after it wait, while others do not', async () => {
    let refused = 0;
    backend.answer = ({ json }, response) => {
      const refuse = json.data.verificationId === 'slow' && refused < 3;
      if (refuse) refused += 1;
      response.writeHead(refuse ? 500 : 200).end();
    };
    await put('slow', 1);
    await put('slow', 2);
    await put('quick', 1);
    await put('quick', 2);
    send(backend.endpoint);
    await vi.waitFor(() => expect(heardOf(backend, 'quick')).toEqual([1, 2]), 10_000);
    expect(heardOf(backend, 'slow')).toEqual([1]);
    // The sender has to have heard the refusal too: by the time of that moment it tries again.
    const refusals = () =>
      logged.filter((entry) => entry.event === 'webhook.attempted' && entry.status === 500);
    await vi.waitFor(() => expect(refusals()).toHaveLength(1), 10_000);
    for (const times of [2, 3]) {
      nowMs += HOUR_MS;
      await vi.waitFor(() => expect(refusals()).toHaveLength(times), 10_000);
      expect(heardOf(backend, 'slow')).toHaveLength(times);
    }
    nowMs += HOUR_MS;
    await vi.waitFor(() => expect(heardOf(backend, 'slow')).toEqual([1, 1, 1, 1, 2]), 10_000);
    const ids = backend.heard.flatMap(({ headers, json: { data } }) =>
      data.verificationId === 'slow' && data.n === 1 ? [headers['webhook-id']] : [],
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('is not lost when the backend is down, nor when it answers with a redirect, which is not followed', async () => {
    const elsewhere = new Backend();
    await elsewhere.start();
    backend.answer = (_, response) => response.writeHead(307, { Location: elsewhere.endpoint.url }).end();
    await put('moved', 1);
    send(backend.endpoint);
    await vi.waitFor(() => expect(heardOf(backend, 'moved')).toEqual([1]), 10_000);
    await backend.stop();
    nowMs += HOUR_MS;
    const isDown = (entry: LogEntry) => entry.event === 'webhook.attempted' && entry.code === 'ECONNREFUSED';
    await vi.waitFor(() => expect(logged.some(isDown)).toBe(true), 10_000);
    backend.answer = (_, response) => response.writeHead(200).end();
    await backend.start();
    nowMs += HOUR_MS;
    await vi.waitFor(() => expect(heardOf(backend, 'moved')).toEqual([1, 1]), 10_000);
    expect(elsewhere.heard).toEqual([]);
    await elsewhere.stop();
  });

  it('goes out from a backlog of any length, the oldest first', async () => {
    const { database } = harness.context;
    // With five values for each, more than PostgreSQL takes in a statement.
    const waiting = 13_200;
    const at = now().toISOString();
    await database.execute(sql`
      insert into webhook_messages (message_id, verification_id, type, body, created_at, delete_after)
      select 'msg_' || n, 'v-' || n, 'verification.decided', '{}', ${at}, ${at}
      from generate_series(1, ${waiting}::int) n`);
    const id = endpointId(backend.endpoint);
    await fanOut(database, [id, 'another']);
    await fanOut(database, [id, 'another']);
    expect(await database.$count(webhookDeliveries, eq(webhookDeliveries.endpoint, id))).toBe(waiting);
    const times = { now: now(), leaseUntil: now(), furthest: new Date(nowMs + HOUR_MS) };
    const claimed = await claim(database, id, times, 2);
    expect(claimed).toMatchObject([
      { messageId: 'msg_1', attempts: 1, createdAt: now() },
      { messageId: 'msg_2', attempts: 1, createdAt: now() },
    ]);
  });

  it('is sent again by another sender when the first dies or is closed before it hears an answer', async () => {
    await put('dead', 1);
    await put('closed', 1);
    const { database } = harness.context;
    const id = endpointId(backend.endpoint);
    await fanOut(database, [id]);
    const [leaseUntil, furthest] = [new Date(nowMs + 30_000), new Date(nowMs + 6 * HOUR_MS)];
    // A sender that took both, and was killed.
    expect(await claim(database, id, { now: now(), leaseUntil, furthest }, 10)).toHaveLength(2);
    // A backend that hangs: the sender is closed meanwhile.
    backend.answer = ({ json }, response) => {
      if (json.data.verificationId === 'untaken') response.writeHead(204).end();
    };
    const first = send(backend.endpoint);
    nowMs += 29_000;
    // What nobody has taken goes out meanwhile: the sender does look.
    await put('untaken', 1);
    await vi.waitFor(() => expect(heardOf(backend, 'untaken')).toEqual([1]), 10_000);
    expect(backend.heard, 'not while the lease lasts').toHaveLength(1);
    nowMs += 1_000;
    await vi.waitFor(() => expect(backend.heard).toHaveLength(3), 10_000);
    await first.close();
    expect(await undelivered()).toBe(2);
    backend.answer = (_, response) => response.writeHead(204).end();
    send(backend.endpoint);
    nowMs += 30_000;
    await vi.waitFor(async () => expect(await undelivered()).toBe(0), 10_000);
  });

  it('is taken by one of several senders, and arrives in order of its verification', async () => {
    for (let n = 1; n <= 6; n += 1) for (const of of ['a', 'b', 'c']) await put(of, n);
    for (let count = 0; count < 3; count += 1) send(backend.endpoint);
    await vi.waitFor(async () => expect(await undelivered()).toBe(0), 20_000);
    for (const of of ['a', 'b', 'c']) expect(heardOf(backend, of)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('reaches every endpoint, and one that fails holds up no other', async () => {
    const second = new Backend();
    await second.start();
    second.answer = (_, response) => response.writeHead(503, { 'Retry-After': '7200' }).end();
    await put('both', 1);
    await put('both', 2);
    send(backend.endpoint, second.endpoint);
    await vi.waitFor(() => expect(heardOf(backend, 'both')).toEqual([1, 2]), 10_000);
    await vi.waitFor(() => expect(heardOf(second, 'both')).toEqual([1]), 10_000);
    expect(await undelivered()).toBe(2);
    second.answer = (_, response) => response.writeHead(200).end();
    nowMs += 2 * HOUR_MS + 1;
    await vi.waitFor(async () => expect(await undelivered()).toBe(0), 10_000);
    expect(heardOf(second, 'both')).toEqual([1, 1, 2]);
    await second.stop();
  });

  it('is given up after three days, which is logged, and lets the next one go', async () => {
    backend.answer = ({ json }, response) => response.writeHead(json.data.n === 1 ? 500 : 200).end();
    await put('hopeless', 1);
    nowMs += 3 * 24 * HOUR_MS;
    await put('hopeless', 2);
    send(backend.endpoint);
    await vi.waitFor(() => expect(heardOf(backend, 'hopeless')).toEqual([1, 2]), 10_000);
    expect(logged.filter(({ event }) => event === 'webhook.given_up')).toHaveLength(1);
  });

  it('is not given up, nor put off for long, by a clock that jumps and is set right again', async () => {
    backend.answer = (_, response) => response.writeHead(500).end();
    await put('jumped', 1);
    isClockBelieved = false;
    onTestFinished(() => {
      isClockBelieved = true;
    });
    nowMs += 40 * 24 * HOUR_MS;
    send(backend.endpoint);
    await vi.waitFor(() => expect(heardOf(backend, 'jumped')).toEqual([1]), 10_000);
    backend.answer = (_, response) => response.writeHead(200).end();
    nowMs -= 40 * 24 * HOUR_MS;
    await vi.waitFor(async () => expect(await undelivered()).toBe(0), 10_000);
    expect(heardOf(backend, 'jumped')).toEqual([1, 1]);
    expect(logged.filter(({ event }) => event === 'webhook.given_up')).toEqual([]);
  });
});
