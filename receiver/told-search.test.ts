import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Payload } from '../src/envelope/wire.js';
import { verifications } from './store/schema.js';
import { type Harness, sealFor, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const consent = (templates: number): Payload['consent'] => ({
  consentReceiptId: 'r-1',
  method: 'button',
  givenAt: '2025-11-22T09:59:30.000Z',
  search: { scope: 'gallery', templates },
});

it('keeps with the consent with how many the seller was told to be compared, and takes no other number for it', async () => {
  const [discovery, session] = [await harness.discover(), await harness.openSession()];
  const told = await sealFor(discovery, session, { payload: { consent: consent(41) } });
  const { consentHash } = told.header;
  const other = await sealFor(discovery, session, {
    payload: { consent: consent(40) },
    binding: { consentHash },
  });
  await expectProblem(await harness.deliver(other), 422, 'envelope.unbound');
  expect((await harness.deliver(told)).status).toBe(201);
  const rows = await harness.context.database.select({ kept: verifications.consent }).from(verifications);
  const search = { scope: 'gallery', templates: 41 };
  expect(rows).toMatchObject([{ kept: { processing: { processing_method: { search } } } }]);
});
