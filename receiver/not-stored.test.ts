import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeEmbedding } from '../src/envelope/embedding.js';
import { EXAMPLE_CHECKS } from '../src/envelope/wire.fixture.js';
import type { Envelope, Payload, Session } from '../src/envelope/wire.js';
import { attempts, sessions, templates, verifications } from './store/schema.js';
import { type Harness, sealFor, startHarness, unitVector } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';
import { sealAnything } from './testing/sealed-text.fixture.js';

/** What opens and is not stored: text that is none, and storing that fails. No key outlives it. */

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ authorize: () => true });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.close();
});

const open = (): Promise<Session> => harness.openSession({ subject: 'one' });

async function sealed(session: Session, payload: Partial<Payload> = {}): Promise<Envelope> {
  return sealFor(await harness.discover(), session, { subject: 'one', payload });
}

const consentOf = (consentReceiptId: string): Payload['consent'] => ({
  consentReceiptId,
  method: 'button',
  givenAt: '2025-11-22T09:59:30.000Z',
});

describe('a sealed text that is none', () => {
  it.each([
    ['U+0000, with the hash that belongs to it', '\0', '\0'],
    ['half a surrogate pair', '\ud800', 'r-1'],
  ])('is refused, and counts as a failure: %s', async (_, consentReceiptId, hashed) => {
    const session = await open();
    const good = await sealed(session, { consent: consentOf(hashed) });
    const envelope = await sealAnything(await harness.discover(), good, {
      embedding: encodeEmbedding(unitVector(1)),
      liveness: { verdict: 'live', profile: 'standard', checks: EXAMPLE_CHECKS },
      capture: { durationMs: 5_000, frames: 75, fps: 15 },
      consent: consentOf(consentReceiptId),
    });
    if (envelope === null) throw new Error('it fits');
    const { database } = harness.context;
    const before = await database.$count(attempts);
    await expectProblem(await harness.deliver(envelope), 422, 'envelope.invalid');
    expect(await database.$count(verifications)).toBe(0);
    expect(await database.$count(attempts)).toBe(before + 1);
    expect(harness.logged.filter(({ event }) => event === 'failed')).toEqual([]);
  });
});

describe('storing that fails', () => {
  it('destroys the key of what was not stored, and the next delivery is stored', async () => {
    const { database, erasing } = harness.context;
    const destroyed = vi.spyOn(erasing.slots, 'destroy');
    const envelope = await sealed(await open());
    await database.execute(sql`alter table webhook_messages rename to elsewhere`);
    expect((await harness.deliver(envelope)).status).toBe(500);
    await database.execute(sql`alter table elsewhere rename to webhook_messages`);
    expect(destroyed.mock.calls).toEqual([[[expect.any(String)]]]);
    expect((await harness.deliver(envelope)).status).toBe(201);
    expect(destroyed).toHaveBeenCalledTimes(1);
    const [row] = await database.select().from(templates);
    expect(destroyed.mock.calls[0]?.[0]).not.toContain(row?.slotId);
  });

  it('keeps the key of what was stored all the same, though the answer was lost', async () => {
    const { database, erasing } = harness.context;
    const destroyed = vi.spyOn(erasing.slots, 'destroy');
    const session = await open();
    const envelope = await sealed(session);
    const transaction = database.transaction.bind(database);
    const own = eq(sessions.sessionId, session.sessionId);
    vi.spyOn(database, 'transaction').mockImplementation(async (work, config) => {
      const before = await database.$count(templates);
      const result = await transaction(work, config);
      if ((await database.$count(templates)) > before) throw new Error('the connection was lost');
      return result;
    });
    expect((await harness.deliver(envelope)).status).toBe(500);
    vi.mocked(database.transaction).mockRestore();
    expect(destroyed).not.toHaveBeenCalled();
    const [row] = await database.select().from(sessions).where(own);
    expect(await harness.receiver.readTemplate(row?.verificationId ?? '')).not.toBeNull();
    expect((await harness.deliver(envelope)).status).toBe(201);
  });
});
