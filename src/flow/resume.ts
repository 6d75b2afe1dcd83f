import type { CandorError } from '../core/errors.js';
import type { FlowContext } from './context.js';
import { envelopeSurvives } from './deliver.js';

/** Where retry leads after a failure; null when trying again cannot help. A sealed envelope that is still good is sent
 * again as it is; otherwise the seller, whose consent stands, records again; before consent, discovery is repeated. */
export function resumesAt(
  context: Pick<FlowContext, 'waiting' | 'consent' | 'error'>,
): 'loading' | 'checking' | 'sending' | null {
  const { error, waiting, consent } = context;
  if (error === null || !error.retryable) return null;
  if (envelopeKept({ error, waiting })) return 'sending';
  return consent === null ? 'loading' : 'checking';
}

/** Whether the failure left a sealed envelope that may still be delivered. */
export function envelopeKept(context: { error: CandorError; waiting: FlowContext['waiting'] }): boolean {
  return context.waiting !== null && envelopeSurvives(context.error);
}
