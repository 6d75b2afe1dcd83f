import type { CandorError } from '../core/errors.js';
import type { DoneReceipt } from '../core/record.js';
import type { ToldState } from '../flow/state.js';
import type { StepEvent } from '../flow/steps.js';
import type { OptOutChoice } from '../ui/useVerification.js';
import { SharedOptions } from './shared-options.js';

/** What `<candor-verification>` tells its page, by the event's name. None of them bubbles; each has its subject in `detail`. */
export interface VerificationEventMap {
  /** Another state is entered. In `done` the seller's file is only where `handOverToken` is set. */
  readonly statechange: CustomEvent<ToldState>;
  /** The receiver has confirmed the check. With the seller's token only where `handOverToken` is set. */
  readonly done: CustomEvent<DoneReceipt>;
  /** Not an error: the seller continues on another way. */
  readonly optout: CustomEvent<OptOutChoice>;
  readonly error: CustomEvent<CandorError>;
  readonly cancel: CustomEvent<null>;
  /** For analytics: each step with how long the one before lasted. */
  readonly step: CustomEvent<StepEvent>;
}

/** An element whose listeners are given what the events of {@link VerificationEventMap} carry. */
export interface VerificationTarget extends HTMLElement {
  addEventListener<K extends keyof VerificationEventMap>(
    type: K,
    listener: (this: VerificationTarget, event: VerificationEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof VerificationEventMap>(
    type: K,
    listener: (this: VerificationTarget, event: VerificationEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** The shared options, with the listeners of {@link VerificationTarget}. */
export const VerificationTargetBase = SharedOptions as unknown as new () => VerificationTarget &
  SharedOptions;
