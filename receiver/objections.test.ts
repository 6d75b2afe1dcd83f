import { eq } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ObjectionSchema } from '../src/envelope/review.js';
import { StoredRecordSchema } from '../src/envelope/stored-record.js';
import type { Outcome } from '../src/envelope/wire.js';
import { decideCase } from './store/decide-case.js';
import { auditLog, cases, objections, webhookMessages } from './store/schema.js';
import { caseFor, duplicate, verify } from './testing/cases.fixture.js';
import { type Harness, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

/** What a seller sees of a decision, and what they can say to it. */

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const bearer = ({ removalToken }: Outcome) => ({ Authorization: `Bearer ${removalToken}` });

function object(
  outcome: Outcome,
  body: unknown = { text: 'My sister sells here.' },
  headers = bearer(outcome),
) {
  return harness.send('POST', `/verifications/${outcome.verificationId}/objections`, body, headers);
}

async function record(outcome: Outcome) {
  const answer = await harness.send(
    'GET',
    `/verifications/${outcome.verificationId}`,
    undefined,
    bearer(outcome),
  );
  return parse(StoredRecordSchema, await answer.json());
}

async function decide(caseId: string, kind: 'same_person' | 'different_person' | 'asked', revision = 0) {
  const { database, secrets } = harness.context;
  const decision = { caseId, revision, act: { kind }, reviewer: 'rea', at: harness.now() } as const;
  return decideCase(database, secrets, decision);
}

describe('a seller', () => {
  it('sees what was decided, when, and that it was a person, without a name', async () => {
    const { caseId, later, earlier } = await duplicate(harness, ['see-1', 'see-2']);
    expect((await record(later)).review).toEqual({
      state: 'open',
      outcome: null,
      reviewerKind: null,
      decidedAt: null,
    });
    await decide(caseId, 'asked');
    expect((await record(later)).review).toMatchObject({ state: 'asked', reviewerKind: 'person' });
    await decide(caseId, 'same_person', 1);
    const seen = await record(later);
    expect(seen).toMatchObject({
      reviewOutcome: 'same_person',
      review: {
        state: 'closed',
        outcome: 'same_person',
        reviewerKind: 'person',
        decidedAt: harness.now().toISOString(),
      },
    });
    expect(JSON.stringify(seen)).not.toContain(earlier.verificationId);
  });

  it('objects, which opens the case again and keeps the outcome until there is another', async () => {
    const { caseId, later } = await duplicate(harness, ['no-1', 'no-2']);
    await decide(caseId, 'same_person');
    const answer = await object(later);
    expect(answer.status).toBe(201);
    expect(parse(ObjectionSchema, await answer.json())).toMatchObject({ objectionsLeft: 4 });
    expect(await record(later)).toMatchObject({
      review: { state: 'open', outcome: 'same_person' },
      objections: [{ text: 'My sister sells here.', at: harness.now().toISOString() }],
    });
    const { database } = harness.context;
    const about = await database.select().from(auditLog).where(eq(auditLog.about, later.verificationId));
    expect(about.at(-1)).toMatchObject({ kind: 'objected', details: { caseId } });
    const messages = await database
      .select()
      .from(webhookMessages)
      .where(eq(webhookMessages.verificationId, later.verificationId));
    expect(messages.at(-1)).toMatchObject({ type: 'verification.objected' });
    expect(JSON.stringify([about, messages])).not.toContain('sister');
  });

  it('is read before anybody decides: who looked earlier is told', async () => {
    const { caseId, later } = await duplicate(harness, ['read-1', 'read-2']);
    await object(later);
    expect(await decide(caseId, 'same_person', 0)).toMatchObject({ kind: 'meanwhile' });
  });

  it('may object where no person was asked: then one is', async () => {
    const outcome = await verify(harness, 'nobody-asked');
    await harness.context.database.delete(cases).where(eq(cases.verificationId, outcome.verificationId));
    expect((await record(outcome)).review).toBeNull();
    await object(outcome);
    expect((await record(outcome)).review).toMatchObject({ state: 'open' });
  });

  it('is heard five times, then 409 objections.exhausted', async () => {
    const outcome = await verify(harness, 'often');
    const answers: number[] = [];
    const say = (time: number) => object(outcome, { text: `For the ${time}th time.` });
    for (let time = 1; time <= 5; time += 1) answers.push((await say(time)).status);
    expect(answers).toEqual([201, 201, 201, 201, 201]);
    await expectProblem(await say(6), 409, 'objections.exhausted');
    expect((await say(5)).status, 'whose answer may have been lost').toBe(201);
  });

  it('who heard no answer and says it again has said it once, until a person has acted', async () => {
    const { caseId, later } = await duplicate(harness, ['lost-1', 'lost-2']);
    const { database } = harness.context;
    const messages = () =>
      database.$count(webhookMessages, eq(webhookMessages.verificationId, later.verificationId));
    const before = await messages();
    const both = await Promise.all([object(later), object(later)]);
    const [first, second] = await Promise.all(both.map((answer) => answer.json()));
    expect(first).toEqual(second);
    harness.advance(60_000);
    const again = await object(later, { text: '  My sister sells here. ' });
    expect([again.status, await again.json()]).toEqual([201, first]);
    expect((await record(later)).objections).toHaveLength(1);
    expect(await messages(), 'the marketplace is told once').toBe(before + 1);

    expect(await decide(caseId, 'same_person', 1)).toMatchObject({ kind: 'decided' });
    const anew = await object(later);
    expect((await anew.json()).objectionId).not.toBe(first.objectionId);
    expect(await record(later)).toMatchObject({ review: { state: 'open' }, objections: [{}, {}] });
  });

  it.each([
    ['no text', { text: '  ' }],
    ['too long a text', { text: 'x'.repeat(2_001) }],
    ['an attachment', { text: 'x', picture: 'data:image/png;base64,AAAA' }],
    ['no object', 'text'],
  ])('is refused with %s', async (_, body) => {
    const outcome = await verify(harness);
    await expectProblem(await object(outcome, body), 400, 'request.malformed');
    expect((await record(outcome)).objections).toEqual([]);
  });

  it('is refused without the own token', async () => {
    const [mine, other] = [await verify(harness), await verify(harness)];
    await expectProblem(await object(mine, undefined, bearer(other)), 401, 'session.unknown');
  });

  it('takes the words back with the withdrawal, and has nothing left to object to: 410 verification.gone', async () => {
    const outcome = await verify(harness, 'gone');
    await caseFor(harness, outcome, []);
    await object(outcome);
    await harness.send('DELETE', `/verifications/${outcome.verificationId}`, undefined, bearer(outcome));
    const { database } = harness.context;
    const held = await database.$count(objections, eq(objections.verificationId, outcome.verificationId));
    expect(held).toBe(0);
    expect(await record(outcome)).toMatchObject({ review: null, objections: [] });
    await expectProblem(await object(outcome), 410, 'verification.gone');
  });
});
