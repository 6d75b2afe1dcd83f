import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { EmbeddingRuntime } from '../vision/protocol.js';
import { consented, endAll, until, untilReady } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import type { Flow } from './state.js';

/** What happens while the files are on their way: on a slow line that takes a minute. */

afterEach(endAll);

const WASM: EmbeddingRuntime = { backend: 'wasm', threads: 1 };

function gate(): readonly [passed: Promise<void>, open: () => void] {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return [passed, () => open()];
}

/** Stages whose worker, or whose embedding model, is there when the test says so. */
function waiting(): {
  readonly stages: Stages;
  readonly arrive: () => void;
  readonly arriveRest: () => void;
} {
  const stages = new Stages();
  const [first, arrive] = gate();
  const [rest, arriveRest] = gate();
  stages.startVision = () => first;
  stages.embeddingReady = rest.then(() => WASM);
  return { stages, arrive, arriveRest };
}

/** Long enough for a flow over doubles to do whatever it would do. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

describe('until the first model is there', () => {
  it('the camera is not asked for, and how much has come is told', async () => {
    const { stages, arrive } = waiting();
    const flow = await consented(stages);
    await until(flow, 'downloading');
    expect(flow.getState()).toEqual({ kind: 'downloading', loadedBytes: 0, totalBytes: 1_000 });
    await vi.waitFor(() => {
      stages.tellDownload({ stage: 'landmarks', loadedBytes: 400, totalBytes: 1_000 });
      expect(flow.getState()).toEqual({ kind: 'downloading', loadedBytes: 400, totalBytes: 1_000 });
    });
    await aMoment();
    expect(stages.camerasOpened).toBe(0);
    arrive();
    await until(flow, 'positioning');
    expect(stages.camerasOpened).toBe(1);
  });

  it.each([
    ['cancel', 'cancelled'],
    ['opt-out', 'opted-out'],
  ] as const)('%s works', async (type, kind) => {
    const { stages, arrive } = waiting();
    const flow = await consented(stages);
    await until(flow, 'downloading');
    flow.send({ type });
    await until(flow, kind);
    arrive();
    await aMoment();
    expect(stages.camerasOpened + stages.visionsOpen).toBe(0);
  });

  it('another camera cannot be chosen', async () => {
    const { stages } = waiting();
    const flow = await consented(stages);
    await until(flow, 'downloading');
    flow.send({ type: 'switch-camera', deviceId: 'camera-2' });
    await aMoment();
    expect(flow.getState().kind).toBe('downloading');
    expect(stages.camerasOpened).toBe(0);
  });

  it('a file that does not come is told with the camera off', async () => {
    const stages = new Stages();
    stages.startVision = () => Promise.reject(new CandorError('assets.load_failed'));
    const flow = await consented(stages);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'assets.load_failed' }, retryable: true });
    expect(stages.camerasOpened).toBe(0);
  });

  it('whoever looks elsewhere meanwhile has a camera that stays off until they are back', async () => {
    const { stages, arrive } = waiting();
    const flow = await consented(stages);
    await until(flow, 'downloading');
    stages.turn('hidden');
    arrive();
    await aMoment();
    expect(stages.camerasOpened).toBe(0);
    stages.turn('shown');
    await until(flow, 'positioning');
  });
});

describe('until the second model is there', () => {
  async function positioned(stages: Stages, options = {}): Promise<Flow> {
    const flow = await consented(stages, options);
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ hint: 'preparing', ready: false }));
    return flow;
  }

  it('no recording starts, by itself or by a press, and how much has come is told', async () => {
    const { stages, arrive, arriveRest } = waiting();
    arrive();
    const flow = await positioned(stages, { autoStart: true });
    stages.tellDownload({ stage: 'embedding', loadedBytes: 30, totalBytes: 100 });
    expect(flow.getState()).toMatchObject({ download: { loadedBytes: 30, totalBytes: 100 } });
    flow.send({ type: 'start' });
    await aMoment();
    expect(stages.sessionsOpened).toBe(0);
    stages.tellDownload({ stage: 'embedding', loadedBytes: 100, totalBytes: 100 });
    expect(flow.getState()).toMatchObject({ kind: 'positioning', download: null });
    arriveRest();
    await until(flow, 'review');
  });

  it('nor with what stands in the way of it', async () => {
    const { stages, arrive, arriveRest } = waiting();
    stages.hint = 'light.uneven';
    arrive();
    const flow = await consented(stages);
    const stuck = (mayStartAnyway: boolean) =>
      vi.waitFor(
        () => expect(flow.getState()).toMatchObject({ stuckFor: 'light.uneven', mayStartAnyway }),
        5_000,
      );
    await stuck(false);
    flow.send({ type: 'start-anyway' });
    await aMoment();
    expect(stages.sessionsOpened).toBe(0);
    arriveRest();
    await stuck(true);
    flow.send({ type: 'start-anyway' });
    await until(flow, 'review');
  });

  it('nor does another camera change that', async () => {
    const { stages, arrive, arriveRest } = waiting();
    arrive();
    const flow = await positioned(stages);
    flow.send({ type: 'switch-camera', deviceId: 'camera-2' });
    await vi.waitFor(() => expect(stages.camerasOpened).toBe(2));
    await until(flow, 'positioning');
    await aMoment();
    flow.send({ type: 'start' });
    expect(stages.sessionsOpened).toBe(0);
    arriveRest();
    await untilReady(flow);
  });
});
