import { CandorError } from '../core/errors.js';

/** Hosts on which a browser takes `http` for safe. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

export function refuse(detail: string): never {
  throw new CandorError('config.invalid', { detail });
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.test(hostname));
}

/** Null where it is none. Not by `URL.canParse`, which is newer than some browsers that can do the check. */
function parsed(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** @param base - the page's address, for a relative one.
 * @throws `config.invalid` where it is no https address (http on localhost). */
export function safeAddress(address: string, base?: string): URL {
  const url = parsed(address, base) ?? refuse('src is no address');
  return isSafe(url) ? url : refuse('src is no https address');
}

/** Origins as they stand in `event.origin`: a star, a path or a slash at the end would let in others, or nobody.
 * @throws `config.invalid` naming the first that is none. */
export function checkedOrigins(origins: readonly string[]): ReadonlySet<string> {
  if (origins.length === 0) refuse('allowedParents is empty');
  for (const origin of origins) {
    const url = parsed(origin);
    if (url === null || url.origin !== origin || !isSafe(url))
      refuse(`allowedParents: ${origin} is no origin`);
  }
  return new Set(origins);
}
