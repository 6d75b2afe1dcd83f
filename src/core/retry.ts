import { sleep } from './abort.js';

/** Quiet second and third tries, for what the network or a proxy spoilt once: the seller hears of the last one only. */

/** Whether another try may help, and when the server says so, after how long, ms. */
export type Again = 'never' | 'soon' | number;

/** What one try came to. */
export type Try<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: Again };

/** Before the second and the third try, ms. */
const PAUSES_MS = [400, 1_600] as const;
/** A server that asks for a longer pause has the seller decide, ms. */
const LONGEST_PAUSE_MS = 15_000;

/** Up to three tries, with pauses.
 * @param attempt - given which try it is, from 0.
 * @throws the error of the last try, or the signal's reason. */
export async function tryQuietly<T>(
  signal: AbortSignal,
  attempt: (index: number) => Promise<Try<T>>,
): Promise<T> {
  for (let index = 0; ; index += 1) {
    const tried = await attempt(index);
    if (tried.kind === 'done') return tried.value;
    signal.throwIfAborted();
    const pauseMs = pauseBefore(index, tried.again);
    if (pauseMs === null) throw tried.error;
    await sleep(pauseMs, signal);
  }
}

function pauseBefore(index: number, again: Again): number | null {
  const pauseMs = PAUSES_MS[index];
  if (pauseMs === undefined || again === 'never') return null;
  if (again === 'soon') return pauseMs;
  return again <= LONGEST_PAUSE_MS ? Math.max(again, pauseMs) : null;
}

/** Whether, and when, an answer of this status may become a better one: overload and faults of servers pass. */
export function retryOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Again {
  if (status < 500 && status !== 429 && status !== 408) return 'never';
  return retryAfterMs(headers.get('Retry-After'), headers.get('Date')) ?? 'soon';
}

/** `Retry-After` is a number of seconds or a date. A date is of the server's clock, and only the answer's own `Date` says
 * what time that is: the device's may be days off. Null where that is not known. */
function retryAfterMs(value: string | null, date: string | null): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1_000;
  const waitMs = Date.parse(value) - Date.parse(date ?? '');
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs);
}

let given = 0;

/** The same file under an address that no cache and no module map has met. */
export function underFreshQuery(url: string): string {
  given += 1;
  const fresh = new URL(url);
  fresh.searchParams.set('candor', `${Date.now().toString(36)}-${given}`);
  return fresh.href;
}
