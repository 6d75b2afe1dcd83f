import { parse } from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutcomeSchema } from '../../src/envelope/wire.js';
import { verifyAudit } from '../store/audit-log.js';
import { auditLog } from '../store/schema.js';
import { type Harness, sealFor, startHarness } from '../testing/harness.fixture.js';
import { eraseSubject, exportSubject } from './subjects.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function verify(subject: string) {
  const session = await harness.openSession({ subject });
  const answer = await harness.deliver(await sealFor(await harness.discover(), session, { subject }));
  return parse(OutcomeSchema, await answer.json());
}

it('a seller is exported whole but for the vector, erased, and then is not there, and nobody else is touched', async () => {
  const { context, receiver } = harness;
  const { database, erasing } = context;
  const [one, other] = [await verify('one'), await verify('other')];
  const optOut = { alternative: 'id-document', locale: 'en', subject: 'one', reason: 'I would rather not' };
  expect((await harness.send('POST', '/opt-outs', optOut)).status).toBe(201);
  const left = await harness.openSession({ subject: 'one' });

  const exported = await exportSubject(database, 'one', harness.now());
  expect(exported).toMatchObject({
    verifications: [{ verificationId: one.verificationId, subject: 'one', consent: expect.any(Object) }],
    optOuts: [{ reason: 'I would rather not' }],
    sessions: expect.arrayContaining([expect.objectContaining({ sessionId: left.sessionId })]),
  });
  expect(JSON.stringify(exported)).not.toMatch(/"(sealed|embedding|slotId)":/);
  expect(JSON.stringify(exported)).not.toContain(other.verificationId);

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
