import { expect, it } from 'vitest';
import { createMetrics } from './metrics.js';
import { sealFor, startHarness } from './testing/harness.fixture.js';

it('metrics are OpenMetrics, and hold no id, address or subject', async () => {
  const { observe, app } = await createMetrics();
  const harness = await startHarness({ log: observe });
  const subject = 'seller-by-name';
  const session = await harness.openSession({ subject });
  const envelope = await sealFor(await harness.discover(), session, { subject });
  const { verificationId } = await (await harness.deliver(envelope)).json();
  await harness.send('GET', `/verifications/${verificationId}`);
  await harness.send('GET', `/${subject}`);
  await harness.close();

  const answer = await app.request('/metrics');
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/openmetrics-text; version=1\.0\.0/);
  const text = await answer.text();
  expect(text).toMatch(/# EOF\n$/);
  expect(text).toContain(
    'candor_answers_total{app="sellers",method="GET",route="/verifications/:id",status="401",code="session.unknown"} 1',
  );
  expect(text).toMatch(/candor_answer_seconds_count\{app="sellers",route="\/sessions"\} 1/);
  expect(text).toMatch(/candor_events_total\{event="verification.received",status="\w+",basis="\w+"\} 1/);
  for (const secret of [subject, verificationId, session.sessionId]) expect(text).not.toContain(secret);
  expect((await app.request('/')).status).toBe(404);
});
