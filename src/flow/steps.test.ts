import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { CandorError, ERROR_CODES } from '../core/errors.js';
import { startFlow } from './create-flow.js';
import { CONSENT } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import type { Flow, FlowState, FlowStateKind } from './state.js';
import { followSteps, type StepEvent } from './steps.js';

/** Every kind of step that there is; another one does not compile without its line. */
const KINDS = Object.keys({
  loading: 0,
  notice: 0,
  downloading: 0,
  permission: 0,
  positioning: 0,
  recording: 0,
  review: 0,
  sending: 0,
  done: 0,
  'opted-out': 0,
  withdrawn: 0,
  failed: 0,
  cancelled: 0,
} satisfies Record<FlowStateKind, 0>);

const SUBJECT = 'shop:lena-kranich';

let flow: Flow | null = null;
const reportError = vi.fn();

beforeEach(() => {
  reportError.mockClear();
  vi.stubGlobal('reportError', reportError);
});

afterEach(() => {
  flow?.destroy();
  vi.unstubAllGlobals();
});

/** A flow that a test enters the states of. */
class Steered {
  readonly #listeners: (() => void)[] = [];
  #state: FlowState = { kind: 'loading' };

  getState = (): FlowState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.push(listener);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  };

  enter(state: FlowState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const failedWith = (code: CandorError['code']): FlowState => ({
  kind: 'failed',
  error: new CandorError(code),
  retryable: true,
  envelopeKept: 'no',
  alternatives: [],
  keeps: false,
  locale: 'en',
});

/** What an event may say, and in which form. */
function expectAnonymous(event: StepEvent): void {
  const { kind, step, from, fromMs, sinceStartMs, ...rest } = event;
  expect(kind).toBe('step');
  expect(KINDS).toContain(step);
  if (from !== null) expect(KINDS).toContain(from);
  for (const ms of [fromMs, sinceStartMs]) expect(Number.isInteger(ms) && ms >= 0).toBe(true);
  if (event.step !== 'failed') expect(rest).toEqual({});
  else {
    expect(rest).toEqual({ code: event.code });
    expect(ERROR_CODES).toContain(event.code);
  }
}

describe('followSteps', () => {
  it('tells how long each step lasted, and how long it is since the first', () => {
    const steered = new Steered();
    let nowMs = 1_000;
    const told: StepEvent[] = [];
    followSteps(
      steered,
      (event) => told.push(event),
      () => nowMs,
    );
    nowMs = 1_250.4;
    steered.enter({ kind: 'permission', waitingLong: false });
    nowMs = 9_000;
    steered.enter({ kind: 'permission', waitingLong: true });
    nowMs = 9_500;
    steered.enter(failedWith('camera.not_found'));
    expect(told).toEqual([
      { kind: 'step', step: 'loading', from: null, fromMs: 0, sinceStartMs: 0 },
      { kind: 'step', step: 'permission', from: 'loading', fromMs: 250, sinceStartMs: 250 },
      {
        kind: 'step',
        step: 'failed',
        code: 'camera.not_found',
        from: 'permission',
        fromMs: 8_250,
        sinceStartMs: 8_500,
      },
    ]);
  });

  it('tells of a failure that becomes another one, and of nothing after it is ended', () => {
    const steered = new Steered();
    const told: StepEvent[] = [];
    const stop = followSteps(steered, (event) => told.push(event));
    steered.enter(failedWith('submit.network'));
    steered.enter(failedWith('session.expired'));
    stop();
    steered.enter({ kind: 'loading' });
    expect(told.map((event) => (event.step === 'failed' ? event.code : event.step))).toEqual([
      'loading',
      'submit.network',
      'session.expired',
    ]);
  });

  it('goes by a clock that never goes back', () => {
    const steered = new Steered();
    const told: StepEvent[] = [];
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(100).mockReturnValue(140);
    const date = vi.spyOn(Date, 'now').mockReturnValue(0);
    followSteps(steered, (event) => told.push(event));
    steered.enter({ kind: 'permission', waitingLong: false });
    expect(told.at(-1)).toMatchObject({ sinceStartMs: 40 });
    now.mockRestore();
    date.mockRestore();
  });

  it('carries nothing of the person, no id and no score, on a way through a whole flow', async () => {
    const stages = new Stages();
    const told: StepEvent[] = [];
    flow = startFlow({ endpoint: 'https://market.example', subject: SUBJECT }, stages.ports);
    followSteps(flow, (event) => told.push(event));
    await vi.waitFor(() => expect(flow?.getState().kind).toBe('notice'));
    flow.send({ type: 'opt-out' });
    await vi.waitFor(() => expect(flow?.getState()).toMatchObject({ delivery: { kind: 'confirmed' } }));
    expect(told.map(({ step }) => step)).toEqual(['loading', 'notice', 'opted-out']);
    told.forEach(expectAnonymous);
    expect(JSON.stringify(told)).not.toContain(SUBJECT);
  });

  it('enters the download by agreeing, and the permission once the first model is there', async () => {
    const stages = new Stages();
    let arrive = (): void => {};
    stages.startVision = () => new Promise<void>((resolve) => (arrive = resolve));
    let nowMs = 0;
    const told: StepEvent[] = [];
    flow = startFlow({ endpoint: 'https://market.example' }, stages.ports);
    followSteps(
      flow,
      (event) => told.push(event),
      () => nowMs,
    );
    const entered = (step: FlowStateKind) => vi.waitFor(() => expect(told.at(-1)?.step).toBe(step));
    await entered('notice');
    nowMs = 4_000;
    flow.send(CONSENT);
    await entered('downloading');
    nowMs = 34_000;
    await vi.waitFor(() => {
      arrive();
      expect(told.at(-1)?.step).toBe('positioning');
    });
    expect(
      told.slice(1).map(({ step, from, fromMs, sinceStartMs }) => [step, from, fromMs, sinceStartMs]),
    ).toEqual([
      ['notice', 'loading', 0, 0],
      ['downloading', 'notice', 4_000, 4_000],
      ['permission', 'downloading', 30_000, 34_000],
      ['positioning', 'permission', 0, 34_000],
    ]);
  });

  it('has no field for more than that', () => {
    type Fields = StepEvent extends infer One ? (One extends StepEvent ? keyof One : never) : never;
    expectTypeOf<Fields>().toEqualTypeOf<'kind' | 'step' | 'from' | 'fromMs' | 'sinceStartMs' | 'code'>();
    expectTypeOf<StepEvent['step']>().toEqualTypeOf<FlowStateKind>();
    expectTypeOf<StepEvent['fromMs'] | StepEvent['sinceStartMs']>().toEqualTypeOf<number>();
  });

  it.each([
    [
      'throws',
      () => {
        throw new ReferenceError('analytics is not defined');
      },
    ],
    ['rejects', () => Promise.reject(new ReferenceError('analytics is not defined'))],
  ])('reports a listener that %s, and the flow goes on', async (_how, listener) => {
    flow = startFlow({ endpoint: 'https://market.example' }, new Stages().ports);
    followSteps(flow, listener);
    await vi.waitFor(() => expect(flow?.getState().kind).toBe('notice'));
    flow.send({ type: 'cancel' });
    await vi.waitFor(() => expect(flow?.getState().kind).toBe('cancelled'));
    await vi.waitFor(() => expect(reportError).toHaveBeenCalledTimes(3));
    expect(reportError.mock.calls[0]?.[0]).toMatchObject({ message: 'analytics is not defined' });
  });
});
