import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import {
  CONSENT,
  consented,
  endAll,
  leftBehind,
  start,
  until,
  untilReady,
  untilReview,
} from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';

afterEach(endAll);

/** Two tabs of one seller, of which one has delivered what the other still believes to be waiting. */
async function deliveredByAnother() {
  const stages = new Stages();
  await leftBehind(stages);
  const [one, other] = [start(stages), start(stages)];
  await until(one, 'notice');
  await until(other, 'notice');
  one.send({ type: 'send' });
  await until(one, 'done');
  return { stages, other };
}

describe('what an earlier visit could not deliver', () => {
  it('is told of in the notice, and goes out only when the seller sends it', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    const second = start(stages);
    await until(second, 'notice');
    expect(second.getState()).toMatchObject({ undelivered: { kind: 'waiting' } });
    expect(stages.sent).toHaveLength(1);
    second.send({ type: 'send' });
    await until(second, 'done');
    expect(stages.sent).toHaveLength(2);
    expect([stages.camerasOpened, stages.sealed]).toEqual([1, 1]);
    expect(stages.unanswered.size).toBe(0);
  });

  it('is left alone by a new agreement once another tab has its receipt', async () => {
    const { stages, other } = await deliveredByAnother();
    const dropReceipt = vi.spyOn(stages.ports.vault, 'dropReceipt');
    other.send(CONSENT);
    await untilReady(other);
    other.send({ type: 'cancel' });
    await vi.waitFor(() => expect(other.getState()).toMatchObject({ aftermath: { kind: 'nothing-sent' } }));
    expect(stages.ended).toEqual([]);
    expect(dropReceipt).not.toHaveBeenCalled();
  });

  it('is not sent by a new agreement: that is another check, and this one is deleted', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    const second = await consented(stages);
    await untilReady(second);
    expect(stages.sent).toHaveLength(1);
    await vi.waitFor(() => expect(stages.ended).toEqual(['s1']));
    expect(stages.waiting).toBeNull();
  });

  it.each(['opt-out', 'cancel'] as const)('is deleted by %s, here and at the receiver', async (type) => {
    const stages = new Stages();
    await leftBehind(stages);
    const second = start(stages);
    await until(second, 'notice');
    second.send({ type });
    expect(second.getState()).toMatchObject({ aftermath: { kind: 'asking' } });
    await vi.waitFor(() =>
      expect(second.getState()).toMatchObject({ aftermath: { kind: 'nothing-stored' } }),
    );
    expect(stages.waiting).toBeNull();
    expect([stages.ended, stages.sent.length, stages.clipsDropped]).toEqual([['s1'], 1, 1]);
    const third = await consented(stages);
    await untilReady(third);
    expect(stages.sent).toHaveLength(1);
  });

  it('is deleted by the seller, who stays at the notice', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    const second = start(stages);
    await until(second, 'notice');
    second.send({ type: 'discard' });
    expect(second.getState()).toMatchObject({ kind: 'notice', undelivered: { kind: 'deleting' } });
    await vi.waitFor(() => expect(second.getState()).toMatchObject({ kind: 'notice', undelivered: null }));
    expect([stages.ended, stages.clipsDropped]).toEqual([['s1'], 0]);
    second.send({ type: 'cancel' });
    await vi.waitFor(() =>
      expect(second.getState()).toMatchObject({ aftermath: { kind: 'nothing-stored' } }),
    );
  });

  it('is not said to be gone while the receiver cannot be asked, and is asked again', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    stages.endFailures = [new CandorError('withdrawal.unreachable'), new CandorError('withdrawal.refused')];
    const second = start(stages);
    await until(second, 'notice');
    second.send({ type: 'discard' });
    await vi.waitFor(() => expect(second.getState()).toMatchObject({ undelivered: { kind: 'undeleted' } }));
    second.send({ type: 'opt-out' });
    await vi.waitFor(() =>
      expect(second.getState()).toMatchObject({ aftermath: { kind: 'may-have-arrived' } }),
    );
    second.destroy();
    const third = start(stages);
    await until(third, 'notice');
    expect(third.getState()).toMatchObject({ undelivered: { kind: 'unanswered' } });
    third.send({ type: 'cancel' });
    await vi.waitFor(() => expect(third.getState()).toMatchObject({ aftermath: { kind: 'nothing-stored' } }));
    third.send({ type: 'withdraw' });
    expect(stages.ended).toEqual(['s1', 's1', 's1']);
  });

  it('asks again from the last screen when the seller says so', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    stages.endFailures = [new CandorError('withdrawal.unreachable')];
    const second = start(stages);
    await until(second, 'notice');
    second.send({ type: 'cancel' });
    await vi.waitFor(() =>
      expect(second.getState()).toMatchObject({ aftermath: { kind: 'may-have-arrived' } }),
    );
    second.send({ type: 'withdraw' });
    await vi.waitFor(() =>
      expect(second.getState()).toMatchObject({ aftermath: { kind: 'nothing-stored' } }),
    );
  });

  it('is not sent under a notice that is no longer shown', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    stages.noticeHash = 'another';
    const second = start(stages);
    await until(second, 'notice');
    expect(second.getState()).toMatchObject({ undelivered: { kind: 'unanswered' } });
    expect(stages.waiting).toBeNull();
  });

  it('was delivered by another tab meanwhile: then its receipt is shown, and nothing is sent again', async () => {
    const { stages, other } = await deliveredByAnother();
    other.send({ type: 'send' });
    await until(other, 'done');
    expect(stages.sent).toHaveLength(2);
    expect(other.getState()).toMatchObject({ receipt: { outcome: { verificationId: 'v1' } } });
  });

  it('was deleted by another tab meanwhile: then nothing is sent, and it says so', async () => {
    const stages = new Stages();
    await leftBehind(stages);
    const [one, other] = [start(stages), start(stages)];
    await until(one, 'notice');
    await until(other, 'notice');
    one.send({ type: 'discard' });
    await vi.waitFor(() => expect(one.getState()).toMatchObject({ undelivered: null }));
    other.send({ type: 'send' });
    await until(other, 'failed');
    expect(other.getState()).toMatchObject({ error: { code: 'submit.discarded' }, envelopeKept: 'no' });
    expect(stages.sent).toHaveLength(1);
    other.send({ type: 'retry' });
    await until(other, 'notice');
  });
});

