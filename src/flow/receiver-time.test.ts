import { afterEach, describe, expect, it, vi } from 'vitest';
import { startFlow } from './create-flow.js';
import { Stages } from './port-doubles.fixture.js';
import type { Ports } from './ports.js';
import { session } from './samples.fixture.js';
import type { Flow, FlowStateKind } from './state.js';

/** Deadlines are the receiver's: by its clock they are over, or not, whatever the device's says. */

const CONSENT = { type: 'consent', method: 'button', purposeIds: ['duplicate-check'] } as const;
/** After every deadline of the double's session. */
const TOO_LATE = new Date('2099-01-02T00:00:00.000Z');

let flow: Flow;
afterEach(() => {
  flow.destroy();
  vi.useRealTimers();
});

async function until(kind: FlowStateKind, more: object = {}): Promise<void> {
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind, ...more }), {
    timeout: 3_000,
    interval: 2,
  });
}

async function toPositioning(stages: Stages, ports: Ports = stages.ports): Promise<void> {
  flow = startFlow({ endpoint: 'https://market.example' }, ports);
  await until('notice');
  flow.send(CONSENT);
  await until('positioning', { ready: true });
}

async function toReview(stages: Stages): Promise<void> {
  await toPositioning(stages);
  flow.send({ type: 'start' });
  await until('review', { preparing: false });
}

describe('the device’s clock', () => {
  it.each([
    ['a century fast', '2126-01-01T00:00:00.000Z'],
    ['back in 1970', '1970-01-01T00:00:00.000Z'],
  ])('that is %s, or jumps there in the middle, stops nothing', async (_, deviceNow) => {
    const stages = new Stages();
    vi.useFakeTimers({ toFake: ['Date'] });
    await toReview(stages);
    vi.setSystemTime(deviceNow);
    flow.send({ type: 'send' });
    await until('done');
    expect(stages.sent).toHaveLength(1);
  });

  it('is in nothing that the seller’s act says: it is in the receiver’s time, in whole seconds', async () => {
    const stages = new Stages();
    const given = vi.fn(stages.ports.consent.give);
    await toPositioning(stages, { ...stages.ports, consent: { give: given } });
    expect(given.mock.calls[0]?.[2].givenAt).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('a receiver that has not said what time it is', () => {
  it('refuses what is too late itself: no deadline is over by the device’s clock', async () => {
    const stages = new Stages();
    stages.statesTime = false;
    stages.receiverNow = TOO_LATE;
    await toReview(stages);
    flow.send({ type: 'send' });
    await until('done');
    expect([stages.sealed, stages.sent.length, stages.dropped]).toEqual([1, 1, []]);
  });

  it('has what it is asked about kept, and said, in the session’s own time', async () => {
    const stages = new Stages();
    stages.statesTime = false;
    stages.receiverNow = new Date(0);
    const keepClip = vi.spyOn(stages.ports.vault, 'keepClip');
    const noteSent = vi.spyOn(stages.ports.vault, 'noteSent');
    const lookBack = vi.spyOn(stages.ports.vault, 'lookBack');
    const kept = vi.spyOn(stages.ports.vault, 'kept');
    await toReview(stages);
    flow.send({ type: 'keep-clip' });
    flow.send({ type: 'send' });
    await until('done');
    const { captureBy, submitBy } = session(2);
    expect(keepClip.mock.calls[0]?.[2]).toEqual(new Date(captureBy));
    expect(noteSent.mock.calls).toMatchObject([[{ sentAt: '2026-01-01T00:00:00.000Z' }, submitBy]]);
    expect([lookBack.mock.calls, kept.mock.calls]).toEqual([[[null]], [[null]]]);
  });
});

describe('the receiver’s clock', () => {
  it('past submitBy: the envelope is not sent', async () => {
    const stages = new Stages();
    await toReview(stages);
    stages.receiverNow = TOO_LATE;
    flow.send({ type: 'send' });
    await until('failed', { error: { code: 'session.expired' }, retryable: true });
    expect([stages.sent.length, stages.dropped]).toEqual([0, ['s1']]);
  });

  it('past captureBy: nothing is sealed, and recording again opens a new session', async () => {
    const stages = new Stages();
    await toPositioning(stages);
    stages.receiverNow = TOO_LATE;
    flow.send({ type: 'start' });
    await until('failed', { error: { code: 'session.expired' }, retryable: true });
    expect(stages.sealed).toBe(0);
    stages.receiverNow = new Date('2026-01-01T00:00:00.000Z');
    flow.send({ type: 'retry' });
    await until('positioning', { ready: true });
  });
});
