import { asc, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoOptions } from '../demo.js';
import { KEY_LIFETIME_MS } from '../keys/key-ring.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { verifyAudit } from './audit-log.js';
import type { AuditKind } from './kinds.js';
import { auditLog } from './schema.js';

/** What the audit log says of the deployment itself. */

const { notices, threshold } = demoOptions();
const english = notices.en ?? expect.fail('there is one');
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function rows(...kinds: readonly AuditKind[]) {
  const { database } = harness.context;
  return database.select().from(auditLog).where(inArray(auditLog.kind, kinds)).orderBy(asc(auditLog.seq));
}

/** Another start on the same database. */
async function startWith(options: Parameters<typeof startHarness>[0]): Promise<void> {
  const { database } = harness.context;
  await (await startHarness({ now: harness.now, ...options }, database)).close();
}

it('each notice and the threshold are in the log from the first start on, and not again at the next', async () => {
  const first = await rows('notice.served', 'threshold.set');
  expect(first.map(({ kind }) => kind)).toEqual([
    ...Object.keys(notices).map(() => 'notice.served'),
    'threshold.set',
  ]);
  expect(first.find(({ details }) => details.locale === 'en')).toMatchObject({
    about: harness.context.noticeHashes.get('en'),
    details: { locale: 'en', version: english.version },
  });
  expect(first.at(-1)?.details).toMatchObject({ value: threshold.value, modelId: threshold.modelId });
  await startWith({});
  expect(await rows('notice.served', 'threshold.set')).toHaveLength(first.length);
});

it('a notice or a threshold that changes is there once for each change, also of receivers that start at once', async () => {
  const before = (await rows('notice.served', 'threshold.set')).length;
  const changed = {
    notices: { ...notices, en: { ...english, version: 'next' } },
    threshold: { ...threshold, value: threshold.value + 0.01 },
  };
  await Promise.all([startWith(changed), startWith(changed)]);
  const added = (await rows('notice.served', 'threshold.set')).slice(before);
  expect(added).toMatchObject([
    { kind: 'notice.served', details: { locale: 'en', version: 'next' } },
    { kind: 'threshold.set', details: { value: threshold.value + 0.01 } },
  ]);
  await startWith({});
  expect((await rows('notice.served', 'threshold.set')).slice(before + 2), 'back again').toHaveLength(2);
});

it('pairs of keys that a running receiver makes by itself are there, once each, and the chain is whole', async () => {
  const before = await rows('keys.rotated');
  await harness.live(KEY_LIFETIME_MS);
  const { seq } = harness.context.keyRing.published();
  const made = (await rows('keys.rotated')).slice(before.length).map(({ about }) => about);
  expect(made.at(-1)).toBe(`seq-${seq}`);
  expect(new Set(made).size).toBe(made.length);
  expect((await verifyAudit(harness.context.database)).kind).toBe('intact');
});
