import { asCandorError, CandorError, type ErrorCode } from '../../core/errors.js';
import type { Reply } from '../protocol.js';

/** Runs a method of the worker and turns what it throws into a reply with a code. */
export async function replying<T>(fallback: ErrorCode, work: () => Promise<T> | T): Promise<Reply<T>> {
  try {
    return { kind: 'ok', value: await work() };
  } catch (thrown) {
    const { code, detail } = asCandorError(thrown, fallback);
    return detail === undefined ? { kind: 'failed', code } : { kind: 'failed', code, detail };
  }
}

/** The smallest WebAssembly module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** @throws `env.unsupported` without WebAssembly, `env.csp_blocked` where the policy forbids compiling it. */
export function assertWebAssembly(): void {
  if (typeof WebAssembly !== 'object') throw new CandorError('env.unsupported', { detail: 'WebAssembly' });
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (cause) {
    throw new CandorError('env.csp_blocked', {
      cause,
      detail: "script-src 'wasm-unsafe-eval', in the response of candor-worker.js",
    });
  }
}
