import type { ErrorCode } from '../../core/errors.js';
import { startFlow } from '../../flow/create-flow.js';
import type { Ports } from '../../flow/ports.js';
import type { Flow, FlowCommand, FlowOptions, FlowState, FlowStateKind } from '../../flow/state.js';
import { outsideAct } from './act.js';
import { type Decision, Doubles } from './doubles.js';
import { type FailureCode, isAhead, placeOf } from './failures.js';
import type { SimulatedVerification } from './simulated-verification.js';

/** Longest wait for one step, ms. Sending tries four times within six seconds before it fails. */
const TIMEOUT_MS = 15_000;

type Drive = (state: FlowState) => FlowCommand | null;

/** What the seller presses next on the way to `done`. */
const onward: Drive = (state) => {
  switch (state.kind) {
    case 'notice':
      return { type: 'consent', method: 'button', purposeIds: purposesOf(state) };
    case 'positioning':
      return state.ready && !state.starting ? { type: 'start' } : null;
    case 'review':
      return state.preparing ? null : { type: 'send' };
    default:
      return null;
  }
};

const asFarAsTheCamera: Drive = (state) => (state.kind === 'notice' ? onward(state) : null);

function purposesOf({ view }: Extract<FlowState, { readonly kind: 'notice' }>): readonly string[] {
  return view.notice.purposes.slice(0, 1).map(({ id }) => id);
}

const ENDS: readonly FlowStateKind[] = ['done', 'failed', 'opted-out', 'withdrawn', 'cancelled'];

interface Goal {
  readonly name: string;
  /** States in which nothing leads there any more. */
  readonly tooLate: readonly FlowStateKind[];
  isReached(state: FlowState): boolean;
  readonly drive: Drive;
}

const endsBut = (kind: FlowStateKind): readonly FlowStateKind[] => ENDS.filter((end) => end !== kind);

export class Simulation implements SimulatedVerification {
  readonly #doubles = new Doubles();
  #flow: Flow | null = null;
  readonly #onChange = new Set<() => void>();

  constructor() {
    this.#doubles.isRecording = () => this.state?.kind === 'recording';
  }

  get ports(): Ports {
    return this.#doubles.ports;
  }

  get state(): FlowState | null {
    return this.#flow?.getState() ?? null;
  }

  /** Starts a widget's flow over the doubles. The newest one is driven: React's StrictMode makes two. */
  start(options: FlowOptions): Flow {
    const flow = startFlow(options, this.#doubles.ports);
    this.#flow = flow;
    const tell = (): void => {
      for (const listener of [...this.#onChange]) listener();
    };
    flow.subscribe(tell);
    queueMicrotask(tell);
    return {
      ...flow,
      destroy: () => {
        flow.destroy();
        if (this.#flow === flow) this.#flow = null;
      },
    };
  }

  consent(): Promise<void> {
    return this.#reach({
      name: 'consent',
      tooLate: ENDS,
      isReached: ({ kind }) => kind !== 'loading' && kind !== 'notice',
      drive: onward,
    });
  }

  decline(alternativeId?: string): Promise<void> {
    return this.#reach({
      name: 'decline',
      tooLate: endsBut('opted-out'),
      isReached: (state) => state.kind === 'opted-out' && state.delivery.kind === 'confirmed',
      drive: ({ kind }) =>
        kind === 'loading' || kind === 'opted-out' ? null : { type: 'opt-out', alternativeId },
    });
  }

  reachPositioning(): Promise<void> {
    return this.#reach({
      name: 'reachPositioning',
      tooLate: [...ENDS, 'recording', 'review', 'sending'],
      isReached: (state) => state.kind === 'positioning' && state.ready,
      drive: asFarAsTheCamera,
    });
  }

  finish(decision: Decision): Promise<void> {
    this.#doubles.decision = decision;
    return this.#reach({
      name: 'finish',
      tooLate: endsBut('done'),
      isReached: (state) => state.kind === 'done',
      drive: onward,
    });
  }

  async fail(code: FailureCode): Promise<void> {
    const at = this.state?.kind ?? 'loading';
    const place = placeOf(code);
    if (!isAhead(place, at)) throw new Error(`${code} cannot happen any more in ${at}`);
    this.#doubles.arm(code);
    try {
      await this.#reach({
        name: `fail(${code})`,
        tooLate: endsBut('failed'),
        isReached: (state) => isFailedWith(state, code),
        drive: onward,
      });
    } finally {
      this.#doubles.arm(null);
    }
  }

  #reach(goal: Goal): Promise<void> {
    return outsideAct(() => this.#until(goal));
  }

  #press(command: FlowCommand | null): void {
    if (command !== null) this.#flow?.send(command);
  }

  #until({ name, tooLate, isReached, drive }: Goal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        this.#onChange.delete(look);
        settle();
      };
      const refuse = (why: string): void => end(() => reject(new Error(`${name}: ${why}`)));
      const look = (): void => {
        const { state } = this;
        if (state === null) return;
        if (isReached(state)) end(resolve);
        else if (tooLate.includes(state.kind)) refuse(`the verification is ${said(state)}`);
        else this.#press(drive(state));
      };
      const timer = setTimeout(
        () => refuse(this.state === null ? 'no widget was rendered' : `it stayed ${said(this.state)}`),
        TIMEOUT_MS,
      );
      this.#onChange.add(look);
      look();
    });
  }
}

function isFailedWith(state: FlowState, code: ErrorCode): boolean {
  return state.kind === 'failed' && state.error.code === code;
}

function said(state: FlowState): string {
  return state.kind === 'failed' ? `failed (${state.error.code})` : state.kind;
}
