import type { CandorError } from '../core/errors.js';
import { waitingOf } from './attempt.js';
import type { FlowContext } from './context.js';
import { envelopeSurvives } from './deliver.js';
import type { EnvelopeKept } from './state.js';

/** Where retry leads after a failure; null when trying again cannot help. A sealed envelope that is still good is sent
 * again as it is; otherwise the seller, whose consent stands, records again; before consent, discovery is repeated. */
export function resumesAt({
  attempt,
  consent,
  error,
}: Pick<FlowContext, 'attempt' | 'consent' | 'error'>): 'loading' | 'checking' | 'sending' | null {
  if (error === null || !error.retryable) return null;
  if (envelopeKept(attempt, error) !== 'no') return 'sending';
  return consent === null ? 'loading' : 'checking';
}

/** Where the failure left a sealed envelope that may still be delivered. */
export function envelopeKept(attempt: FlowContext['attempt'], error: CandorError): EnvelopeKept {
  if (waitingOf(attempt) === null || !envelopeSurvives(error)) return 'no';
  return attempt?.kind === 'delivery' && attempt.isStored ? 'in-browser' : 'in-page';
}
