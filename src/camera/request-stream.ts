import { withTimeout } from '../core/abort.js';
import { CandorError } from '../core/errors.js';
import type { CameraEnvironment } from './environment.js';
import { toOpenError } from './open-error.js';

/** How long the browser may leave the seller's question unanswered, ms. Some never settle (requirement B-02). */
export const ANSWER_TIMEOUT_MS = 60_000;

export interface StreamRequest {
  /** The camera that the seller switched to. */
  readonly deviceId?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

const PICTURE: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
};

/** Only wishes, never audio (requirement B-04), but for a camera that the seller chose: Chromium 156 opens its own
 * default however much another one is wished for, and a choice that does nothing is worse than one that fails. */
function constraintsFor(deviceId: string | undefined): MediaStreamConstraints {
  const which: MediaTrackConstraints =
    deviceId === undefined ? { facingMode: 'user' } : { deviceId: { exact: deviceId } };
  return { video: { ...which, ...PICTURE }, audio: false };
}

export function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Asks for the camera. A stream that arrives after the timeout or the abort is stopped at once.
 * @throws `env.insecure_context`, `env.unsupported`, `env.policy_blocked`, `camera.*`, the signal's reason on abort. */
export async function requestStream(
  environment: CameraEnvironment,
  request: StreamRequest,
  signal: AbortSignal,
): Promise<MediaStream> {
  const { mediaDevices, isSecureContext } = environment;
  if (!isSecureContext) throw new CandorError('env.insecure_context');
  if (mediaDevices === undefined) throw new CandorError('env.unsupported', { detail: 'mediaDevices' });
  const timeoutMs = request.timeoutMs ?? ANSWER_TIMEOUT_MS;
  return withTimeout(timeoutMs, 'camera.no_answer', signal, async (open) => {
    const stream = await mediaDevices
      .getUserMedia(constraintsFor(request.deviceId))
      .catch((cause: unknown) => Promise.reject(toOpenError(cause, environment)));
    if (open.aborted) stopTracks(stream);
    open.throwIfAborted();
    return stream;
  });
}
