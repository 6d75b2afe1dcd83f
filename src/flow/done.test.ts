import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import { CONSENT, consented, endAll, sendInVain, start, until, untilReview } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { OUTCOME } from './samples.fixture.js';
import type { Flow } from './state.js';

/** After the receiver has answered. */

afterEach(endAll);

async function done(stages: Stages): Promise<Flow> {
  const flow = await consented(stages);
  await untilReview(flow);
  flow.send({ type: 'send' });
  await until(flow, 'done');
  return flow;
}

describe('an objection', () => {
  it('is sent once, and confirmed', async () => {
    const stages = new Stages();
    const flow = await done(stages);
    flow.send({ type: 'contest', text: 'Not me.' });
    flow.send({ type: 'contest', text: 'Not me.' });
    expect(flow.getState()).toMatchObject({ kind: 'done', contest: { kind: 'sending' } });
    await vi.waitFor(() =>
      expect(flow.getState()).toMatchObject({
        contest: { kind: 'received', objection: { objectionsLeft: 4 } },
        problem: null,
      }),
    );
    expect(stages.objections).toEqual(['Not me.']);
  });

  it('that did not arrive says why, and can be sent again', async () => {
    const stages = new Stages();
    stages.objectionFailures = [new CandorError('objection.unreachable')];
    const flow = await done(stages);
    flow.send({ type: 'contest', text: 'Not me.' });
    await vi.waitFor(() =>
      expect(flow.getState()).toMatchObject({
        contest: { kind: 'none' },
        problem: { code: 'objection.unreachable' },
      }),
    );
    flow.send({ type: 'contest', text: 'Not me.' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ contest: { kind: 'received' } }));
  });
});

describe('a request', () => {
  it.each([
    ['my-data', 'reading'],
    ['withdraw', 'withdrawing'],
  ] as const)('by %s is said while it lasts, and what the one before ran into is not', async (type, step) => {
    const stages = new Stages();
    stages.objectionFailures = [new CandorError('objection.unreachable')];
    const flow = await done(stages);
    expect(flow.getState()).toMatchObject({ step: 'idle' });
    flow.send({ type: 'contest', text: 'Not me.' });
    await vi.waitFor(() =>
      expect(flow.getState()).toMatchObject({ problem: { code: 'objection.unreachable' } }),
    );
    flow.send({ type });
    expect(flow.getState()).toMatchObject({ kind: 'done', step, problem: null });
  });
});

describe('a withdrawal', () => {
  const withdrawn = async (stages: Stages): Promise<Flow> => {
    const flow = await done(stages);
    flow.send({ type: 'withdraw' });
    await until(flow, 'withdrawn');
    return flow;
  };

  it('leads back to the question, and to another check by another agreement', async () => {
    const flow = await withdrawn(new Stages());
    flow.send({ type: 'retry' });
    await until(flow, 'notice');
    flow.send(CONSENT);
    await untilReview(flow);
  });

  it('leads to another way', async () => {
    const stages = new Stages();
    const flow = await withdrawn(stages);
    flow.send({ type: 'opt-out' });
    await until(flow, 'opted-out');
    await vi.waitFor(() => expect(stages.optOuts).toHaveLength(1));
  });
});

describe('what this browser keeps', () => {
  it('is known with the notice, and looked at again when it was changed elsewhere', async () => {
    const stages = new Stages();
    const receipt = {
      version: 1,
      endpoint: 'https://market.example',
      outcome: OUTCOME,
      consent: {},
      consentHash: 'h',
      noticeVersion: '1',
    } as const;
    let receipts = [{ receipt, sessionId: 's1' }];
    stages.ports.vault.kept = async () => ({ receipts, clips: [] });
    const flow = start(stages);
    await until(flow, 'notice');
    expect(flow.getState()).toMatchObject({ keeps: true });
    receipts = [];
    flow.send({ type: 'look-again' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'notice', keeps: false }));
  });
});

describe('a browser that keeps nothing', () => {
  it('says so of the sealed result that could not be delivered, and of the receipt', async () => {
    const stages = new Stages();
    stages.keepsAnything = false;
    stages.submitFailures = Array.from({ length: 4 }, () => new CandorError('submit.network'));
    const flow = await consented(stages);
    await untilReview(flow);
    await sendInVain(flow);
    expect(flow.getState()).toMatchObject({ envelopeKept: 'in-page', retryable: true });
    flow.send({ type: 'retry' });
    await until(flow, 'done');
    expect(flow.getState()).toMatchObject({ receiptKept: false });
    expect(stages.sealed).toBe(1);
  });
});