describe('words about what was sent', () => {
  it('say that nothing was when nothing was, at once and without a request', async () => {
    const stages = new Stages();
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'opt-out' });
    expect(flow.getState()).toMatchObject({ aftermath: { kind: 'nothing-sent' } });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ delivery: { kind: 'confirmed' } }));
    expect(flow.getState()).toMatchObject({ aftermath: { kind: 'nothing-sent' } });
    expect(stages.ended).toEqual([]);
  });

  it('wait for the receiver after a refusal, although the envelope was dropped', async () => {
    const stages = new Stages();
    stages.submitFailures = [new CandorError('submit.refused')];
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'send' });
    await until(flow, 'failed');
    flow.send({ type: 'cancel' });
    expect(flow.getState()).toMatchObject({ aftermath: { kind: 'asking' } });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ aftermath: { kind: 'nothing-stored' } }));
  });

  it('are the same where the browser keeps nothing', async () => {
    const stages = new Stages();
    Object.assign(stages.ports.vault, { noteSent: async () => {} });
    stages.submitFailures = [new CandorError('submit.refused')];
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'send' });
    await until(flow, 'failed');
    flow.send({ type: 'opt-out' });
    await vi.waitFor(() => expect(stages.ended).toEqual(['s1']));
  });
});

describe('a clip that the seller wants to keep', () => {
  it('is said to be kept once the storage has said so, and not before', async () => {
    const stages = new Stages();
    let answer: (kept: boolean) => void = () => {};
    Object.assign(stages.ports.vault, {
      keepClip: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'keep-clip' });
    expect(flow.getState()).toMatchObject({ clipKept: 'keeping' });
    answer(true);
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'kept' }));
    flow.send({ type: 'keep-clip' });
    expect(flow.getState()).toMatchObject({ clipKept: 'deleting' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'no' }));
  });

  it('is said to be there still where the storage would not delete it, until it does', async () => {
    const stages = new Stages();
    stages.dropsClips = false;
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'keep-clip' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'kept' }));
    flow.send({ type: 'keep-clip' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'undeleted' }));
    stages.dropsClips = true;
    flow.send({ type: 'keep-clip' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'no' }));
  });

  it.each(['opt-out', 'cancel'] as const)(
    'is not passed over by %s where it was not deleted',
    async (type) => {
      const stages = new Stages();
      const flow = await consented(stages);
      await untilReview(flow);
      flow.send({ type: 'keep-clip' });
      await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'kept' }));
      stages.dropsClips = false;
      flow.send({ type });
      await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipsLeft: true }));
      expect(flow.getState()).toMatchObject({ aftermath: { kind: 'nothing-sent' } });
      stages.dropsClips = true;
      flow.send({ type: 'withdraw' });
      await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipsLeft: false }));
      expect(stages.clipsDropped).toBe(2);
    },
  );

  it.each(['opt-out', 'cancel'] as const)('of an earlier check is no affair of %s', async (type) => {
    const stages = new Stages();
    const first = await consented(stages);
    await untilReview(first);
    first.send({ type: 'keep-clip' });
    await vi.waitFor(() => expect(first.getState()).toMatchObject({ clipKept: 'kept' }));
    first.send({ type: 'send' });
    await until(first, 'done');
    const second = start(stages);
    await until(second, 'notice');
    second.send({ type });
    await vi.waitFor(() => expect(second.getState()).toMatchObject({ aftermath: { kind: 'nothing-sent' } }));
    expect(stages.clipsDropped).toBe(0);
  });

  it('is said not to be where the storage refuses', async () => {
    const stages = new Stages();
    stages.keepsClips = false;
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'keep-clip' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'refused' }));
  });
});
