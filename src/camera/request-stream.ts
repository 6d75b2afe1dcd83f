import { withTimeout } from '../core/abort.js';
import { CandorError, type ErrorCode } from '../core/errors.js';
import type { CameraEnvironment } from './environment.js';
import { toOpenError } from './open-error.js';

/** How long the browser may leave the seller's question unanswered, ms. Some never settle (requirement B-02). */
export const ANSWER_TIMEOUT_MS = 60_000;

export interface StreamRequest {
  /** The camera that the seller switched to, or that was open before: a wish, because cameras are unplugged, ids change,
   * and some web views tell none but an empty one. */
  readonly deviceId?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

const PICTURE: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
};

export interface GrantedStream {
  readonly stream: MediaStream;
  /** Whether it is of another camera than the one that was asked for. */
  readonly isStandIn: boolean;
}

/** What `getUserMedia` says of one camera, while another may work: gone or renamed, not plugged in, used by another
 * program, refused by its driver. */
const OF_ONE_CAMERA: ReadonlySet<ErrorCode> = new Set([
  'camera.overconstrained',
  'camera.not_found',
  'camera.in_use',
  'camera.aborted',
]);

/** Only wishes, never audio (requirement B-04), but for a camera that the seller chose: Chromium 156 opens its own
 * default however much another one is wished for, and a choice must do something. */
function constraintsFor(deviceId: string | undefined): MediaStreamConstraints {
  const which: MediaTrackConstraints =
    deviceId === undefined ? { facingMode: 'user' } : { deviceId: { exact: deviceId } };
  return { video: { ...which, ...PICTURE }, audio: false };
}

export function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

type Ask = (deviceId: string | undefined) => Promise<MediaStream>;

/** The wanted camera; where that cannot be opened, any other, once. */
async function askFor(deviceId: string | undefined, ask: Ask): Promise<GrantedStream> {
  if (deviceId === undefined || deviceId === '') return { stream: await ask(undefined), isStandIn: false };
  try {
    return { stream: await ask(deviceId), isStandIn: false };
  } catch (error) {
    if (!(error instanceof CandorError && OF_ONE_CAMERA.has(error.code))) throw error;
    return { stream: await ask(undefined), isStandIn: true };
  }
}

/** Asks for the camera. A stream that arrives after the timeout or the abort is stopped at once.
 * @throws `env.insecure_context`, `env.unsupported`, `env.policy_blocked`, `camera.*`, the signal's reason on abort. */
export async function requestStream(
  environment: CameraEnvironment,
  request: StreamRequest,
  signal: AbortSignal,
): Promise<GrantedStream> {
  const { mediaDevices, isSecureContext } = environment;
  if (!isSecureContext) throw new CandorError('env.insecure_context');
  if (mediaDevices === undefined) throw new CandorError('env.unsupported', { detail: 'mediaDevices' });
  const timeoutMs = request.timeoutMs ?? ANSWER_TIMEOUT_MS;
  return withTimeout(timeoutMs, 'camera.no_answer', signal, (open) =>
    askFor(request.deviceId, async (deviceId) => {
      open.throwIfAborted();
      const stream = await mediaDevices
        .getUserMedia(constraintsFor(deviceId))
        .catch((cause: unknown) => Promise.reject(toOpenError(cause, environment)));
      if (open.aborted) stopTracks(stream);
      open.throwIfAborted();
      return stream;
    }),
  );
}
