import { eq } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SessionEnd, SessionEndSchema } from '../src/envelope/session-end.js';
import { type Envelope, OutcomeSchema, type Session } from '../src/envelope/wire.js';
import { sessions, templates, verifications } from './store/schema.js';
import { storeVerification } from './store/verifications.js';
import { type Harness, sealFor, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

/** A message that was sent and never answered: the seller can have it deleted without sending it again. */

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function sealed(): Promise<{ session: Session; envelope: Envelope }> {
  const session = await harness.openSession({ subject: 'seller-1' });
  return { session, envelope: await sealFor(await harness.discover(), session, { subject: 'seller-1' }) };
}

function end(sessionId: string, nonce?: string): Promise<Response> {
  const headers = nonce === undefined ? {} : { Authorization: `Bearer ${nonce}` };
  return harness.send('DELETE', `/sessions/${sessionId}`, undefined, headers);
}

async function ended(response: Response): Promise<SessionEnd> {
  expect(response.status).toBe(200);
  return parse(SessionEndSchema, await response.json());
}

describe('DELETE /sessions/{id}', () => {
  it('withdraws what had arrived; again, nothing is left', async () => {
    const { session, envelope } = await sealed();
    const { verificationId } = parse(OutcomeSchema, await (await harness.deliver(envelope)).json());
    expect(await ended(await end(session.sessionId, session.nonce))).toMatchObject({ verificationId });
    const { database } = harness.context;
    expect(await database.$count(templates, eq(templates.verificationId, verificationId))).toBe(0);
    expect(await ended(await end(session.sessionId, session.nonce))).toMatchObject({ verificationId: null });
  });

  it('says so when nothing had arrived, and takes nothing afterwards', async () => {
    const { session, envelope } = await sealed();
    expect(await ended(await end(session.sessionId, session.nonce))).toMatchObject({ verificationId: null });
    await expectProblem(await harness.deliver(envelope), 410, 'session.expired');
    const { database } = harness.context;
    const stored = eq(verifications.sessionId, session.sessionId);
    expect(await database.$count(verifications, stored)).toBe(0);
    const [row] = await database.select().from(sessions).where(eq(sessions.sessionId, session.sessionId));
    expect(row?.subject, 'who it was is not kept for a session that is over').toBeNull();
  });

  it('wins over a delivery that has passed every check and is about to be stored', async () => {
    const arrived = await sealed();
    await harness.deliver(arrived.envelope);
    const { database } = harness.context;
    const [template] = await database.select().from(verifications);
    if (template === undefined) throw new Error('nothing is stored');
    const { session } = await sealed();
    await end(session.sessionId, session.nonce);
    const late = {
      ...template,
      verificationId: 'late',
      sessionId: session.sessionId,
      // Before the session was ended.
      receivedAt: new Date(harness.now().getTime() - 20),
    };
    const conclude = () => Promise.reject(new Error('nothing is left to decide'));
    const keepTemplate = async (): Promise<void> => {};
    expect(await storeVerification(database, { verification: late, conclude, keepTemplate })).toBeNull();
  });

  it('is refused without the nonce of the session', async () => {
    const { session, envelope } = await sealed();
    await harness.deliver(envelope);
    await expectProblem(await end(session.sessionId), 401, 'session.unknown');
    await expectProblem(await end(session.sessionId, 'A'.repeat(43)), 401, 'session.unknown');
    expect(
      await harness.context.database.$count(verifications, eq(verifications.sessionId, session.sessionId)),
    ).toBe(1);
  });

  it('works after the session itself was swept, with the nonce that the kept envelope names', async () => {
    const { session, envelope } = await sealed();
    const { verificationId } = parse(OutcomeSchema, await (await harness.deliver(envelope)).json());
    await harness.live(3 * 86_400_000);
    await expectProblem(await end(session.sessionId, 'A'.repeat(43)), 401, 'session.unknown');
    expect(await ended(await end(session.sessionId, session.nonce))).toMatchObject({ verificationId });
  });

  it('answers truly about a session that never was, and knows no id that is none', async () => {
    expect(await ended(await end('b1946ac9-2492-4d23-8f0e-1c2d3e4f5a6b'))).toMatchObject({
      verificationId: null,
    });
    await expectProblem(await end('not-an-id'), 404, 'not_found');
  });
});
