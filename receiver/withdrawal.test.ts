import { eq } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeEmbedding } from '../src/envelope/embedding.js';
import { type Outcome, OutcomeSchema, StoredRecordSchema, WithdrawalSchema } from '../src/envelope/wire.js';
import { demoOptions } from './demo.js';
import { auditLog, envelopes, optOuts, sessions, templates, verifications } from './store/schema.js';
import { decryptTemplate } from './store/templates.js';
import { type Harness, sealFor, startHarness, unitVector } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function verify(subject?: string): Promise<Outcome> {
  const session = await harness.openSession(subject === undefined ? {} : { subject });
  const answer = await harness.deliver(await sealFor(await harness.discover(), session, { subject }));
  return parse(OutcomeSchema, await answer.json());
}

function ask(method: 'GET' | 'DELETE', { verificationId }: Outcome, token?: string): Promise<Response> {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return harness.send(method, `/verifications/${verificationId}`, undefined, headers);
}

async function held(verificationId: string) {
  const { database } = harness.context;
  return {
    templates: await database.$count(templates, eq(templates.verificationId, verificationId)),
    envelopes: await database.$count(envelopes, eq(envelopes.verificationId, verificationId)),
    events: (await database.select().from(auditLog).where(eq(auditLog.about, verificationId))).map(
      ({ kind }) => kind,
    ),
  };
}

describe('what is stored', () => {
  it('is shown to whoever holds the token: fields and dates, never the vector', async () => {
    const outcome = await verify('seller-1');
    const answer = await ask('GET', outcome, outcome.removalToken);
    const text = await answer.text();
    const record = parse(StoredRecordSchema, JSON.parse(text));
    expect(record).toMatchObject({ state: 'stored', status: 'needs_review', test: false, locale: 'en' });
    expect(record.fields).toEqual(['embedding', 'envelope', 'liveness', 'capture', 'consent', 'subject']);
    expect(record.threshold.value).toBe(demoOptions().threshold.value);
    expect(text).not.toContain(encodeEmbedding(unitVector(1)).data.slice(0, 24));
  });

  it('has the template encrypted, readable only with the key outside the database and under its own id', async () => {
    const outcome = await verify();
    const [row] = await harness.context.database
      .select()
      .from(templates)
      .where(eq(templates.verificationId, outcome.verificationId));
    if (row === undefined) throw new Error('no template');
    const plain = Buffer.from(unitVector(1).buffer);
    expect(Buffer.from(row.sealed).includes(plain.subarray(0, 8))).toBe(false);
    const { storage, token } = harness.context.secrets;
    expect(decryptTemplate(storage, row)).toEqual(unitVector(1));
    expect(() => decryptTemplate(token, row)).toThrow();
    expect(() => decryptTemplate(storage, { ...row, verificationId: 'another' })).toThrow();
    expect(row.sealed).toHaveLength(12 + unitVector(1).length * 4 + 16);
    expect(await harness.receiver.readTemplate(outcome.verificationId)).toEqual(unitVector(1));
  });

  it('says why every case goes to a person, in the record and in the log', async () => {
    const { verificationId } = await verify();
    const [row] = await harness.context.database
      .select()
      .from(verifications)
      .where(eq(verifications.verificationId, verificationId));
    expect(row).toMatchObject({ status: 'needs_review', basis: 'matching_not_configured' });
    expect(harness.logged).toContainEqual({
      event: 'verification.received',
      verificationId,
      status: 'needs_review',
      basis: 'matching_not_configured',
      test: false,
    });
  });
});

