import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { demoOptions } from '../demo.js';
import { eraseSubject } from '../subjects/subjects.js';
import { DATABASES, freshDatabase } from '../testing/databases.fixture.js';
import type { Database } from './database.js';
import { type Erasing, withdrawVerification } from './erasure.js';
import { verifications } from './schema.js';
import { endAndWithdraw } from './session-end.js';
import { findSession, openSession } from './sessions.js';
import { storeTemplate } from './templates.js';
import { type Concluded, findBySession, findVerification, storeVerification } from './verifications.js';

/** Nothing is stored of a session once its end was answered, whoever ended it and whenever the envelope had arrived. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ARRIVED = new Date('2025-11-22T10:00:00.000Z');
const ENDED = new Date(ARRIVED.getTime() + 20);
const LATER = new Date(ARRIVED.getTime() + 600_000);

const erasing: Erasing = {
  slots: { destroy: async () => {} },
  index: { remove: () => false },
  partyOf: ({ verificationId }) => verificationId,
};

const CONCLUDED: Concluded = {
  decision: { status: 'no_duplicate', basis: 'no_hit' },
  record: {
    searched: 'none',
    gallerySize: 0,
    scopeSize: 0,
    falseHitsPerNewcomer: 0,
    lowConfidence: false,
  },
  hits: [],
};

interface Opened {
  readonly sessionId: string;
  readonly subject: string;
}

async function opened(database: Database): Promise<Opened> {
  const [sessionId, subject] = [randomUUID(), randomUUID()];
  const session = {
    sessionId,
    nonce: 'n',
    challenge: { id: 'c', steps: [] },
    noticeHash: 'h',
    locale: 'en',
    profile: 'standard' as const,
    subject,
    groups: ['g'],
    openedAt: ARRIVED,
    captureBy: LATER,
    submitBy: LATER,
  };
  await openSession(database, session, [{ principal: subject, max: 1, windowMs: 1_000 }]);
  return { sessionId, subject };
}

/** Stores what arrived before the session was ended. */
function store(
  database: Database,
  { sessionId, subject }: Opened,
  conclude: () => Promise<Concluded> = async () => CONCLUDED,
) {
  const verification = {
    verificationId: randomUUID(),
    sessionId,
    bodyHash: 'hash',
    state: 'stored' as const,
    receivedAt: ARRIVED,
    decidedAt: ARRIVED,
    deleteAfter: LATER,
    subject,
    locale: 'en',
    purposeIds: [],
    noticeHash: 'hash',
    consentHash: 'hash',
    liveness: { verdict: 'live' as const, profile: 'standard' as const, checks: [] },
    threshold: demoOptions().threshold,
    test: true,
  };
  const name = { modelId: 'm', modelSha256: 'h', transformId: 't', slotId: randomUUID() };
  const template = { ...name, dim: 1, sealed: new Uint8Array(1), groups: [] };
  return storeVerification(database, {
    verification,
    conclude,
    keepTemplate: (transaction, stored) => storeTemplate(transaction, stored, template),
  });
}

const ENDS = {
  'ended by its seller': (database: Database, { sessionId }: Opened): Promise<unknown> =>
    endAndWithdraw(database, erasing, sessionId, ENDED),
  'ended with its seller’s erasure': (database: Database, { subject }: Opened): Promise<unknown> =>
    eraseSubject(database, erasing, subject, ENDED),
};

describe.each(DATABASES)('a session on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    ({ database } = await freshDatabase(kind));
  });

  describe.each(Object.entries(ENDS))('%s', (_, end) => {
    it('takes nothing that had arrived before', async () => {
      const session = await opened(database);
      await end(database, session);
      expect(await store(database, session)).toBeNull();
      expect(await findBySession(database, session.sessionId)).toBeNull();
      expect(await findSession(database, session.sessionId)).toMatchObject({
        endedAt: ENDED,
        subject: null,
        groups: [],
      });
    });

    it('is ended behind what is being stored, which is withdrawn', async () => {
      const session = await opened(database);
      let decide: (concluded: Concluded) => void = () => {};
      const deciding = new Promise<Concluded>((resolve) => {
        decide = resolve;
      });
      let isInside: () => void = () => {};
      const inside = new Promise<void>((resolve) => {
        isInside = resolve;
      });
      const storing = store(database, session, () => {
        isInside();
        return deciding;
      });
      await inside;
      const ending = end(database, session);
      await wait(50);
      decide(CONCLUDED);
      expect(await storing).not.toBeNull();
      await ending;
      expect(await findBySession(database, session.sessionId)).toMatchObject({
        state: 'withdrawn',
        subject: null,
      });
    });
  });
});

// Of the three, the one on which transactions run side by side.
describe('a session on PostgreSQL', () => {
  it('is ended, erased and withdrawn at once without one waiting for the other for ever', async () => {
    const { database } = await freshDatabase('PostgreSQL');
    for (let round = 0; round < 10; round += 1) {
      const session = await opened(database);
      const stored = await store(database, session);
      const verificationId = stored?.verificationId ?? '';
      await Promise.all([
        endAndWithdraw(database, erasing, session.sessionId, ENDED),
        withdrawVerification(database, erasing, verificationId, ENDED),
        eraseSubject(database, erasing, session.subject, ENDED),
        endAndWithdraw(database, erasing, session.sessionId, ENDED),
      ]);
      expect(await findVerification(database, verificationId)).toMatchObject({ state: 'withdrawn' });
    }
    expect(await database.$count(verifications, eq(verifications.state, 'stored'))).toBe(0);
  });
});
