import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { traceOf } from './log.js';
import { duplicate } from './testing/cases.fixture.js';
import { startHarness } from './testing/harness.fixture.js';

const TEXT = 'I work\n at my sister’s shop\n    at the market (file:///stall.js:1:2)';

describe('what is logged of an error', () => {
  it('is where it was thrown, and no line of its message or of its causes’', () => {
    const cause = Object.assign(new TypeError(TEXT), { code: '23505' });
    const trace = traceOf(new Error(`Failed query: insert\nparams: ${TEXT}`, { cause }));
    expect(JSON.stringify(trace)).not.toMatch(/sister|market/);
    expect(trace).toMatchObject({ name: 'Error', cause: { name: 'TypeError', code: '23505' } });
    for (const { frames } of [trace, trace.cause ?? { frames: [] }])
      expect(frames[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/);
  });

  it('has no line of a message that was another when the error was made', () => {
    const altered = new Error(TEXT);
    altered.message = 'it failed';
    expect(JSON.stringify(traceOf(altered))).not.toMatch(/sister|market/);
  });

  it('says nothing of an objection that could not be stored', async () => {
    const harness = await startHarness();
    onTestFinished(() => harness.close());
    const { later } = await duplicate(harness, ['log-1', 'log-2']);
    const { database } = harness.context;
    await database.execute(sql`alter table objections add constraint none check (false) not valid`);
    const token = { Authorization: `Bearer ${later.removalToken}` };
    const path = `/verifications/${later.verificationId}/objections`;
    expect((await harness.send('POST', path, { text: TEXT }, token)).status).toBe(500);
    const failures = harness.logged.filter(({ event }) => event === 'failed');
    expect(failures).toHaveLength(1);
    expect(JSON.stringify(failures)).not.toMatch(/sister|market/);
    expect(JSON.stringify(failures)).toContain('objections.ts');
  });
});
