import { CandorError } from './errors.js';

/** Trusted Types: where a page asks for them, a worker's address must have passed a policy with a name. */

export const POLICY_NAME = 'candor';

/** As much of the browser's `trustedTypes` as is used; TypeScript's library does not have it yet. */
interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}
interface Policy {
  createScriptURL(url: string): unknown;
}

type IsOwn = (url: string) => boolean;

interface Shared {
  readonly policy: Policy;
  /** What each build of the widget in this page knows for its own worker. */
  readonly known: Set<IsOwn>;
}

/** The name can be given once in a page, and two doors of the widget, or two builds, may be in it. */
const SHARED = Symbol.for('candor.trusted-types');

/** Makes an address fit for `new Worker`. The policy passes what `isOwn` says and nothing else.
 * @returns the address as it is where there are no Trusted Types, or where the policy was refused: then the browser has
 * the last word. */
export function trustedAddress(url: string, isOwn: IsOwn): string {
  const scope = globalThis as { trustedTypes?: Factory; [SHARED]?: Shared };
  if (scope.trustedTypes === undefined) return url;
  try {
    scope[SHARED] ??= sharedOf(scope.trustedTypes);
    scope[SHARED].known.add(isOwn);
    // A TrustedScriptURL, which every sink takes in a string's place.
    return scope[SHARED].policy.createScriptURL(url) as string;
  } catch {
    return url;
  }
}

function sharedOf(factory: Factory): Shared {
  const known = new Set<IsOwn>();
  const policy = factory.createPolicy(POLICY_NAME, {
    createScriptURL: (address) => {
      if ([...known].some((isOwn) => isOwn(address))) return address;
      throw new CandorError('internal', { detail: 'an address that is not the worker' });
    },
  });
  return { policy, known };
}
