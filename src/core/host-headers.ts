import { CandorError } from './errors.js';
import { reportHost } from './host-call.js';

/** Headers as a host hands them over: an object, `Headers`, or pairs. */
export type HostHeaders = object | null | undefined;

/** @throws what the host's own code throws while it is read. */
export function headerEntries(given: HostHeaders): [name: string, value: string][] {
  if (given === null || given === undefined) return [];
  const pairs: Iterable<[string, string]> = isIterable(given) ? given : Object.entries(given);
  return [...pairs];
}

function isIterable(given: object): given is Iterable<[string, string]> {
  return Symbol.iterator in given;
}

/** @throws `config.invalid` where they are no headers, or what the host's own code throws. */
export function readHeaders(given: HostHeaders): Headers {
  const entries = headerEntries(given);
  try {
    return new Headers(entries);
  } catch {
    // Without the cause: a browser's repeats the value, which may be a token.
    throw new CandorError('config.invalid', { detail: 'headers' });
  }
}

/** The host's headers as they stand when they are asked for: a token is renewed meanwhile. Those that the host cannot say now, or
 * that are none, stay as they were, and the page hears of it.
 * @returns a function that throws `config.invalid` where the first ones are no headers. */
export function hostHeaders(given: HostHeaders): () => Headers {
  let last: Headers | null = null;
  return () => {
    try {
      last = readHeaders(given);
    } catch (thrown) {
      if (last === null && thrown instanceof CandorError) throw thrown;
      reportHost(thrown);
    }
    return new Headers(last ?? {});
  };
}
