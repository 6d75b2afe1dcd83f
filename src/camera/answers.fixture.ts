import type { CandorError, ErrorCode } from '../core/errors.js';

/** What a browser answers, and what becomes of it. */

export function refusing(name: string): () => Promise<never> {
  return () => Promise.reject(new DOMException('the browser says so', name));
}

export async function codeOf(promise: Promise<unknown>): Promise<ErrorCode> {
  const error = await promise.then(
    () => {
      throw new Error('was not refused');
    },
    (thrown: CandorError) => thrown,
  );
  return error.code;
}
