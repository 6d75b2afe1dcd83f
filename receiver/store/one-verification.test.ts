import { readFile } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { OutcomeSchema } from '../../src/envelope/wire.js';
import { type Harness, sealFor, startHarness } from '../testing/harness.fixture.js';
import { sessions, verifications } from './schema.js';
import { storeVerification } from './verifications.js';

/** A session lets in one verification, which its own row says (migrations/0009_one_verification.sql). */

async function delivered(harness: Harness) {
  const session = await harness.openSession();
  const answer = await harness.deliver(await sealFor(await harness.discover(), session));
  return { ...session, ...parse(OutcomeSchema, await answer.json()) };
}

it('lets no second one in, once every check was passed', async () => {
  const harness = await startHarness();
  const { database } = harness.context;
  const { sessionId } = await delivered(harness);
  const [first] = await database.select().from(verifications);
  if (first === undefined) throw new Error('nothing is stored');
  const verification = { ...first, verificationId: 'second' };
  const second = storeVerification(database, {
    verification,
    conclude: () => Promise.reject(new Error('nothing is left to decide')),
    keepTemplate: async () => {},
  });
  expect(await second).toBeNull();
  expect(await database.$count(verifications, eq(verifications.sessionId, sessionId))).toBe(1);
  await harness.close();
});

it('is told to the sessions of before by the migration', async () => {
  const harness = await startHarness();
  const { database } = harness.context;
  const { sessionId, verificationId } = await delivered(harness);
  await database.update(sessions).set({ verificationId: null });
  const migration = await readFile(new URL('migrations/0009_one_verification.sql', import.meta.url), 'utf8');
  await database.execute(sql.raw(migration.split('--> statement-breakpoint').at(-1) ?? ''));
  const [session] = await database.select().from(sessions).where(eq(sessions.sessionId, sessionId));
  expect(session?.verificationId).toBe(verificationId);
  await harness.close();
});
