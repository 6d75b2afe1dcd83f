import { CandorError, type ErrorCode } from '../core/errors.js';
import type { CameraEnvironment } from './environment.js';
import { appAround } from './in-app.js';

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

/** Nobody reads a question and answers it in less, ms. */
const UNASKED_MS = 500;

export interface Refusal {
  /** What `getUserMedia` threw. */
  readonly cause: unknown;
  /** How long it took. */
  readonly afterMs: number;
}

/** The app in whose browser the camera was refused without a question; null = somebody was asked, or could be. */
function refusingApp(name: string, afterMs: number, { userAgent }: CameraEnvironment): string | null {
  return name === 'NotAllowedError' && afterMs < UNASKED_MS ? appAround(userAgent) : null;
}

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

/** Translates what `getUserMedia` threw, by name and never by text. In another app's browser that refuses by itself, the seller is led
 * to a browser: there is nothing that they could allow. */
export function toOpenError({ cause, afterMs }: Refusal, environment: CameraEnvironment): CandorError {
  const name = nameOf(cause);
  const code = codeOf(name, environment);
  const app = refusingApp(name, afterMs, environment);
  if (app === null || code !== 'camera.permission_denied')
    return new CandorError(code, { cause, detail: name });
  return new CandorError('env.unsupported', { cause, detail: `no camera in the browser of ${app}` });
}
