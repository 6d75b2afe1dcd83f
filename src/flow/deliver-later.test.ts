import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { Receipt } from '../envelope/receipt.js';
import { consented, endAll, until, untilReview } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { OUTCOME } from './samples.fixture.js';
import type { Flow } from './state.js';

/** What the seller pressed send for, after the quick tries came to nothing. */

const NETWORK = () => new CandorError('submit.network');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

/** The quick tries, and `later` more, fail. */
async function failed(stages: Stages, later: readonly CandorError[] = []): Promise<Flow> {
  vi.useRealTimers();
  const flow = await consented(stages);
  await untilReview(flow);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  stages.submitFailures = [NETWORK(), NETWORK(), NETWORK(), NETWORK(), ...later];
  flow.send({ type: 'send' });
  // Three quarters of half, one and a half, and four seconds.
  await vi.advanceTimersByTimeAsync(4_600);
  expect(flow.getState()).toMatchObject({ kind: 'failed', envelopeKept: 'in-browser' });
  return flow;
}

describe('a sealed result that did not arrive', () => {
  it('goes out as soon as the network is back, with the bytes that were sealed', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    expect(stages.waitForNetwork).toBe(1);
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState().kind).toBe('done');
    expect([stages.sealed, stages.sent.length, stages.waitForNetwork]).toEqual([1, 5, 0]);
  });

  it('is tried again by itself, more and more rarely', async () => {
    const stages = new Stages();
    // Half of the dice: three quarters of 5, 10 and 20 seconds.
    const flow = await failed(stages, [NETWORK(), NETWORK()]);
    const left = (): number => stages.submitFailures.length;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(left()).toBe(2);
    await vi.advanceTimersByTimeAsync(1_250);
    expect(left()).toBe(1);
    await vi.advanceTimersByTimeAsync(7_500);
    expect(left()).toBe(0);
    expect(flow.getState().kind).toBe('failed');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(flow.getState().kind).toBe('done');
  });

  it('waits between two tries in a browser without AbortSignal.any too, and leaves when it is told to', async () => {
    const { any } = AbortSignal;
    Reflect.deleteProperty(AbortSignal, 'any');
    try {
      const stages = new Stages();
      const flow = await failed(stages, Array.from({ length: 9 }, NETWORK));
      await vi.advanceTimersByTimeAsync(2_000);
      expect(stages.submitFailures.length).toBe(9);
      flow.destroy();
      await vi.advanceTimersByTimeAsync(60_000);
      expect([stages.submitFailures.length, stages.waitForNetwork]).toEqual([9, 0]);
    } finally {
      AbortSignal.any = any;
    }
  });

  it.each(['session.unknown', 'submit.malformed'] as const)(
    'is kept through %s: a token that is being renewed, a network that asks to log in',
    async (code) => {
      const stages = new Stages();
      const flow = await failed(stages, [new CandorError(code)]);
      stages.goOnline();
      await vi.advanceTimersByTimeAsync(1);
      expect(flow.getState()).toMatchObject({ kind: 'failed', envelopeKept: 'in-browser' });
      expect([stages.dropped, stages.submitFailures]).toEqual([[], []]);
      stages.goOnline();
      await vi.advanceTimersByTimeAsync(1);
      expect(flow.getState().kind).toBe('done');
    },
  );

  it('is dropped, and said to be, once the session has ended', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    stages.submitFailures = [new CandorError('session.expired')];
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState()).toMatchObject({
      kind: 'failed',
      error: { code: 'session.expired' },
      envelopeKept: 'no',
    });
    expect([stages.waiting, stages.sent.length, stages.waitForNetwork]).toEqual([null, 5, 0]);
  });

  it('waits for the seller where their press was taken back by the notice in another tab, and says so here too', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    stages.released = false;
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState()).toMatchObject({ kind: 'notice', undelivered: { kind: 'waiting' } });
    expect([stages.sent.length, stages.waitForNetwork]).toEqual([4, 0]);
    flow.send({ type: 'send' });
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState().kind).toBe('done');
  });

  it('is said to be deleted where another tab has deleted it', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    [stages.released, stages.waiting] = [false, null];
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState()).toMatchObject({
      kind: 'failed',
      error: { code: 'submit.discarded' },
      envelopeKept: 'no',
    });
    expect([stages.sent.length, stages.waitForNetwork]).toEqual([4, 0]);
  });

  it('waits where the storage does not say whether it may go, and goes out once it does', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    stages.storageAnswers = false;
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState()).toMatchObject({ kind: 'failed', error: { code: 'submit.network' } });
    expect([stages.sent.length, stages.waitForNetwork]).toEqual([4, 1]);
    stages.storageAnswers = true;
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState().kind).toBe('done');
  });

  it('goes out at a press of the seller, whatever the storage says of the one before', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    stages.storageAnswers = false;
    flow.send({ type: 'retry' });
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState().kind).toBe('done');
  });

  it('ends with its session where the storage never answers', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    stages.storageAnswers = false;
    stages.receiverNow = new Date(Date.parse(stages.waiting?.submitBy ?? '') + 1);
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState()).toMatchObject({ kind: 'failed', error: { code: 'session.expired' } });
  });

  it('is done here where another tab has delivered it', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    const { header } = stages.waiting?.envelope ?? expect.fail('nothing waits');
    await stages.ports.vault.keepReceipt(header.sessionId, { outcome: OUTCOME } as Receipt); // opaque here
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.getState()).toMatchObject({
      kind: 'done',
      receipt: { outcome: { verificationId: OUTCOME.verificationId } },
    });
    expect(stages.sent).toHaveLength(4);
  });

  it('goes nowhere once the seller has said no', async () => {
    const stages = new Stages();
    const flow = await failed(stages);
    flow.send({ type: 'opt-out' });
    await vi.advanceTimersByTimeAsync(1);
    stages.goOnline();
    await vi.advanceTimersByTimeAsync(300_000);
    expect([stages.sent.length, stages.waiting, stages.waitForNetwork]).toEqual([4, null, 0]);
    await until(flow, 'opted-out');
  });
});
