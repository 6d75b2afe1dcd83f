import { eq, inArray, sql } from 'drizzle-orm';
import { is } from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SubjectExportSchema } from '../operator/answers.js';
import { verifyAudit } from '../store/audit-log.js';
import { decideCase } from '../store/decide-case.js';
import { auditLog, cases, verifications } from '../store/schema.js';
import { verify as verifyAt } from '../testing/cases.fixture.js';
import { type Harness, sealFor, startHarness, unitVector } from '../testing/harness.fixture.js';
import { eraseSubject, exportSubject } from './subjects.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const verify = (subject: string) => verifyAt(harness, subject, { embedding: unitVector(1) });

it('a seller is exported whole but for the vector, erased, and then is not there, and nobody else is touched', async () => {
  const { context, receiver } = harness;
  const { database, erasing, secrets } = context;
  // The second one of a face hits the first.
  const [other, one] = [await verify('other'), await verify('one')];
  const [opened] = await database.select().from(cases).where(eq(cases.verificationId, one.verificationId));
  expect(opened?.hits).toEqual([other.verificationId]);
  const at = harness.now();
  const found = {
    caseId: opened?.caseId ?? '',
    revision: 0,
    act: { kind: 'asked' },
    reviewer: 'rea',
    at,
  } as const;
  expect(await decideCase(database, secrets, found)).toMatchObject({ kind: 'decided' });
  const optOut = { alternative: 'id-document', locale: 'en', subject: 'one', reason: 'I would rather not' };
  expect((await harness.send('POST', '/opt-outs', optOut)).status).toBe(201);
  const left = await harness.openSession({ subject: 'one' });

  const exported = await exportSubject(database, 'one', harness.now());
  expect(exported).toMatchObject({
    verifications: [{ verificationId: one.verificationId, subject: 'one', consent: expect.any(Object) }],
    cases: [{ reason: 'hit', state: 'asked', acts: [{ outcome: 'asked', at }] }],
    optOuts: [{ reason: 'I would rather not' }],
    sessions: expect.arrayContaining([expect.objectContaining({ sessionId: left.sessionId })]),
  });
  const written = JSON.stringify(exported);
  expect(is(SubjectExportSchema, JSON.parse(written)), 'as docs/openapi.json says').toBe(true);
  expect(written).not.toMatch(/"(sealed|embedding|slotId|nonce|nonceHash|bodyHash|challenge|hits|groups)":/);
  expect(written, 'a nonce ends a session and withdraws').not.toContain(left.nonce);
  expect(written, 'what the seller looks like is their own, who else does is not').not.toContain(
    other.verificationId,
  );

  const erased = { verifications: 1, optOuts: 1, sessions: 2 };
  expect(await eraseSubject(database, erasing, 'one', harness.now())).toEqual(erased);
  expect(await receiver.readTemplate(one.verificationId)).toBeNull();
  expect(await receiver.readTemplate(other.verificationId)).not.toBeNull();
  const late = await harness.deliver(await sealFor(await harness.discover(), left, { subject: 'one' }));
  expect(late.status, 'nothing arrives behind it').toBe(410);
  const gone = await exportSubject(database, 'one', harness.now());
  expect(gone).toMatchObject({ verifications: [], cases: [], sessions: [], optOuts: [] });
  expect(await eraseSubject(database, erasing, 'one', harness.now())).toMatchObject({ verifications: 0 });

  expect(await verifyAudit(database)).toMatchObject({ kind: 'intact' });
  const kinds = (await database.select().from(auditLog)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['exported', 'withdrawn', 'erased']));
});

it('of a seller who only opened a session, or chose another way, the log says that it was exported, and erased', async () => {
  const { database, erasing } = harness.context;
  const { sessionId } = await harness.openSession({ subject: 'only-a-session' });
  const optOut = { alternative: 'id-document', locale: 'en', subject: 'only-an-opt-out' };
  const { caseId } = await (await harness.send('POST', '/opt-outs', optOut)).json();
  const [session, declined] = ['only-a-session', 'only-an-opt-out'];
  for (const subject of [session, declined]) {
    await exportSubject(database, subject, harness.now());
    await eraseSubject(database, erasing, subject, harness.now());
  }
  const rows = await database
    .select({ kind: auditLog.kind, about: auditLog.about })
    .from(auditLog)
    .where(inArray(auditLog.about, [sessionId, caseId]))
    .orderBy(auditLog.seq);
  expect(rows.filter(({ kind }) => kind !== 'opted-out')).toEqual([
    { kind: 'exported', about: sessionId },
    { kind: 'erased', about: sessionId },
    { kind: 'exported', about: caseId },
    { kind: 'erased', about: caseId },
  ]);
});

it('a seller is found by an index, however many there are', async () => {
  const plan = await harness.context.database.transaction(async (transaction) => {
    // Of few rows, PostgreSQL compares with all.
    await transaction.execute(sql`set local enable_seqscan = off`);
    return transaction.execute(sql`explain select from ${verifications} where subject = 'one'`);
  });
  expect(JSON.stringify(plan)).toContain('verifications_subject');
});
