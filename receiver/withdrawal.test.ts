import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { looseObject, parse, tuple } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashCanonical } from '../src/envelope/canonical.js';
import { encodeEmbedding } from '../src/envelope/embedding.js';
import { StoredRecordSchema, WithdrawalSchema } from '../src/envelope/stored-record.js';
import { type Outcome, OutcomeSchema } from '../src/envelope/wire.js';
import { demoOptions } from './demo.js';
import { sweepProofs } from './store/erasure.js';
import { auditLog, cases, optOuts, sessions, templates, verifications } from './store/schema.js';
import { verify as verifyAt } from './testing/cases.fixture.js';
import { type Harness, newFace, sealFor, startHarness, unitVector } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const verify = (subject?: string, embedding = newFace()): Promise<Outcome> =>
  verifyAt(harness, subject, { embedding });

function ask(method: 'GET' | 'DELETE', { verificationId }: Outcome, token?: string): Promise<Response> {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return harness.send(method, `/verifications/${verificationId}`, undefined, headers);
}

const KeptProofSchema = looseObject({ event: tuple([looseObject({})]) });

async function stored({ verificationId }: Outcome) {
  const [row] = await harness.context.database
    .select()
    .from(verifications)
    .where(eq(verifications.verificationId, verificationId));
  return row;
}

async function held(verificationId: string) {
  const { database } = harness.context;
  return {
    templates: await database.$count(templates, eq(templates.verificationId, verificationId)),
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
    expect(record).toMatchObject({ state: 'stored', status: 'no_duplicate', test: false, locale: 'en' });
    expect(record.fields).toEqual(['embedding', 'liveness', 'capture', 'consent', 'subject']);
    expect(record.threshold.value).toBe(demoOptions().threshold.value);
    expect(text).not.toContain(encodeEmbedding(unitVector(1)).data.slice(0, 24));
  });

  it('has the template encrypted, readable only with the keys outside the database', async () => {
    const outcome = await verify('seller-0', unitVector(1));
    const [row] = await harness.context.database
      .select()
      .from(templates)
      .where(eq(templates.verificationId, outcome.verificationId));
    if (row === undefined) throw new Error('no template');
    const plain = Buffer.from(unitVector(1).buffer);
    expect(Buffer.from(row.sealed).includes(plain.subarray(0, 8))).toBe(false);
    expect(row.sealed).toHaveLength(12 + unitVector(1).length * 4 + 16);
    const slots = await readFile(join(harness.dataDir, 'keys/slots-memory.bin'));
    expect(JSON.stringify(row), 'nothing of the key').not.toContain(slots.toString('base64url').slice(0, 40));
    const read = await harness.receiver.readTemplate(outcome.verificationId);
    expect(Math.hypot(...unitVector(1).map((component, at) => component - (read?.[at] ?? 0)))).toBeLessThan(
      1e-5,
    );
  });

  it('says why, in the record and in the log, and asks a person where it is not for certain', async () => {
    const face = newFace();
    const [first, second] = [await verify('seller-a', face), await verify('seller-b', face)];
    const { database } = harness.context;
    const find = async ({ verificationId }: Outcome) =>
      (
        await database.select().from(verifications).where(eq(verifications.verificationId, verificationId))
      )[0];
    expect(await find(first)).toMatchObject({ status: 'no_duplicate', basis: 'no_hit' });
    expect(await find(second)).toMatchObject({
      status: 'needs_review',
      basis: 'hit',
      decision: { searched: 'gallery', lowConfidence: false },
    });
    expect(harness.logged).toContainEqual(
      expect.objectContaining({
        event: 'verification.received',
        verificationId: second.verificationId,
        status: 'needs_review',
        basis: 'hit',
        searched: 'gallery',
        test: false,
      }),
    );
    const opened = await database.select().from(cases).where(eq(cases.verificationId, second.verificationId));
    expect(opened).toMatchObject([{ reason: 'hit', hits: [first.verificationId], state: 'open' }]);
    expect(await database.$count(cases, eq(cases.verificationId, first.verificationId))).toBe(0);
  });
});

describe('withdrawal', () => {
  it('deletes the template at once, keeps the event, and answers the same again', async () => {
    const outcome = await verify('seller-2');
    const first = await ask('DELETE', outcome, outcome.removalToken);
    expect(first.status).toBe(200);
    const withdrawal = parse(WithdrawalSchema, await first.json());
    expect(withdrawal.deletedAt).toBe(harness.now().toISOString());
    expect(await harness.receiver.readTemplate(outcome.verificationId)).toBeNull();
    expect(await held(outcome.verificationId)).toEqual({
      templates: 0,
      events: ['received', 'decided', 'withdrawn'],
    });
    harness.advance(3_600_000);
    const again = await ask('DELETE', outcome, outcome.removalToken);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(withdrawal);
    expect((await held(outcome.verificationId)).events).toEqual(['received', 'decided', 'withdrawn']);
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
      fields: ['consent'],
      asked: [],
      liveness: { verdict: 'live', checks: [] },
      deletedAt: harness.now().toISOString(),
    });
  });

  it('keeps the proof of the consent, which only somebody who names the seller can check', async () => {
    const outcome = await verify('seller-6');
    await ask('DELETE', outcome, outcome.removalToken);
    const row = await stored(outcome);
    const provenFor = (subject: string): Promise<string> => {
      const { event, ...consent } = parse(KeptProofSchema, row?.consent);
      const [given] = event;
      return hashCanonical({
        ...consent,
        pii_principal_id: subject,
        event: [{ ...given, entity_id: subject }],
      });
    };
    expect(await provenFor('seller-6')).toBe(row?.consentHash);
    expect(await provenFor('seller-7')).not.toBe(row?.consentHash);
  });

  it('keeps the proof for three years, and says when that ends', async () => {
    const { database } = harness.context;
    const outcome = await verify('seller-8');
    await ask('DELETE', outcome, outcome.removalToken);
    const inDays = (days: number): Date => new Date(harness.now().getTime() + days * 86_400_000);
    const record = parse(StoredRecordSchema, await (await ask('GET', outcome, outcome.removalToken)).json());
    expect(record.deleteAfter).toBe(inDays(1_095).toISOString());
    await sweepProofs(database, inDays(1_094));
    expect(await stored(outcome)).toMatchObject({ state: 'withdrawn' });
    await sweepProofs(database, inDays(1_095));
    expect(await stored(outcome)).toBeUndefined();
    const about = outcome.verificationId;
    expect(await database.select().from(auditLog).where(eq(auditLog.about, about))).toContainEqual(
      expect.objectContaining({ kind: 'deleted', details: { what: 'proof' } }),
    );
  });

  it('answers twenty at once alike and records one event', async () => {
    const outcome = await verify();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('DELETE', outcome, outcome.removalToken)),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect((await held(outcome.verificationId)).events).toEqual(['received', 'decided', 'withdrawn']);
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
      events: ['received', 'decided', 'deleted'],
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