describe('withdrawal', () => {
  it('deletes template and envelope at once, keeps the event, and answers the same again', async () => {
    const outcome = await verify('seller-2');
    const first = await ask('DELETE', outcome, outcome.removalToken);
    expect(first.status).toBe(200);
    const withdrawal = parse(WithdrawalSchema, await first.json());
    expect(withdrawal.deletedAt).toBe(harness.now().toISOString());
    expect(await harness.receiver.readTemplate(outcome.verificationId)).toBeNull();
    expect(await held(outcome.verificationId)).toEqual({
      templates: 0,
      envelopes: 0,
      events: ['received', 'withdrawn'],
    });
    harness.advance(3_600_000);
    const again = await ask('DELETE', outcome, outcome.removalToken);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(withdrawal);
    expect((await held(outcome.verificationId)).events).toEqual(['received', 'withdrawn']);
  });

  it('leaves nothing that says who it was', async () => {
    const outcome = await verify('seller-3');
    await ask('DELETE', outcome, outcome.removalToken);
    const { database } = harness.context;
    const everything = JSON.stringify([
      await database.select().from(verifications),
      await database.select().from(sessions),
      await database.select().from(auditLog),
    ]);
    expect(everything).not.toContain('seller-3');
    const record = parse(StoredRecordSchema, await (await ask('GET', outcome, outcome.removalToken)).json());
    expect(record).toMatchObject({
      state: 'withdrawn',
      fields: ['liveness'],
      deletedAt: harness.now().toISOString(),
    });
  });

  it('answers twenty at once alike and records one event', async () => {
    const outcome = await verify();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('DELETE', outcome, outcome.removalToken)),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect((await held(outcome.verificationId)).events).toEqual(['received', 'withdrawn']);
  });

  it('is refused without the token, with another one, and with the token of another record', async () => {
    const [mine, other] = [await verify(), await verify()];
    for (const method of ['GET', 'DELETE'] as const) {
      await expectProblem(await ask(method, mine), 401, 'session.unknown');
      await expectProblem(await ask(method, mine, 'AAAA'), 401, 'session.unknown');
      await expectProblem(await ask(method, mine, other.removalToken), 401, 'session.unknown');
    }
    expect((await held(mine.verificationId)).templates).toBe(1);
  });

  it('does not take back the answer to a repeated delivery', async () => {
    const session = await harness.openSession();
    const envelope = await sealFor(await harness.discover(), session);
    const outcome = parse(OutcomeSchema, await (await harness.deliver(envelope)).json());
    await ask('DELETE', outcome, outcome.removalToken);
    const again = await harness.deliver(envelope);
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(outcome);
    expect((await held(outcome.verificationId)).templates, 'and stores nothing anew').toBe(0);
  });
});

describe('retention', () => {
  it('deletes at deleteAfter and not before, keeps the event, and shows the state', async () => {
    const outcome = await verify('seller-4');
    await harness.live(Date.parse(outcome.deleteAfter) - harness.now().getTime() - 1);
    expect((await held(outcome.verificationId)).templates).toBe(1);
    harness.advance(1);
    await harness.receiver.upkeep();
    expect(await held(outcome.verificationId)).toEqual({
      templates: 0,
      envelopes: 0,
      events: ['received', 'deleted'],
    });
    const record = parse(StoredRecordSchema, await (await ask('GET', outcome, outcome.removalToken)).json());
    expect(record).toMatchObject({ state: 'deleted', deletedAt: outcome.deleteAfter });
  });

  it('confirms a withdrawal that comes after the deletion, with the date of the deletion', async () => {
    const outcome = await verify();
    await harness.live(90 * 86_400_000);
    harness.advance(86_400_000);
    const answer = await ask('DELETE', outcome, outcome.removalToken);
    expect(parse(WithdrawalSchema, await answer.json()).deletedAt).toBe(outcome.deleteAfter);
  });

  it('deletes opt-outs after the same time', async () => {
    const { database } = harness.context;
    await harness.send('POST', '/opt-outs', {
      alternative: 'id-document',
      locale: 'en',
      reason: 'no camera',
    });
    const before = await database.$count(optOuts);
    await harness.live(90 * 86_400_000);
    expect([before, await database.$count(optOuts)]).toEqual([1, 0]);
  });
});

describe('the log', () => {
  it('holds no token, nonce, subject, address or embedding', async () => {
    const session = await harness.openSession({ subject: 'seller-5' });
    const envelope = await sealFor(await harness.discover(), session, { subject: 'seller-5' });
    const { removalToken } = parse(OutcomeSchema, await (await harness.deliver(envelope)).json());
    await harness.send('POST', '/verifications', '{"secret":"in a malformed body"}');
    const lines = JSON.stringify(harness.logged);
    const secrets = [
      removalToken,
      session.nonce,
      'seller-5',
      envelope.ciphertext.slice(0, 40),
      'malformed body',
    ];
    for (const secret of [...secrets, encodeEmbedding(unitVector(1)).data.slice(0, 24)]) {
      expect(lines).not.toContain(secret);
    }
    expect(lines).toContain('/verifications');
  });
});
