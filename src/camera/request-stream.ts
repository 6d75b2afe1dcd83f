import { withTimeout } from '../core/abort.js';
import type { CameraChoice, CameraWish } from '../core/capture.js';
import { CandorError, type ErrorCode } from '../core/errors.js';
import type { CameraDevices, CameraEnvironment } from './environment.js';
import { listCameras } from './list-cameras.js';
import { toOpenError } from './open-error.js';

/** How long the browser may leave the seller's question unanswered, ms. Some never settle (requirement B-02). */
export const ANSWER_TIMEOUT_MS = 60_000;

export interface StreamRequest extends CameraWish {
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

/** Other cameras that are tried where one cannot be opened, and how long each may take, ms: whoever is to see a question of the
 * browser's needs a while, and the seller is waiting. */
const MOST_OTHERS = 5;
const OTHER_TIMEOUT_MS = 15_000;

type Ask = (deviceId: string | undefined, timeoutMs: number) => Promise<MediaStream>;

/** One that does not answer is no reason to leave out the next. */
const OF_ANOTHER_CAMERA: ReadonlySet<ErrorCode> = new Set([...OF_ONE_CAMERA, 'camera.no_answer']);

/** The stream, or why this one camera cannot be opened.
 * @throws what stands against every camera. */
async function tryOne(
  asked: Promise<MediaStream>,
  ofOne: ReadonlySet<ErrorCode> = OF_ONE_CAMERA,
): Promise<MediaStream | CandorError> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CandorError && ofOne.has(error.code)) return error;
    throw error;
  }
}

type List = () => Promise<readonly CameraChoice[]>;

/** Whether the browser needs to ask nobody: it tells the cameras' names only where it may open them. Then one that does not answer
 * is at fault itself, and nobody is kept waiting for a minute. */
function isAllowed(cameras: readonly CameraChoice[]): boolean {
  return cameras.some(({ label }) => label !== '');
}

/** The first of these cameras that opens, each asked for once. */
async function firstOf(ids: readonly string[], ask: Ask): Promise<MediaStream | null> {
  for (const deviceId of ids.slice(0, MOST_OTHERS)) {
    const opened = await tryOne(ask(deviceId, OTHER_TIMEOUT_MS), OF_ANOTHER_CAMERA);
    if (!(opened instanceof CandorError)) return opened;
  }
  return null;
}

/** Left to choose, a browser chooses a busy camera again (Chromium its default, always); not one that is no more. */
function mayChooseAnother(wish: string | undefined, ids: readonly string[], { code }: CandorError): boolean {
  return wish !== undefined && (code === 'camera.overconstrained' || !ids.includes(wish));
}

/** One that has not been silent, where the browser would choose one that was. */
function insteadOfSilent(silentIds: readonly string[], cameras: readonly CameraChoice[]): string | undefined {
  if (silentIds.length === 0) return undefined;
  return cameras.find(({ deviceId }) => !silentIds.includes(deviceId))?.deviceId;
}

/** WebKit refuses wishes that no camera can meet as if they were demands, where there is no camera at all. */
function asNone(refused: CandorError): CandorError {
  if (refused.code !== 'camera.overconstrained') return refused;
  return new CandorError('camera.not_found', { cause: refused.cause, detail: 'OverconstrainedError' });
}

/** The wanted camera, or the browser's choice; where that one cannot be opened, any other. */
async function askFor(
  { deviceId = '', silentIds = [], timeoutMs = ANSWER_TIMEOUT_MS }: StreamRequest,
  askOnce: Ask,
  list: List,
): Promise<GrantedStream> {
  const known = await list();
  const instead = deviceId === '' ? insteadOfSilent(silentIds, known) : undefined;
  const wish = deviceId === '' ? instead : deviceId;
  const ask = isAllowed(known)
    ? (id: string | undefined) => tryOne(askOnce(id, OTHER_TIMEOUT_MS), OF_ANOTHER_CAMERA)
    : (id: string | undefined) => tryOne(askOnce(id, timeoutMs));
  const first = await ask(wish);
  if (!(first instanceof CandorError)) return { stream: first, isStandIn: instead !== undefined };
  // Without ids, which some tell only where a camera has been open, there is nothing that could be asked for.
  const ids = (await list()).map((camera) => camera.deviceId);
  const chosen = mayChooseAnother(wish, ids, first) ? await ask(undefined) : first;
  if (!(chosen instanceof CandorError)) return { stream: chosen, isStandIn: true };
  // The only camera is the one that was refused.
  const others = ids.length === 1 ? [] : ids.filter((id) => id !== wish);
  const stream = await firstOf(others, askOnce);
  if (stream === null) throw ids.length === 0 ? asNone(chosen) : chosen;
  return { stream, isStandIn: true };
}

async function open(
  mediaDevices: CameraDevices,
  deviceId: string | undefined,
  environment: CameraEnvironment,
): Promise<MediaStream> {
  const askedAtMs = performance.now();
  try {
    return await mediaDevices.getUserMedia(constraintsFor(deviceId));
  } catch (cause) {
    throw toOpenError({ cause, afterMs: performance.now() - askedAtMs }, environment);
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
  const ask: Ask = (id, waitMs) =>
    withTimeout(waitMs, 'camera.no_answer', signal, async (waiting) => {
      const stream = await open(mediaDevices, id, environment);
      if (waiting.aborted) stopTracks(stream);
      waiting.throwIfAborted();
      return stream;
    });
  const list: List = async () => {
    const cameras = await listCameras(environment, signal);
    signal.throwIfAborted();
    return cameras;
  };
  return askFor(request, ask, list);
}
