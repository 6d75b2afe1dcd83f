import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { LogEntry } from '../log.js';
import { webhookMessages } from '../store/schema.js';
import { fanOut } from '../store/webhook-deliveries.js';
import { enqueue } from '../store/webhook-messages.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { type CheckedEndpoint, endpointId } from './endpoint.js';
import { RETRIED_FOR_MS } from './schedule.js';
import { WebhookSender } from './sender.js';

/** What becomes of messages to an endpoint that was taken out of the settings. */

// Nobody listens there.
const endpoint = (port: number): CheckedEndpoint => ({
  url: `http://127.0.0.1:${port}/`,
  secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`],
  allowPrivateNetwork: false,
});
const [removed, present] = [endpoint(9), endpoint(10)];

let harness: Harness;
let nowMs = Date.parse('2025-11-22T10:00:00.000Z');
const logged: LogEntry[] = [];
const senders: WebhookSender[] = [];
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => Promise.all(senders.splice(0).map((sender) => sender.close())));
afterAll(() => harness.close());

function startSender(mayGiveUp: () => Promise<boolean> = async () => true): void {
  const { database } = harness.context;
  const log = (entry: LogEntry) => void logged.push(entry);
  const now = () => new Date(nowMs);
  const often = { pollMs: 60_000, removedEveryMs: 5 };
  senders.push(new WebhookSender({ database, endpoints: [present], now, log, mayGiveUp, ...often }));
}

const ended = () =>
  logged.filter((entry) => entry.event === 'webhook.given_up' && entry.endpoint === endpointId(removed));

it('are told of once, wait for three days, and are given up then', async () => {
  const { database } = harness.context;
  const message = {
    verificationId: 'v',
    type: 'verification.decided',
    body: {},
    createdAt: new Date(nowMs),
  } as const;
  await enqueue(database, message);
  await fanOut(database, [removed].map(endpointId));
  nowMs += RETRIED_FOR_MS;
  const asked = vi.fn(async () => true);
  startSender(asked);
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(3), 10_000);
  const told = { event: 'webhook.endpoint_removed', endpoint: endpointId(removed), messages: 1 };
  expect(logged.filter(({ event }) => event === told.event)).toEqual([told]);
  expect(ended()).toEqual([]);
  nowMs += 1;
  await vi.waitFor(() => expect(ended()).toHaveLength(1), 10_000);
  await vi.waitFor(async () => {
    const [row] = await database.select().from(webhookMessages);
    expect(row?.deliveredAt, 'the endpoint that there is has been tried for as long').not.toBeNull();
  }, 10_000);
});

it('are not given up by a clock that is not believed', async () => {
  logged.splice(0);
  const { database } = harness.context;
  await enqueue(database, {
    verificationId: 'w',
    type: 'verification.decided',
    body: {},
    createdAt: new Date(nowMs),
  });
  await fanOut(database, [removed].map(endpointId));
  nowMs += 2 * RETRIED_FOR_MS;
  const asked = vi.fn(async () => false);
  startSender(asked);
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(3), 10_000);
  expect(ended()).toEqual([]);
});
