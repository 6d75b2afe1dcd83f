import type { Outcome } from '../../core/record.js';
import type { FlowState } from '../../flow/state.js';
import type { FailureCode } from './failures.js';

/** Drives the widget that is rendered next. Each method waits until it is there, and goes the seller's way as far as is asked.
 * Use real timers meanwhile. Each rejects with an `Error` that names the state where the way does not lead there any more. */
export interface SimulatedVerification {
  /** Of the newest widget; null while there is none. */
  readonly state: FlowState | null;
  /** The seller agrees. Resolves when the answer was taken: camera and models are on their way. */
  consent(): Promise<void>;
  /** The seller chooses another way; without an id the first one. Resolves when the receiver has confirmed it. */
  decline(alternativeId?: string): Promise<void>;
  /** Resolves when the face is where it should be, and the recording may start. */
  reachPositioning(): Promise<void>;
  /** Records, seals and sends. Resolves in `done` with this decision of the receiver's. */
  finish(decision: Outcome['status']): Promise<void>;
  /** Resolves in `failed` with this code. Codes that come before the notice want this to be called before the widget is rendered.
   * The next try goes well. */
  fail(code: FailureCode): Promise<void>;
}
