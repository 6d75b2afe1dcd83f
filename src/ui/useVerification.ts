import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import { callHost, reportHost } from '../core/host-call.js';
import { headerEntries } from '../core/host-headers.js';
import type { DoneReceipt } from '../core/record.js';
import type { Alternative } from '../core/types.js';
import { toldState } from '../flow/handed-receipt.js';
import { endpointAddress } from '../flow/options.js';
import type { Flow, FlowCommand, FlowOptions, FlowState, ToldState } from '../flow/state.js';
import { errorOf, followSteps, type StepEvent } from '../flow/steps.js';
import { createFlow } from '../flow/wire-up.js';
import { resolveLocale } from './locale.js';

/** What the seller chose instead of the face check, once the receiver knows it or could not be told. */
export interface OptOutChoice {
  readonly alternative: Alternative;
  /** Null while the receiver could not be told. */
  readonly caseId: string | null;
}

/** Called with what happened; none of them carries anything about the face but the seller's own clip in `review`, nor the seller's
 * token or the file that holds it, where `handOverToken` is not set. What
 * they throw is reported as an error of the page and changes nothing. */
export interface VerificationEvents<HandsOver extends boolean = boolean> {
  /** Every time anything changes, also within a state: a hint, the progress, the verdict. */
  readonly onUpdate?: ((state: ToldState<HandsOver>) => void) | undefined;
  /** Every time another state is entered. */
  readonly onStateChange?: ((state: ToldState<HandsOver>) => void) | undefined;
  /** With what was decided; with the seller's token only where `handOverToken` is set. */
  readonly onDone?: ((receipt: DoneReceipt<HandsOver>) => void) | undefined;
  /** Not an error: the seller continues on another way. */
  readonly onOptOut?: ((choice: OptOutChoice) => void) | undefined;
  readonly onError?: ((error: CandorError) => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** For analytics: each step with how long the one before lasted. Nothing of the person is in it. */
  readonly onEvent?: ((event: StepEvent) => void) | undefined;
}

/** Options of {@link useVerification}. */
export interface VerificationOptions<HandsOver extends boolean = boolean>
  extends FlowOptions<HandsOver>,
    VerificationEvents<HandsOver> {}

/** What {@link useVerification} gives: the state to draw, and how to answer. */
export interface Verification<HandsOver extends boolean = boolean> {
  readonly state: FlowState<HandsOver>;
  /** Stable for the life of the component. A command that the state does not know is ignored. */
  readonly send: (command: FlowCommand) => void;
}

const LOADING = { kind: 'loading' } as const;
const noSubscription = (): (() => void) => () => {};

/** A flow that could not be made says why, in the widget, and does nothing else. */
function refusedFlow(error: CandorError, locale: string): Flow {
  const state: FlowState = {
    kind: 'failed',
    error,
    retryable: false,
    envelopeKept: 'no',
    alternatives: [],
    keeps: false,
    locale,
  };
  return { getState: () => state, subscribe: noSubscription, send: () => {}, destroy: () => {} };
}

function makeFlow(options: FlowOptions): Flow {
  const locale = resolveLocale(options.locale);
  try {
    return createFlow({ ...options, locale });
  } catch (thrown) {
    return refusedFlow(asCandorError(thrown, 'config.invalid'), locale);
  }
}

function reportEntry(state: ToldState, events: VerificationEvents): void {
  callHost(events.onStateChange, state);
  if (state.kind === 'done') callHost(events.onDone, state.receipt);
  if (state.kind === 'cancelled') callHost(events.onCancel);
}

function reportDelivery(state: ToldState, events: VerificationEvents): void {
  if (state.kind !== 'opted-out' || state.delivery.kind === 'posting') return;
  const { alternative, delivery } = state;
  const caseId = delivery.kind === 'confirmed' ? delivery.caseId : null;
  callHost(events.onOptOut, { alternative, caseId });
}

function deliveryOf(state: ToldState): unknown {
  return state.kind === 'opted-out' ? state.delivery : null;
}

/** Calls the newest callbacks, so that a host may pass new ones at every render.
 * @returns what follows the flow's changes. */
function reporter(flow: Flow, latest: RefObject<VerificationEvents>): () => void {
  let before: ToldState = LOADING;
  return () => {
    const state = toldState(flow.getState());
    const previous = before;
    before = state;
    callHost(latest.current.onUpdate, state);
    if (state.kind !== previous.kind) reportEntry(state, latest.current);
    const error = errorOf(state);
    if (error !== null && error !== errorOf(previous)) callHost(latest.current.onError, error);
    if (deliveryOf(state) !== deliveryOf(previous)) reportDelivery(state, latest.current);
  };
}

/** Headers may change while the flow runs (a token is renewed): the flow keeps one object, and this fills it anew. Those that
 * the host cannot say now stay as they were. */
function refill(headers: Record<string, string>, options: VerificationOptions): void {
  try {
    const given = Object.fromEntries(headerEntries(options.headers));
    for (const name of Object.keys(headers)) delete headers[name];
    Object.assign(headers, given);
  } catch (thrown) {
    reportHost(thrown);
  }
}

/** The same for each way to write one endpoint. What is no address is refused when the flow is made. */
export function sameEndpoint(endpoint: string): string {
  return endpointAddress(endpoint, globalThis.document?.baseURI) ?? inKey(endpoint);
}

/** An option in a key. Of what is no text, which is refused when the flow is made, the kind alone: a bigint, and much else, can be
 * written into none, and what a key threw would take the page with it. */
export function inKey(option: unknown): string {
  return typeof option === 'string' ? option : `\0${typeof (option ?? undefined)}`;
}

/** Whose verification it is, and where: when it changes, everything begins anew. */
export function verificationKey({ endpoint, subject }: Pick<FlowOptions, 'endpoint' | 'subject'>): string {
  return JSON.stringify([sameEndpoint(endpoint), inKey(subject)]);
}

/** One flow per mount: made in the browser after the first render, destroyed with the component, so that React's
 * StrictMode, which mounts twice, leaves one alive. `headers` and the callbacks are always the newest ones; another
 * `endpoint` or `subject` is another verification and starts anew, and nothing of the one before is shown in it; every
 * other option is read when the flow is made. An option that cannot be used is the state `failed`, with `config.invalid`.
 * @example
 * const { state, send } = useVerification({ endpoint: 'https://verify.example/candor' });
 * if (state.kind === 'notice') return <button onClick={() => send({ type: 'opt-out' })}>No, thank you</button>; */
export function useVerification<HandsOver extends boolean = boolean>(
  options: VerificationOptions<HandsOver>,
): Verification<HandsOver> {
  // What its states carry is what the option says.
  return useAnyVerification(options as VerificationOptions) as Verification<HandsOver>;
}

function useAnyVerification(options: VerificationOptions): Verification {
  const latest = useRef(options);
  const [headers] = useState<Record<string, string>>({});
  const [made, setMade] = useState<{ readonly flow: Flow; readonly about: string } | null>(null);
  const about = verificationKey(options);
  const flow = made?.about === about ? made.flow : null;
  useEffect(() => {
    latest.current = options;
    refill(headers, options);
  });
  useEffect(() => {
    const started = makeFlow({ ...flowOptions(latest.current), headers });
    const report = reporter(started, latest);
    const unsubscribe = started.subscribe(report);
    const unfollow = followSteps(started, (event) => callHost(latest.current.onEvent, event));
    setMade({ flow: started, about });
    report();
    return () => {
      unsubscribe();
      unfollow();
      started.destroy();
      setMade(null);
    };
  }, [about, headers]);
  const getState = (): FlowState => flow?.getState() ?? LOADING;
  const state = useSyncExternalStore(flow?.subscribe ?? noSubscription, getState, () => LOADING);
  const send = useCallback((command: FlowCommand) => flow?.send(command), [flow]);
  return { state, send };
}

function flowOptions(options: VerificationOptions): FlowOptions {
  const { onUpdate, onStateChange, onDone, onOptOut, onError, onCancel, onEvent, ...rest } = options;
  return rest;
}
