import { withTimeout } from './abort.js';
import type { Bytes } from './bytes.js';
import { CandorError } from './errors.js';
import { underPolicy } from './policy.js';
import { retryOf, type Try, tryQuietly, underFreshQuery } from './retry.js';
import { shownAddress } from './shown-address.js';

/** Longest silence of a server in the middle of a file, ms. */
const SILENCE_MS = 20_000;

export interface FileRequest {
  readonly url: string;
  /** As it is named to whoever looks for the fault. */
  readonly file: string;
  /** From the first try past the HTTP cache, which may hold a broken copy for a year. */
  readonly isDistrusted: boolean;
  readonly signal: AbortSignal;
  /** Why these bytes are not the file; null when they are. */
  readonly faultOf: (bytes: Bytes) => Promise<CandorError | null>;
}

/** Fetches a file. What arrives broken, late or not at all is fetched again past the HTTP cache, and at last under a fresh
 * query, past a service worker and a proxy that remember it too.
 * @throws `assets.load_failed` or what `faultOf` says, `env.csp_blocked`; the signal's reason. */
export function fetchFile(request: FileRequest): Promise<Bytes> {
  return tryQuietly(request.signal, (index) => tryOnce(request, index));
}

async function tryOnce(request: FileRequest, index: number): Promise<Try<Bytes>> {
  const { url, file, isDistrusted, signal, faultOf } = request;
  const address = index === 2 ? underFreshQuery(url) : url;
  const cache = index === 0 && !isDistrusted ? 'default' : 'reload';
  const at = `${file} at ${shownAddress(url)}`;
  try {
    const response = await quickly(signal, (inner) => {
      const init = { credentials: 'same-origin', cache, signal: inner } as const;
      return underPolicy(url, () => fetch(address, init));
    });
    if (!response.ok) {
      const error = new CandorError('assets.load_failed', { detail: `${at}, HTTP ${response.status}` });
      return { kind: 'failed', error, again: retryOf(response) };
    }
    const value = await readBytes(response, signal);
    const error = await faultOf(value);
    return error === null ? { kind: 'done', value } : { kind: 'failed', error, again: 'soon' };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof CandorError && cause.code === 'env.csp_blocked')
      return { kind: 'failed', error: cause, again: 'never' };
    const late = cause instanceof CandorError && cause.code === 'assets.timeout';
    const detail = late ? `${at}, no answer for ${SILENCE_MS} ms` : at;
    return { kind: 'failed', error: new CandorError('assets.load_failed', { cause, detail }), again: 'soon' };
  }
}

function quickly<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return withTimeout(SILENCE_MS, 'assets.timeout', signal, work);
}

/** @throws when the body breaks off or the server falls silent. */
async function readBytes(response: Response, signal: AbortSignal): Promise<Bytes> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  if (reader === undefined) return new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await quickly(signal, () => reader.read());
      if (done) break;
      parts.push(value);
      length += value.length;
    }
  } catch (error) {
    // Not waited for: a connection that is silent does not answer this either.
    void reader.cancel().catch(() => {});
    throw error;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
