import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import { consented, endAll, start, until, untilReady, untilReview } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import type { Flow, FlowStateKind } from './state.js';

/** Every way out of the flow, and what interrupts it. */

afterEach(endAll);

describe('the way out', () => {
  const roads = {
    notice: async (stages: Stages) => {
      const flow = start(stages);
      await until(flow, 'notice');
      return flow;
    },
    downloading: async (stages: Stages) => {
      stages.startVision = () => new Promise((resolve) => setTimeout(resolve, 50));
      const flow = await consented(stages);
      await until(flow, 'downloading');
      return flow;
    },
    permission: async (stages: Stages) => {
      stages.openCamera = (signal) => new Promise((_, reject) => signal.addEventListener('abort', reject));
      const flow = await consented(stages);
      await until(flow, 'permission');
      return flow;
    },
    positioning: async (stages: Stages) => {
      const flow = await consented(stages);
      await untilReady(flow);
      return flow;
    },
    recording: async (stages: Stages) => {
      const flow = await consented(stages);
      await untilReady(flow);
      flow.send({ type: 'start' });
      await until(flow, 'recording');
      return flow;
    },
    review: async (stages: Stages) => {
      const flow = await consented(stages);
      await untilReview(flow);
      return flow;
    },
    sending: async (stages: Stages) => {
      stages.submitFailures = [new CandorError('submit.network')];
      const flow = await consented(stages);
      await untilReview(flow);
      flow.send({ type: 'send' });
      await until(flow, 'sending');
      return flow;
    },
  } satisfies Partial<Record<FlowStateKind, (stages: Stages) => Promise<Flow>>>;

  for (const [kind, reach] of Object.entries(roads)) {
    it(`opting out while ${kind} is one step, is no error and turns everything off`, async () => {
      const stages = new Stages();
      const flow = await reach(stages);
      flow.send({ type: 'opt-out' });
      expect(flow.getState().kind).toBe('opted-out');
      await vi.waitFor(() => expect(flow.getState()).toMatchObject({ delivery: { kind: 'confirmed' } }));
      expect(stages.optOuts).toEqual(['id-document']);
      expect(stages.camerasOpen + stages.visionsOpen).toBe(0);
      expect(stages.waiting).toBeNull();
    });

    it(`unmounting while ${kind} turns everything off`, async () => {
      const stages = new Stages();
      const flow = await reach(stages);
      flow.destroy();
      await vi.waitFor(() => expect(stages.camerasOpen + stages.visionsOpen).toBe(0));
    });

    it(`cancelling while ${kind} turns everything off and sends nothing more`, async () => {
      const stages = new Stages();
      const flow = await reach(stages);
      const sentBefore = stages.sent.length;
      flow.send({ type: 'cancel' });
      expect(flow.getState().kind).toBe('cancelled');
      await vi.waitFor(() => expect(stages.camerasOpen + stages.visionsOpen).toBe(0));
      expect(stages.sent).toHaveLength(sentBefore);
    });
  }

  it('takes the declared second account without a camera', async () => {
    const stages = new Stages();
    const flow = await roads.notice(stages);
    flow.send({ type: 'opt-out', alternativeId: 'second-account' });
    await vi.waitFor(() => expect(stages.optOuts).toEqual(['second-account']));
    expect(stages.camerasOpened).toBe(0);
  });

  it('closes a camera that opens only after the seller has left', async () => {
    const stages = new Stages();
    let open: () => void = () => {};
    stages.openCamera = () =>
      new Promise((resolve) => {
        open = resolve;
      });
    const flow = await consented(stages);
    await vi.waitFor(() => expect(stages.camerasOpened).toBe(1));
    flow.send({ type: 'cancel' });
    open();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(stages.camerasOpen).toBe(0);
  });
});

describe('an interruption', () => {
  it('discards a recording when the page is hidden', async () => {
    const stages = new Stages();
    const flow = await consented(stages);
    await untilReady(flow);
    flow.send({ type: 'start' });
    await until(flow, 'recording');
    stages.turn('hidden');
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'capture.interrupted' }, retryable: true });
    expect(stages.camerasOpen).toBe(0);
  });

  it('reports a camera that goes away while recording', async () => {
    const stages = new Stages();
    const flow = await consented(stages);
    await untilReady(flow);
    flow.send({ type: 'start' });
    await until(flow, 'recording');
    stages.camera?.lose();
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'camera.lost' }, retryable: true });
  });

  it('reports a worker that cannot start, and retry starts another', async () => {
    const stages = new Stages();
    stages.startVision = () => Promise.reject(new CandorError('runtime.worker_failed'));
    const flow = await consented(stages);
    await until(flow, 'failed');
    expect(stages.camerasOpen).toBe(0);
    stages.startVision = null;
    flow.send({ type: 'retry' });
    await untilReady(flow);
  });
});
