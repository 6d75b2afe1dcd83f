import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startFlow } from './create-flow.js';
import { Stages } from './port-doubles.fixture.js';
import type { Flow, FlowOptions, FlowStateKind } from './state.js';

/** A page that nobody sees holds no camera, whenever it was hidden. */

const CONSENT = { type: 'consent', method: 'button', purposeIds: ['duplicate-check'] } as const;

let flow: Flow;

// `vi.waitFor` lets the clock go on: what comes first of a steady face and a page hidden for too long is no matter of luck.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  flow.destroy();
  vi.useRealTimers();
});

async function until(kind: FlowStateKind): Promise<void> {
  await vi.waitFor(() => expect(flow.getState().kind).toBe(kind), { timeout: 4_000, interval: 2 });
}

async function consented(stages: Stages, options: Partial<FlowOptions> = {}): Promise<void> {
  flow = startFlow({ endpoint: 'https://market.example', ...options }, stages.ports);
  await until('notice');
  flow.send(CONSENT);
}

async function untilReady(): Promise<void> {
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'positioning', ready: true }), {
    timeout: 4_000,
    interval: 2,
  });
}

/** A camera whose question the test answers. */
function asking(stages: Stages): () => void {
  let answer: () => void = () => {};
  stages.openCamera = () => new Promise((resolve) => (answer = resolve));
  return () => answer();
}

/** How long the page may be hidden while positioning, ms. */
const HIDDEN_MS = 2_000;
/** The page is hidden while the browser asks for the camera, and the seller allows it all the same. */
async function consentedUnseen(stages: Stages, options: Partial<FlowOptions> = {}): Promise<void> {
  const answer = asking(stages);
  await consented(stages, options);
  await until('permission');
  stages.turn('hidden');
  answer();
}

async function expectInterrupted(stages: Stages): Promise<void> {
  await vi.advanceTimersByTimeAsync(HIDDEN_MS);
  await until('failed');
  expect(flow.getState()).toMatchObject({ error: { code: 'capture.interrupted' }, retryable: true });
  expect(stages.camerasOpen).toBe(0);
}

async function expectRetryWorks(stages: Stages): Promise<void> {
  stages.openCamera = null;
  stages.turn('shown');
  flow.send({ type: 'retry' });
  await untilReady();
}

describe('a page that is hidden', () => {
  it('while the browser’s question is open gives the camera back, and retry works', async () => {
    const stages = new Stages();
    await consentedUnseen(stages);
    await until('positioning');
    await expectInterrupted(stages);
    await expectRetryWorks(stages);
  });

  it('does not record by itself', async () => {
    const stages = new Stages();
    await consentedUnseen(stages, { autoStart: true });
    await expectInterrupted(stages);
    expect(stages.sessionsOpened).toBe(0);
  });

  it('takes no start either', async () => {
    const stages = new Stages();
    await consentedUnseen(stages);
    await untilReady();
    flow.send({ type: 'start' });
    expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false });
    await expectInterrupted(stages);
  });

  it('for a moment goes on, and then starts by itself', async () => {
    const stages = new Stages();
    await consentedUnseen(stages, { autoStart: true });
    await untilReady();
    stages.turn('shown');
    await until('review');
    expect(stages.sessionsOpened).toBe(1);
  });

  it('while the session is opened is not recorded', async () => {
    const stages = new Stages();
    const record = vi.spyOn(stages.ports.camera, 'record');
    await consented(stages);
    await untilReady();
    const { openSession } = stages.ports.transport;
    let give: () => void = () => {};
    vi.spyOn(stages.ports.transport, 'openSession').mockImplementation(async (...asked) => {
      await new Promise<void>((resolve) => (give = resolve));
      return openSession(...asked);
    });
    flow.send({ type: 'start' });
    stages.turn('hidden');
    give();
    await expectInterrupted(stages);
    expect(record).not.toHaveBeenCalled();
  });

  it('when the seller tries again has no camera opened before they are back', async () => {
    const stages = new Stages();
    await consentedUnseen(stages);
    await expectInterrupted(stages);
    flow.send({ type: 'retry' });
    await until('downloading');
    await vi.advanceTimersByTimeAsync(50);
    expect(stages.camerasOpened).toBe(1);
    stages.openCamera = null;
    stages.turn('shown');
    await untilReady();
  });

  it('when another camera is chosen gives that one back', async () => {
    const stages = new Stages();
    await consented(stages);
    await untilReady();
    const answer = asking(stages);
    flow.send({ type: 'switch-camera', deviceId: 'camera-2' });
    await until('permission');
    stages.turn('hidden');
    answer();
    await expectInterrupted(stages);
  });
});

describe('a page that is left or frozen', () => {
  it('gives the camera back at once: no timer runs there', async () => {
    const stages = new Stages();
    await consented(stages);
    await untilReady();
    stages.turn('gone');
    expect(flow.getState()).toMatchObject({ kind: 'failed', error: { code: 'capture.interrupted' } });
    expect(stages.camerasOpen).toBe(0);
    await expectRetryWorks(stages);
  });
});
