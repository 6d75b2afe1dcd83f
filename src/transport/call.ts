import { withTimeout } from '../core/abort.js';
import { CandorError, type ErrorCode } from '../core/errors.js';
import { underPolicy } from '../core/policy.js';
import type { ReceiverClock } from '../core/receiver-clock.js';
import { retryOf } from '../core/retry.js';
import { shownAddress } from '../core/shown-address.js';
import { MAX_BODY_BYTES } from '../envelope/wire.js';

/** Where the receiver is, and what the host wants sent along. */
export interface Receiver {
  /** Absolute address without a closing slash. */
  readonly endpoint: string;
  /** The host's own headers as they stand now, `Authorization` for example. What the protocol sets itself wins over them.
   * Throws `config.invalid`. */
  readonly headers: () => Headers;
  /** Learns from the receiver's answers. */
  readonly clock: ReceiverClock;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the endpoint, with its leading slash. May hold one `{id}`. */
  readonly path: string;
  /** What stands in the path's `{id}`; no error names it. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly timeoutMs: number;
  /** Longest answer, bytes. Default {@link MAX_BODY_BYTES}. */
  readonly maxBytes?: number;
  readonly codes: CallCodes;
}

export interface CallCodes {
  /** Nothing came back: offline, CORS, a redirect. */
  readonly network: ErrorCode;
  readonly timeout: ErrorCode;
  /** What came back is no JSON, or longer than allowed. */
  readonly malformed: ErrorCode;
}

export interface Answer {
  /** What was asked, as an error may show it: `GET https://verify.example/sessions/{id}`. */
  readonly asked: string;
  readonly status: number;
  /** Parsed JSON, not yet validated; `undefined` for an error answer that is not JSON (a proxy's page). */
  readonly json: unknown;
  readonly timing: Timing;
  /** Whether, and after how long, the same request may get a better answer. */
  readonly again: 'never' | 'soon' | number;
}

export interface Timing {
  /** From asking to having read the answer, ms. */
  readonly roundTripMs: number;
  /** The answer's own `Date`, ms since 1970; null where there is none or CORS hides it. */
  readonly dateMs: number | null;
  /** What the answer's `Age` admits to, ms. */
  readonly ageMs: number;
}

/** One request, once. Never follows a redirect, never sends cookies to another origin, never caches.
 * @throws the call's codes, `env.csp_blocked`, `config.invalid` (headers), or the signal's reason. */
export function call(receiver: Receiver, request: Call, signal: AbortSignal): Promise<Answer> {
  const { method, path, timeoutMs, codes } = request;
  const asked = `${method} ${shownAddress(receiver.endpoint)}${path}`;
  const ask = async (inner: AbortSignal): Promise<Answer> => {
    const askedMs = performance.now();
    const failed: Failed = (code, cause, said) => {
      const detail = said === undefined ? asked : `${asked}, HTTP ${said.status}`;
      return inner.aborted ? inner.reason : new CandorError(code, { cause, detail });
    };
    const response = await send(receiver, request, failed, inner);
    const json = await readJson(response, request, failed);
    const roundTripMs = performance.now() - askedMs;
    const timing = { roundTripMs, ...agesOf(response.headers) };
    return { asked, status: response.status, json, timing, again: retryOf(response) };
  };
  return withTimeout(timeoutMs, codes.timeout, signal, ask, asked);
}

/** What to throw for what went wrong: the reason of whoever ended the call, or an error that names the address and, where
 * there was an answer, its status. */
type Failed = (code: ErrorCode, cause: unknown, said?: Response) => unknown;

async function send(
  receiver: Receiver,
  request: Call,
  failed: Failed,
  signal: AbortSignal,
): Promise<Response> {
  const { method, path, id = '', body, codes } = request;
  const url = receiver.endpoint + path.replace('{id}', encodeURIComponent(id));
  const init: RequestInit = {
    method,
    headers: headersOf(receiver, request),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'same-origin',
    redirect: 'error',
    signal,
  };
  try {
    return await underPolicy(receiver.endpoint, () => fetch(url, init));
  } catch (cause) {
    if (cause instanceof CandorError) throw cause;
    throw failed(codes.network, cause);
  }
}

function headersOf(receiver: Receiver, { headers = {}, body }: Call): Headers {
  const all = receiver.headers();
  all.set('Accept', 'application/json');
  if (body !== undefined) all.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return all;
}

function agesOf(headers: Headers): Pick<Timing, 'dateMs' | 'ageMs'> {
  const dateMs = Date.parse(headers.get('Date') ?? '');
  const age = headers.get('Age') ?? '';
  return {
    dateMs: Number.isFinite(dateMs) ? dateMs : null,
    ageMs: /^\d+$/.test(age) ? Number(age) * 1_000 : 0,
  };
}

async function readJson(
  response: Response,
  { codes, maxBytes = MAX_BODY_BYTES }: Call,
  failed: Failed,
): Promise<unknown> {
  let text: string;
  try {
    text = await readText(response, maxBytes);
  } catch (cause) {
    throw cause instanceof RangeError
      ? failed(codes.malformed, cause, response)
      : failed(codes.network, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw failed(codes.malformed, cause, response);
  }
}

/** @throws RangeError as soon as the body is longer. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return text;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError(`body over ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
