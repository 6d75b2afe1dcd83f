import { CandorError, type ErrorCode } from '../core/errors.js';

/** A browser that has just lost its GPU refuses the next contexts of the page, or gives broken ones, until it has another (Chromium
 * blocks WebGL for a page whose context was lost). A worker that starts then knows nothing of the loss and gives a reason that would be
 * for good; what passes must not be told as what stays. */

/** For how long after a loss such a reason counts as part of it, ms. */
const AFTERWARDS_MS = 120_000;
const SPOILT: ReadonlySet<ErrorCode> = new Set(['env.pixels_unreadable', 'runtime.wasm_failed']);

/** On the page's clock; of the whole page, because its GPU is. */
let lostAtMs = Number.NEGATIVE_INFINITY;

/** What a worker failed with, as `runtime.gpu_lost` where a loss shortly before explains it; that it was, is its detail. */
export function consideringGpuLoss(error: CandorError): CandorError {
  const nowMs = performance.now();
  if (error.code === 'runtime.gpu_lost') lostAtMs = nowMs;
  if (!SPOILT.has(error.code) || nowMs - lostAtMs > AFTERWARDS_MS) return error;
  return new CandorError('runtime.gpu_lost', { cause: error, detail: error.code });
}
