import type { CandorError } from '../core/errors.js';

/** What an earlier visit of the same seller could not deliver. */
export type Undelivered =
  /** Sealed and still in time: it can be sent, by the seller's own press, or deleted. At `until`, the receiver's time, it is deleted. */
  | { readonly kind: 'waiting'; readonly since: string; readonly until: string }
  /** It may have arrived, but cannot be sent from here; it can be deleted. On a desk also what another page is delivering. */
  | { readonly kind: 'unanswered'; readonly since: string }
  /** The same, and its time is over by the receiver's clock: it was deleted here, and cannot be sent from anywhere. */
  | { readonly kind: 'expired'; readonly since: string }
  | { readonly kind: 'deleting'; readonly since: string }
  /** The receiver could not be asked to delete what may have arrived. */
  | { readonly kind: 'undeleted'; readonly since: string; readonly error: CandorError };

/** What is known, at the end, of what may have been sent. */
export type Aftermath =
  | { readonly kind: 'nothing-sent' }
  /** Something was sent and not answered: the receiver is being asked to delete it. */
  | { readonly kind: 'asking' }
  /** This browser's storage did not answer, where something of an earlier visit may be: it may have been sent, or may still be here.
   * `withdraw` tries again. */
  | { readonly kind: 'unknown' }
  /** The receiver has confirmed that nothing of it is stored. */
  | { readonly kind: 'nothing-stored' }
  /** It could not be asked; `withdraw` asks again. */
  | { readonly kind: 'may-have-arrived'; readonly error: CandorError };
