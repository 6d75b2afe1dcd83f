import { CandorError, type ErrorCode } from '../core/errors.js';
import type { FlowContext } from './context.js';
import type { Readiness } from './readiness.js';

/** Which camera is asked for the next time. What a seller switches to is only a wish until it has shown a picture: a driver that
 * hangs would otherwise be asked again at every try, for a minute each. */

export type Wanted = Pick<FlowContext, 'cameraId' | 'provenCameraId'>;

/** Without an open camera to blame: it did not answer, or the seller said no to it. */
const NEVER_OPENED: ReadonlySet<ErrorCode> = new Set(['camera.no_answer', 'camera.permission_denied']);

/** @param readiness - what was said of the open camera's picture; `preparing`: nothing yet. */
export function wantedAfterPicture({ cameraId, provenCameraId }: Wanted, { hint }: Readiness): Wanted {
  return { cameraId, provenCameraId: hint === 'preparing' ? provenCameraId : cameraId };
}

/** The camera that last showed a picture; any, where that is the very one that does not open. */
export function wantedAfterFailure({ cameraId, provenCameraId }: Wanted, error: unknown): Wanted {
  if (!(error instanceof CandorError) || error.area !== 'camera') return { cameraId, provenCameraId };
  if (cameraId !== provenCameraId) return wantedAnew({ provenCameraId });
  return wantedAnew({ provenCameraId: NEVER_OPENED.has(error.code) ? undefined : provenCameraId });
}

/** The one that is open now with those before, where it showed no picture. */
export function silentAfterFailure(
  { cameraId, silentCameraIds }: Pick<FlowContext, 'cameraId' | 'silentCameraIds'>,
  error: unknown,
): readonly string[] {
  const isSilent = error instanceof CandorError && error.code === 'camera.no_frames';
  if (!isSilent || cameraId === undefined || silentCameraIds.includes(cameraId)) return silentCameraIds;
  return [...silentCameraIds, cameraId];
}

/** When the seller begins anew, after leaving a camera that they waited for in vain, say. */
export function wantedAnew({ provenCameraId }: Pick<Wanted, 'provenCameraId'>): Wanted {
  return { cameraId: provenCameraId, provenCameraId };
}
