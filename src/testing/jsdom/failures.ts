import type { ErrorCode } from '../../core/errors.js';
import type { FlowStateKind } from '../../flow/state.js';

/** Where on the seller's way each code happens, so that a test can let it happen. */

/** Codes that end a verification in `failed`. The others refuse an option, belong to the time after `done`, or to no failure. */
export type FailureCode = Exclude<
  ErrorCode,
  | `${'config' | 'consent' | 'optout' | 'withdrawal' | 'objection' | 'receipt' | 'embedding' | 'frame'}.${string}`
  | `storage.${string}`
  | 'clip.unsupported'
>;

/** `setup`: camera, worker and models, from the permission until the last picture. */
export type Place = 'preflight' | 'discovery' | 'setup' | 'session' | 'recording' | 'sending';

type AreaOf<Code extends string> = Code extends `${infer Area}.${string}` ? Area : Code;

const BY_AREA: Readonly<Record<AreaOf<FailureCode>, Place>> = {
  env: 'preflight',
  crypto: 'preflight',
  discovery: 'discovery',
  camera: 'setup',
  assets: 'setup',
  runtime: 'setup',
  internal: 'setup',
  session: 'session',
  clip: 'recording',
  capture: 'recording',
  submit: 'sending',
};

const BY_CODE: { readonly [Code in FailureCode]?: Place } = {
  // These three show when the worker starts.
  'env.csp_blocked': 'setup',
  'env.coep_blocked': 'setup',
  'env.pixels_unreadable': 'setup',
  'crypto.bad_public_key': 'discovery',
  // The answer to an envelope.
  'session.expired': 'sending',
  'session.used': 'sending',
  'session.unknown': 'sending',
};

export function placeOf(code: FailureCode): Place {
  const area = code.split('.', 1)[0] as AreaOf<FailureCode>; // what is before the dot, by the type's own definition
  return BY_CODE[code] ?? BY_AREA[area];
}

/** By how far they are on the seller's way. Nothing that could fail comes after an end. */
const POSITION: Readonly<Record<FlowStateKind, number>> = {
  loading: 0,
  notice: 1,
  downloading: 2,
  permission: 3,
  positioning: 4,
  recording: 5,
  review: 6,
  sending: 7,
  done: Infinity,
  'opted-out': Infinity,
  withdrawn: Infinity,
  failed: Infinity,
  cancelled: Infinity,
};

const LAST_STATE: Readonly<Record<Place, FlowStateKind>> = {
  preflight: 'loading',
  discovery: 'loading',
  setup: 'recording',
  session: 'positioning',
  recording: 'recording',
  sending: 'review',
};

/** Whether a verification in this state still has that place before it. */
export function isAhead(place: Place, kind: FlowStateKind): boolean {
  return POSITION[kind] <= POSITION[LAST_STATE[place]];
}
