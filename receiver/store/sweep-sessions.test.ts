import { inArray } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { freshDatabase } from '../testing/databases.fixture.js';
import { sessions } from './schema.js';
import { lockSessions, openSession, sweepSessions } from './sessions.js';

// Starting a server takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const DAY_MS = 86_400_000;
const openedAt = new Date('2025-11-22T10:00:00.000Z');
const later = new Date(openedAt.getTime() + 2 * DAY_MS);

it('sessions that somebody else works on are left to the next sweep, so that neither waits for the other', async () => {
  const { database } = await freshDatabase('PostgreSQL');
  // In the order in which a table is read: the later id first.
  for (const sessionId of ['b', 'a', 'c']) {
    const challenge = { id: 'challenge', steps: [] };
    const times = { openedAt, captureBy: openedAt, submitBy: openedAt };
    const row = {
      sessionId,
      nonce: sessionId,
      challenge,
      noticeHash: 'h',
      locale: 'en',
      subject: null,
      groups: [],
    };
    await openSession(database, { ...row, ...times, profile: 'standard' }, [
      { principal: sessionId, max: 5, windowMs: DAY_MS },
    ]);
  }
  await database.transaction(async (transaction) => {
    await lockSessions(transaction, inArray(sessions.sessionId, ['a']));
    expect(await sweepSessions(database, later, DAY_MS)).toBe(2);
    await lockSessions(transaction, inArray(sessions.sessionId, ['b']));
  });
  expect(await sweepSessions(database, later, DAY_MS)).toBe(1);
});
