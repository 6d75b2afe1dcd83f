import { withTimeout } from './abort.js';
import type { Bytes } from './bytes.js';
import { CandorError } from './errors.js';
import { PartialFile } from './partial-file.js';
import { underPolicy } from './policy.js';
import { type Again, retryOf, type Try, tryQuietly, underFreshQuery } from './retry.js';
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
  /** How much of the file is there, bytes; less than before where it has to come anew. */
  readonly onProgress?: (loadedBytes: number) => void;
}

/** Fetches a file. One whose transfer breaks off is gone on with, where the server says that it still has the same. What arrives broken,
 * late or not at all is fetched again past the HTTP cache, and at last under a fresh query, past a service worker and a proxy that
 * remember it too.
 * @throws `assets.load_failed` or what `faultOf` says, `env.csp_blocked`; the signal's reason. */
export function fetchFile(request: FileRequest): Promise<Bytes> {
  const partial = new PartialFile();
  return tryQuietly(request.signal, (index) => tryOnce(request, partial, index));
}

async function tryOnce(request: FileRequest, partial: PartialFile, index: number): Promise<Try<Bytes>> {
  const { url, file, signal, faultOf } = request;
  const at = `${file} at ${shownAddress(url)}`;
  try {
    const response = await ask(request, partial, index);
    const refusal = refusalOf(response, partial);
    if (refusal !== null) {
      void response.body?.cancel().catch(() => {});
      const error = new CandorError('assets.load_failed', { detail: `${at}, HTTP ${response.status}` });
      return { kind: 'failed', error, again: refusal };
    }
    await readInto(partial, response, request);
    const value = partial.whole();
    partial.forget();
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

function ask(
  { url, isDistrusted, signal }: FileRequest,
  partial: PartialFile,
  index: number,
): Promise<Response> {
  const address = index === 2 ? underFreshQuery(url) : url;
  const rest = partial.rest();
  // A rest is nothing for a cache to keep under the name of the whole.
  const cache = rest !== null ? 'no-store' : index === 0 && !isDistrusted ? 'default' : 'reload';
  return quickly(signal, (inner) => {
    const init = { credentials: 'same-origin', cache, headers: { ...rest }, signal: inner } as const;
    return underPolicy(url, () => fetch(address, init));
  });
}

/** When to ask again instead of reading this answer; null = it is to be read. */
function refusalOf(response: Response, partial: PartialFile): Again | null {
  if (response.ok) return partial.expect(response) ? null : 'soon';
  // To keep what one has is no answer to whoever has nothing: a service worker's, or a proxy's, that a cache misled.
  const again = response.status === 304 ? 'soon' : retryOf(response);
  if (again !== 'never' || partial.rest() === null) return again;
  // Perhaps only the rest was refused.
  partial.forget();
  return 'soon';
}

function quickly<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return withTimeout(SILENCE_MS, 'assets.timeout', signal, work);
}

/** @throws when the body breaks off or the server falls silent. */
async function readInto(
  partial: PartialFile,
  response: Response,
  { signal, onProgress }: FileRequest,
): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      onProgress?.(partial.lengthBytes);
      const { done, value } = await quickly(signal, () => reader.read());
      if (done) return;
      partial.add(value);
    }
  } catch (error) {
    // Not waited for: a connection that is silent does not answer this either.
    void reader.cancel().catch(() => {});
    throw error;
  }
}
