import { afterEach, describe, expect, it, vi } from 'vitest';
import { endAll, leftBehind, start, until } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';

/** What could not be sent in time is not offered any more, and is told of. */

afterEach(endAll);

describe('what an earlier visit could not deliver', () => {
  it('says until when it can be sent, and is not offered any more from then on', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    const submitBy = stages.waiting?.submitBy ?? '';
    stages.receiverNow = new Date(Date.parse(submitBy) - 30);
    const second = start(stages);
    await until(second, 'notice');
    expect(second.getState()).toMatchObject({ undelivered: { kind: 'waiting', until: submitBy } });
    stages.receiverNow = new Date(submitBy);
    await vi.waitFor(() => expect(second.getState()).toMatchObject({ undelivered: { kind: 'expired' } }));
    second.send({ type: 'send' });
    expect(second.getState()).toMatchObject({ kind: 'notice' });
    expect(stages.sent).toHaveLength(1);
  });

  it('is said to be over after a reload too, when the storage has deleted it', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    stages.receiverNow = new Date(stages.waiting?.submitBy ?? '');
    stages.waiting = null;
    const second = start(stages);
    await until(second, 'notice');
    expect(second.getState()).toMatchObject({ undelivered: { kind: 'expired' } });
    second.send({ type: 'discard' });
    await vi.waitFor(() => expect(second.getState()).toMatchObject({ undelivered: null }));
    expect(stages.ended).toEqual(['s1']);
  });
});
