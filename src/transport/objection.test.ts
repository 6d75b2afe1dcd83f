import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_OUTCOME } from '../envelope/wire.fixture.js';
import { never, OBJECTION, RECORD } from './calls.fixture.js';
import { type StubReceiver, startStubReceiver } from './stub-receiver.fixture.js';
import { createTransport, type Transport } from './transport.js';

/** What the seller says against a decision, and what a receiver of before that answers. */

let stub: StubReceiver;
let transport: Transport;

beforeAll(async () => {
  stub = await startStubReceiver();
  transport = createTransport({ endpoint: stub.endpoint, headers: { Authorization: 'Bearer host' } });
});
afterAll(() => stub.close());

const contest = () => transport.contest(EXAMPLE_OUTCOME, 'My sister sells here as well.', never);

describe('an objection', () => {
  it("carries the text and the receipt's token, and nothing else", async () => {
    stub.reply = { status: 201, body: OBJECTION };
    expect(await contest()).toEqual(OBJECTION);
    const { method, path, headers, body } = stub.seen.at(-1) ?? {};
    expect([method, path]).toEqual([
      'POST',
      `/candor/verifications/${EXAMPLE_OUTCOME.verificationId}/objections`,
    ]);
    expect(headers).toMatchObject({
      authorization: `Bearer ${EXAMPLE_OUTCOME.removalToken}`,
      'content-type': 'application/json',
    });
    expect(JSON.parse(body ?? '')).toEqual({ text: 'My sister sells here as well.' });
  });

  it.each([
    [409, 'objections.exhausted', 'objection.exhausted'],
    [410, 'verification.gone', 'objection.refused'],
    [401, 'session.unknown', 'objection.refused'],
    [400, 'request.malformed', 'objection.refused'],
    [429, 'request.too_many', 'objection.unreachable'],
    [500, 'internal', 'objection.unreachable'],
  ])('that is answered %i %s is %s', async (status, code, expected) => {
    stub.reply = { status, body: { type: `urn:candor:problem:${code}`, title: 'No', status, code } };
    await expect(contest()).rejects.toMatchObject({ code: expected, detail: code });
  });

  it('is refused by a receiver that has no such route, whatever its 404 looks like', async () => {
    stub.reply = { status: 404, body: '<html>Not found</html>' };
    await expect(contest()).rejects.toMatchObject({ code: 'objection.refused' });
  });

  it('is not taken as delivered where the answer is about another verification', async () => {
    stub.reply = { status: 201, body: { ...OBJECTION, verificationId: 'other' } };
    await expect(contest()).rejects.toMatchObject({
      code: 'objection.unreachable',
      detail: 'verificationId',
    });
  });
});

describe('the record of a receiver without reviews', () => {
  it('is read all the same, and says that nothing is known of them', async () => {
    const { review: _, objections: __, ...older } = RECORD;
    stub.reply = { status: 200, body: older };
    const record = await transport.read(EXAMPLE_OUTCOME, never);
    expect(record).toEqual(older);
    expect([record.review, record.objections]).toEqual([undefined, undefined]);
  });
});

describe('the record of a receiver with reviews', () => {
  const review = {
    state: 'closed',
    outcome: 'different_person',
    reviewerKind: 'person',
    decidedAt: '2026-03-02T08:30:12.004Z',
  } as const;
  const read = (change: object) => {
    stub.reply = { status: 200, body: { ...RECORD, ...change } };
    return transport.read(EXAMPLE_OUTCOME, never);
  };

  it('has the decision and what the seller said', async () => {
    const objections = [{ objectionId: 'o-1', text: 'No.', at: '2026-03-02T10:00:00.000Z' }];
    expect(await read({ review, objections })).toMatchObject({ review, objections });
  });

  it.each([
    ['an outcome that nobody can find', { review: { ...review, outcome: 'guilty' } }],
    ['a machine that decides', { review: { ...review, reviewerKind: 'machine' } }],
    ['who decided', { review: { ...review, reviewer: 'Ann' } }],
    ['a score', { review: { ...review, score: 0.9 } }],
  ])('is not believed with %s', async (_, change) => {
    await expect(read(change)).rejects.toMatchObject({ code: 'withdrawal.unreachable' });
  });
});
