import { CandorError, type ErrorCode } from './errors.js';

/** Rejects with `code` when `work` has not settled after `timeoutMs`, or with the signal's reason when it aborts.
 * `work` gets a signal that aborts in both cases, and only then, so that it can let go of what it holds.
 * @param of - what gives no answer, for the error to name. */
export function withTimeout<T>(
  timeoutMs: number,
  code: ErrorCode,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  of?: string,
): Promise<T> {
  const detail = of === undefined ? `${timeoutMs} ms` : `${of}, no answer for ${timeoutMs} ms`;
  return withDeadline(timeoutMs, signal, () => new CandorError(code, { detail }), work);
}

/** The same with an error of the caller's making. */
export async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const inner = new AbortController();
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      inner.abort(reason);
      reject(reason);
    };
  });
  const onAbort = (): void => stop(signal.reason);
  const timer = setTimeout(() => stop(late()), timeoutMs);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(inner.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Waits, or rejects with the signal's reason. */
export function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, durationMs);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
