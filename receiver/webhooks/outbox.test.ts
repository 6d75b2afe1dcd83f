import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweep } from '../retention.js';
import { webhookDeliveries, webhookMessages } from '../store/schema.js';
import { sweepWebhookMessages } from '../store/webhook-messages.js';
import { verify } from '../testing/cases.fixture.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';

/** What becomes of messages that nobody has heard. */

const WEEK_MS = 7 * 86_400_000;
// Nobody listens there.
const unheard = { url: 'http://127.0.0.1:9/', secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`] };
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ webhooks: [unheard] });
});
afterAll(() => harness.close());

const inMs = (ms: number): Date => new Date(harness.now().getTime() + ms);

/** What a process does that has no `webhooks` in its settings. */
function sweepWithout(at: Date): Promise<void> {
  const { database, erasing, config } = harness.context;
  return sweep(database, erasing, { ...config, webhooks: [], acceptClock: true, now: () => at });
}

it('a process that knows no endpoint leaves what another one sends, for seven days', async () => {
  const { database } = harness.context;
  await verify(harness, 'seller');
  const waiting = await database.$count(webhookMessages);
  expect(waiting).toBeGreaterThan(0);
  await sweepWithout(harness.now());
  await sweepWithout(inMs(WEEK_MS - 1));
  expect(await database.$count(webhookMessages)).toBe(waiting);
  expect(await sweepWebhookMessages(database, inMs(WEEK_MS))).toBe(waiting);
});

it('where no receiver has had an endpoint for a week, no message is kept', async () => {
  const { database } = harness.context;
  await verify(harness, 'another');
  await harness.receiver.upkeep();
  await database.delete(webhookDeliveries);
  await sweepWithout(inMs(WEEK_MS));
  expect(await database.$count(webhookMessages)).toBe(0);
});
