import { expect, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import { startFlow } from './create-flow.js';
import type { Stages } from './port-doubles.fixture.js';
import type { Flow, FlowOptions, FlowStateKind } from './state.js';

/** How far a flow over doubles goes before a test looks at it. */

const OPTIONS: FlowOptions = { endpoint: 'https://market.example' };
export const CONSENT = { type: 'consent', method: 'button', purposeIds: ['duplicate-check'] } as const;

let flows: Flow[] = [];

export function start(stages: Stages, options: Partial<FlowOptions> = {}): Flow {
  const flow = startFlow({ ...OPTIONS, ...options }, stages.ports);
  flows.push(flow);
  return flow;
}

export async function until(flow: Flow, kind: FlowStateKind): Promise<void> {
  await vi.waitFor(() => expect(flow.getState().kind).toBe(kind), { timeout: 3_000, interval: 2 });
}

export async function untilReady(flow: Flow): Promise<void> {
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'positioning', ready: true }), {
    timeout: 3_000,
    interval: 2,
  });
}

export async function untilReview(flow: Flow): Promise<void> {
  await untilReady(flow);
  flow.send({ type: 'start' });
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'review', preparing: false }), {
    timeout: 3_000,
    interval: 2,
  });
}

/** Longer than the few quick tries take. */
const TRIES_MS = 10_000;
const STEP_MS = 100;

/** Sends to a receiver that does not answer, until the flow gives up; the waiting between the tries takes no time. No longer than
 * that: the flow tries again by itself. */
export async function sendInVain(flow: Flow): Promise<void> {
  vi.useFakeTimers();
  try {
    flow.send({ type: 'send' });
    for (let waitedMs = 0; waitedMs < TRIES_MS && flow.getState().kind === 'sending'; waitedMs += STEP_MS)
      await vi.advanceTimersByTimeAsync(STEP_MS);
  } finally {
    vi.useRealTimers();
  }
  await until(flow, 'failed');
}

export async function consented(stages: Stages, options: Partial<FlowOptions> = {}): Promise<Flow> {
  const flow = start(stages, options);
  await until(flow, 'notice');
  flow.send(CONSENT);
  return flow;
}

/** A seller whose envelope was sent once without an answer, and who closed the page. */
export async function leftBehind(stages: Stages): Promise<void> {
  stages.submitFailures = [new CandorError('submit.network')];
  const first = await consented(stages);
  await untilReview(first);
  first.send({ type: 'send' });
  await vi.waitFor(() => expect(stages.unanswered.size).toBe(1));
  first.destroy();
}

export function endAll(): void {
  for (const flow of flows) flow.destroy();
  flows = [];
}
