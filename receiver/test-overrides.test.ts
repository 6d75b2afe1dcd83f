import { parse } from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoredRecordSchema } from '../src/envelope/stored-record.js';
import { OutcomeSchema } from '../src/envelope/wire.js';
import { sealFor, startHarness } from './testing/harness.fixture.js';

describe('test overrides', () => {
  it('fix challenge and outcome, and mark every record', async () => {
    const steps = [
      { action: 'turn-left', cueAtMs: 1_100 },
      { action: 'turn-right', cueAtMs: 3_000 },
    ] as const;
    const harness = await startHarness({ test: { steps, outcome: 'no_duplicate' } });
    onTestFinished(() => harness.close());
    const sessions = [await harness.openSession(), await harness.openSession()];
    expect(sessions.map(({ challenge }) => challenge.steps)).toEqual([steps, steps]);
    expect(new Set(sessions.map(({ challenge }) => challenge.id)).size, 'still one id per session').toBe(2);
    expect((await harness.openSession({ profile: 'no-gestures' })).challenge.steps).toEqual([]);
    expect((await harness.openSession({ moreTime: true })).challenge.steps).toEqual([steps[0]]);

    const [session] = sessions;
    if (session === undefined) throw new Error('no session');
    const answer = await harness.deliver(await sealFor(await harness.discover(), session));
    const outcome = parse(OutcomeSchema, await answer.json());
    expect(outcome.status).toBe('no_duplicate');
    const record = await harness.send('GET', `/verifications/${outcome.verificationId}`, undefined, {
      Authorization: `Bearer ${outcome.removalToken}`,
    });
    expect(parse(StoredRecordSchema, await record.json()).test).toBe(true);
  });
});
