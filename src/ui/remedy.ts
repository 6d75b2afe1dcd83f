import type { CandorError, ErrorCode } from '../core/errors.js';
import type { MessageKey } from './messages/types.js';

/** Codes whose remedy names another option, or the way without a face. A test holds them against the English words. */
const NAME_A_WAY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'config.invalid',
  'consent.required',
  'env.insecure_context',
  'env.unsupported',
  'env.policy_blocked',
  'env.csp_blocked',
  'env.coep_blocked',
  'env.pixels_unreadable',
  'camera.permission_denied',
  'camera.not_found',
  'camera.aborted',
  'clip.wrong_length',
  'assets.integrity_failed',
  'assets.timeout',
  'runtime.worker_failed',
  'runtime.wasm_failed',
  'runtime.model_failed',
  'runtime.timeout',
  'runtime.gpu_lost',
  'runtime.frozen',
  'crypto.unavailable',
  'crypto.bad_public_key',
  'discovery.malformed',
  'discovery.unknown_version',
  'discovery.no_valid_key',
  'discovery.key_mismatch',
  'discovery.signature_invalid',
  'discovery.rolled_back',
  'discovery.no_alternative',
  'discovery.no_threshold',
  'discovery.no_notice',
  'discovery.model_mismatch',
  'session.refused',
  'session.cooling_down',
  'session.attempts_exhausted',
  'session.malformed',
  'session.expired',
  'session.used',
  'session.unknown',
  'submit.refused',
  'submit.discarded',
  'internal',
]);

/** What the seller can do next, and no word of what this screen does not have. Before the receiver was heard, at a desk and once a
 * result is in there is no other way to choose.
 * @param isKept - the sealed result is: it is sent again, and nothing is recorded. */
export function remedyFor(
  { code, retryable, area }: CandorError,
  offersWay: boolean,
  isKept = false,
): MessageKey {
  if (isKept && area !== 'submit') return 'error.submit.network.remedy';
  if (offersWay || !NAME_A_WAY.has(code)) return `error.${code}.remedy`;
  return retryable ? 'failed.againOrTell' : 'failed.tell';
}
