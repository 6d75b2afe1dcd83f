import { CandorError, type ErrorCode } from '../core/errors.js';
import type { CameraEnvironment } from './environment.js';

/** What `getUserMedia` rejects with, by name, and what it means here (requirement B-01). Names that depend on the
 * environment are not in it. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  NotFoundError: 'camera.not_found',
  NotReadableError: 'camera.in_use',
  OverconstrainedError: 'camera.overconstrained',
  AbortError: 'camera.aborted',
  // The document is not fully active: the page was left while the camera opened.
  InvalidStateError: 'camera.aborted',
  SecurityError: 'env.policy_blocked',
};

function codeOf(name: string, environment: CameraEnvironment): ErrorCode {
  if (name === 'NotAllowedError') {
    // The permission state reads `denied` in both cases; only the policy tells them apart (requirement B-03).
    return environment.isCameraAllowed() === false ? 'env.policy_blocked' : 'camera.permission_denied';
  }
  if (name === 'TypeError') return environment.isSecureContext ? 'env.unsupported' : 'env.insecure_context';
  return CODES[name] ?? 'internal';
}

/** Not by class: an error of another realm (a wrapper's frame, a web view) is no `Error` of this one, and older browsers'
 * OverconstrainedError is none of any. */
function nameOf(thrown: unknown): string {
  const name: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'name') : null;
  return typeof name === 'string' && name !== '' ? name : 'unknown';
}

/** Translates what `getUserMedia` threw, by name and never by text. */
export function toOpenError(cause: unknown, environment: CameraEnvironment): CandorError {
  const name = nameOf(cause);
  return new CandorError(codeOf(name, environment), { cause, detail: name });
}
