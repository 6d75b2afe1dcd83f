import type { CandorError, ErrorCode } from '../core/errors.js';
import { callHost } from '../core/host-call.js';
import type { Flow, FlowState, FlowStateKind, ToldState } from './state.js';

/** What every {@link StepEvent} has. */
export interface StepTiming {
  readonly kind: 'step';
  /** The step that was left; null for the first one. */
  readonly from: FlowStateKind | null;
  /** How long that one lasted, ms by the monotonic clock, whole. */
  readonly fromMs: number;
  /** Since the first step, ms, whole. */
  readonly sinceStartMs: number;
}

/** One step of the way through the widget, for counting how many get how far. It names states, durations and, for a failure, its
 * code: nothing of the person, no id, no time of day, no verdict and no score. `downloading` is entered by agreeing, `permission` once the
 * first model is there, `positioning` once the camera is on, `opted-out` by declining. */
export type StepEvent =
  | (StepTiming & { readonly step: Exclude<FlowStateKind, 'failed'> })
  | (StepTiming & { readonly step: 'failed'; readonly code: ErrorCode });

/** What failed once may end for good later, with another error: a sealed result that could not be delivered in time.
 * @returns null where nothing failed. */
export function errorOf(state: FlowState | ToldState): CandorError | null {
  return state.kind === 'failed' ? state.error : null;
}

function stepEvent(state: FlowState, timing: StepTiming): StepEvent {
  if (state.kind !== 'failed') return { ...timing, step: state.kind };
  return { ...timing, step: 'failed', code: state.error.code };
}

/** Tells `listener` of the step that the flow is in, and of each one that it enters. What the listener throws is reported as an
 * error of the page and changes nothing.
 * @param now - a clock that never goes back, ms. Default: `performance.now`.
 * @returns what ends it.
 * @example
 * const flow = createFlow({ endpoint: 'https://verify.example/candor' });
 * const stop = followSteps(flow, ({ step, from, fromMs }) => count(step, from, fromMs)); */
export function followSteps(
  flow: Pick<Flow, 'getState' | 'subscribe'>,
  listener: (event: StepEvent) => void,
  now: () => number = () => performance.now(),
): () => void {
  const startMs = now();
  let [before, enteredMs] = [flow.getState(), startMs];
  const tell = (state: FlowState, from: FlowStateKind | null): void => {
    const atMs = now();
    const [fromMs, sinceStartMs] = [Math.round(atMs - enteredMs), Math.round(atMs - startMs)];
    enteredMs = atMs;
    callHost(listener, stepEvent(state, { kind: 'step', from, fromMs, sinceStartMs }));
  };
  tell(before, null);
  return flow.subscribe(() => {
    const previous = before;
    before = flow.getState();
    if (before.kind !== previous.kind || errorOf(before) !== errorOf(previous)) tell(before, previous.kind);
  });
}
