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

/** The name can be given once in a page, and two doors of the widget may be in it. */
const SHARED = Symbol.for('candor.trusted-types');

/** Makes an address fit for `new Worker`. The policy passes what `isOwn` says and nothing else.
 * @returns the address as it is where there are no Trusted Types, or where the policy was refused: then the browser has
 * the last word. */
export function trustedAddress(url: string, isOwn: (url: string) => boolean): string {
  const scope = globalThis as { trustedTypes?: Factory; [SHARED]?: Policy };
  if (scope.trustedTypes === undefined) return url;
  try {
    scope[SHARED] ??= scope.trustedTypes.createPolicy(POLICY_NAME, {
      createScriptURL: (address) => {
        if (isOwn(address)) return address;
        throw new CandorError('internal', { detail: 'an address that is not the worker' });
      },
    });
    // A TrustedScriptURL, which every sink takes in a string's place.
    return scope[SHARED].createScriptURL(url) as string;
  } catch {
    return url;
  }
}
