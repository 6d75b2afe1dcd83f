import { createHash } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeEmbedding } from '../../src/envelope/embedding.js';
import { createApp } from '../app.js';
import { Storage } from '../storage.js';
import { UNSHARED } from '../store/locks.js';
import { auditLog } from '../store/schema.js';
import { duplicate } from '../testing/cases.fixture.js';
import { type Harness, startHarness, unitVector } from '../testing/harness.fixture.js';
import { expectProblem } from '../testing/problem.fixture.js';
import { createOperatorApp, type OperatorEnv } from './app.js';

const TOKEN = 'a-token-of-the-backend';
const HASH = createHash('sha256').update(TOKEN).digest('hex');

let harness: Harness;
let app: Hono<OperatorEnv>;
beforeAll(async () => {
  harness = await startHarness();
  app = createOperatorApp(harness.context, {
    kind: 'tokens',
    tokenHashes: [HASH],
    maxRequestsPerMinute: 1_000,
  });
});
afterAll(() => harness.close());

async function ask(method: 'GET' | 'POST', path: string, body?: unknown, token = TOKEN): Promise<Response> {
  return app.request(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function newestAudit() {
  const [row] = await harness.context.database.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  return row;
}

describe('the operator’s interface', () => {
  it('is for whoever has a token, and says nothing to others', async () => {
    const { caseId } = await duplicate(harness, ['who-1', 'who-2']);
    for (const path of [
      '/operator/cases',
      `/operator/cases/${caseId}`,
      '/operator/subjects/who-1',
      '/nothing',
    ])
      await expectProblem(await ask('GET', path, undefined, 'another'), 401, 'session.unknown');
    await expectProblem(await app.request('/operator/cases'), 401, 'session.unknown');
  });

  it('reads cases and sellers, and each read stands in the log without the seller', async () => {
    const { caseId, later } = await duplicate(harness, ['read-1', 'read-2']);
    const list = await (await ask('GET', '/operator/cases?limit=200')).json();
    expect(list.cases).toContainEqual(expect.objectContaining({ caseId, subject: 'read-2', state: 'open' }));
    const one = await (await ask('GET', `/operator/cases/${caseId}`)).text();
    expect(one).toContain('read-1');
    expect(one).not.toContain(encodeEmbedding(unitVector(1)).data.slice(0, 16));
    expect(await newestAudit()).toMatchObject({
      kind: 'operator.read',
      about: caseId,
      details: { operator: HASH.slice(0, 8) },
    });
    const seller = await (await ask('GET', '/operator/subjects/read-2')).json();
    expect(seller.records).toMatchObject([
      { verificationId: later.verificationId, review: { state: 'open' } },
    ]);
    const row = await newestAudit();
    expect(row?.kind).toBe('operator.read');
    expect(JSON.stringify(row)).not.toContain('read-2');
  });

  it('pages through cases without leaving one out', async () => {
    await duplicate(harness, ['page-1', 'page-2']);
    const all = await (await ask('GET', '/operator/cases?limit=200')).json();
    const ids: string[] = [];
    let after = '';
    do {
      const page = await (await ask('GET', `/operator/cases?limit=2${after}`)).json();
      ids.push(...page.cases.map((one: { caseId: string }) => one.caseId));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(ids).toEqual(all.cases.map((one: { caseId: string }) => one.caseId));
  });

  it('takes an outcome once, and says case.changed to whoever comes second', async () => {
    const { caseId } = await duplicate(harness, ['act-1', 'act-2']);
    const found = { revision: 0, outcome: 'different_person', reviewer: 'rea' };
    const path = `/operator/cases/${caseId}/outcome`;
    const answer = await ask('POST', path, found);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { caseId, state: 'closed', outcome: 'different_person' },
    ]);
    expect(harness.logged).toContainEqual({ event: 'case.reviewed', caseId, outcome: 'different_person' });
    await expectProblem(await ask('POST', path, found), 409, 'case.changed');
    const closed = await (await ask('GET', '/operator/cases?state=closed')).json();
    expect(closed.cases).toContainEqual(expect.objectContaining({ caseId }));
  });

  it.each([
    [{ revision: 0, outcome: 'guilty', reviewer: 'rea' }],
    [{ revision: 0, outcome: 'same_person', reviewer: ' ' }],
    [{ revision: 0, outcome: 'same_person', reviewer: 'rea', score: 0.9 }],
    [{ revision: 0, outcome: 'same_person', reviewer: 'rea', reason: 'none is asked' }],
    [{ revision: 0, outcome: 'allowed_second_account', reviewer: 'rea' }],
    [
      {
        revision: 0,
        outcome: 'allowed_second_account',
        reviewer: 'rea',
        reason: 'x',
        expiresAt: '2020-01-01T00:00:00.000Z',
      },
    ],
    [{ revision: 0, outcome: 'no_concern', reviewer: 'rea' }],
  ])('refuses %j', async (body) => {
    const { caseId } = await duplicate(harness, [undefined, undefined]);
    await expectProblem(
      await ask('POST', `/operator/cases/${caseId}/outcome`, body),
      400,
      'request.malformed',
    );
  });

  it('exports and erases what is stored under a seller, and the log names no seller', async () => {
    await duplicate(harness, ['leaving', 'staying']);
    const exported = await (await ask('POST', '/operator/subjects/leaving/export')).json();
    expect(exported).toMatchObject({ subject: 'leaving', verifications: [{ subject: 'leaving' }] });
    expect(JSON.stringify(exported)).not.toMatch(/"(sealed|embedding|vector)":/);
    const verificationId: string = exported.verifications[0].verificationId;
    expect(await harness.receiver.readTemplate(verificationId)).not.toBeNull();

    const erased = await (await ask('POST', '/operator/subjects/leaving/erase')).json();
    expect(erased).toMatchObject({ verifications: 1 });
    expect(await harness.receiver.readTemplate(verificationId)).toBeNull();
    const after = await (await ask('POST', '/operator/subjects/leaving/export')).json();
    expect(after).toMatchObject({ verifications: [], sessions: [] });
    const log = await harness.context.database.select().from(auditLog);
    expect(JSON.stringify(log)).not.toContain('leaving');
  });

  it('logs a write in the transaction of what it writes, or neither is there', async () => {
    const { caseId } = await duplicate(harness, ['atomic-1', 'atomic-2']);
    const { database } = harness.context;
    const wrote = () => database.select().from(auditLog).where(eq(auditLog.kind, 'operator.wrote'));
    const path = `/operator/cases/${caseId}/outcome`;
    const found = { revision: 0, outcome: 'same_person', reviewer: 'rea' };
    const before = await wrote();
    await database.execute(
      sql`alter table reviews add constraint refuse_all check (outcome <> 'same_person') not valid`,
    );
    expect((await ask('POST', path, found)).status).toBe(500);
    await database.execute(sql`alter table reviews drop constraint refuse_all`);
    expect(await wrote(), 'nothing was written').toEqual(before);
    expect((await ask('POST', path, found)).status).toBe(200);
    await expectProblem(await ask('POST', path, found), 409, 'case.changed');
    const after = await wrote();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ about: caseId, details: { operator: HASH.slice(0, 8) } });

    await database.execute(
      sql`alter table sessions add constraint refuse_all check (subject is not null) not valid`,
    );
    expect((await ask('POST', '/operator/subjects/atomic-2/erase')).status).toBe(500);
    await database.execute(sql`alter table sessions drop constraint refuse_all`);
    expect(await wrote()).toEqual(after);
    expect((await ask('POST', '/operator/subjects/atomic-2/erase')).status).toBe(200);
    expect((await wrote()).length).toBe(after.length + 1);
  });

  it('asks the host who it is, where the host says so, and the log has no name', async () => {
    const authorizeOperator = async (request: Request) =>
      request.headers.get('x-program') === 'payouts' ? { operator: 'payouts-in-dublin' } : null;
    const access = { kind: 'host', authorizeOperator, maxRequestsPerMinute: 10 } as const;
    const hosted = createOperatorApp(harness.context, access);
    await expectProblem(await hosted.request('/operator/cases'), 401, 'session.unknown');
    const answer = await hosted.request('/operator/cases', { headers: { 'X-Program': 'payouts' } });
    expect(answer.status).toBe(200);
    const row = await newestAudit();
    expect(row?.details.operator).toMatch(/^[\w-]{20,}$/);
    expect(JSON.stringify(row)).not.toContain('dublin');
  });

  it('refuses an end that no database can store', async () => {
    const { caseId } = await duplicate(harness, ['end-1', 'end-2']);
    const found = { revision: 0, outcome: 'allowed_second_account', reviewer: 'rea', reason: 'two shops' };
    for (const expiresAt of ['2100-01-01T00:00:00+01', '9999-12-31T23:00:00-12:00', '2100-13-01T00:00:00Z'])
      await expectProblem(
        await ask('POST', `/operator/cases/${caseId}/outcome`, { ...found, expiresAt }),
        400,
        'request.malformed',
      );
  });

  it('refuses queries that it does not know, and ids that are none', async () => {
    const id = 'b1946ac9-2492-4d23-8f0e-1c2d3e4f5a6b';
    const noTimes = ['2026-13-45T99:99:99.999Z', '0000-01-01T00:00:00.000Z'];
    const queries = [
      ...['limit=0', 'limit=1000', 'state=all', 'after=x', 'more=1', 'more=%00'],
      ...noTimes.map((time) => `after=${time}~${id}`),
    ];
    for (const query of queries)
      await expectProblem(await ask('GET', `/operator/cases?${query}`), 400, 'request.malformed');
    await expectProblem(await ask('GET', '/operator/cases/x'), 404, 'not_found');
    for (const [method, path] of [
      ['GET', '%00'],
      ['POST', '%00/export'],
      ['POST', '%00/erase'],
      ['GET', 'x'.repeat(129)],
    ] as const)
      await expectProblem(await ask(method, `/operator/subjects/${path}`), 400, 'request.malformed');
  });

  it('shows and erases a seller where there is no room to store anything, and takes no outcome', async () => {
    const { caseId } = await duplicate(harness, ['full-1', 'full-2']);
    const { database } = harness.context;
    const none = async (): Promise<void> => {};
    const disk = { database, locks: UNSHARED, shared: null, hasRoom: async () => false, close: none };
    const storage = new Storage({ ...disk, abandon: none }, new AbortController().signal);
    const full = createOperatorApp(
      { ...harness.context, storage },
      { kind: 'tokens', tokenHashes: [HASH], maxRequestsPerMinute: 100 },
    );
    const post = (path: string): Response | Promise<Response> =>
      full.request(path, { method: 'POST', headers: { Authorization: `Bearer ${TOKEN}` } });
    await expectProblem(await post(`/operator/cases/${caseId}/outcome`), 507, 'storage.full');
    expect((await post('/operator/subjects/full-2/export')).status).toBe(200);
    expect(await (await post('/operator/subjects/full-2/erase')).json()).toMatchObject({ verifications: 1 });
    const sellers = createApp({ ...harness.context, storage });
    for (const path of ['/sessions', '/verifications', '/verifications/x/objections', '/opt-outs'])
      await expectProblem(await sellers.request(path, { method: 'POST' }), 507, 'storage.full');
  });

  it('takes so many requests in a minute and no more', async () => {
    harness.advance(60_000);
    const small = createOperatorApp(harness.context, {
      kind: 'tokens',
      tokenHashes: [HASH],
      maxRequestsPerMinute: 2,
    });
    const answers: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const answer = await small.request('/operator/cases', {
        headers: { Authorization: `Bearer ${TOKEN}` },
      });
      answers.push(answer.status);
    }
    expect(answers).toEqual([200, 200, 429]);
  });
});
