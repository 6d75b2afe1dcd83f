import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraChoice, FrameSource } from '../core/capture.js';
import { CandorError } from '../core/errors.js';
import { browserEnvironment, type CameraEnvironment } from './environment.js';
import { FrameMailbox } from './frame-mailbox.js';
import { readFrames } from './frame-source.js';
import { listCameras } from './list-cameras.js';
import { requestStream, type StreamRequest, stopTracks } from './request-stream.js';
import { trackLost } from './watch-track.js';

class OpenCamera implements Camera {
  readonly stream: MediaStream;
  readonly deviceId: string;
  readonly frames: FrameSource;
  readonly lost: Promise<void>;
  readonly #environment: CameraEnvironment;
  readonly #closing = new AbortController();

  constructor(stream: MediaStream, track: MediaStreamTrack, environment: CameraEnvironment) {
    const mailbox = new FrameMailbox();
    this.stream = stream;
    this.deviceId = track.getSettings().deviceId ?? '';
    this.frames = mailbox;
    this.#environment = environment;
    this.#closing.signal.addEventListener('abort', () => {
      mailbox.close();
      stopTracks(stream);
    });
    this.lost = trackLost(track, this.#closing.signal);
    void this.lost.then(() => mailbox.fail(new CandorError('camera.lost')));
    readFrames(stream, track, mailbox, this.#closing.signal);
  }

  choices(): Promise<readonly CameraChoice[]> {
    return listCameras(this.#environment, this.#closing.signal);
  }

  close(): void {
    this.#closing.abort();
  }
}

function startCamera(stream: MediaStream, environment: CameraEnvironment): Camera {
  const [track] = stream.getVideoTracks();
  if (track === undefined || track.readyState === 'ended') throw new CandorError('camera.lost');
  return new OpenCamera(stream, track, environment);
}

/** Opens the front camera, or the one that the seller chose. Takes the receipt so that nothing can reach a camera
 * before consent. The caller owns the camera and closes it; an abort while it opens leaves nothing running.
 * @throws `consent.required`, `env.insecure_context`, `env.unsupported`, `env.policy_blocked`, `camera.*`, the signal's
 * reason on abort. */
export async function openCamera(
  receipt: ConsentReceipt,
  request: StreamRequest,
  signal: AbortSignal,
  environment: CameraEnvironment = browserEnvironment(),
): Promise<Camera> {
  // The type already demands it; a page without types must not get past it either.
  if (typeof receipt?.act?.consentReceiptId !== 'string') throw new CandorError('consent.required');
  const stream = await requestStream(environment, request, signal);
  try {
    signal.throwIfAborted();
    return startCamera(stream, environment);
  } catch (error) {
    stopTracks(stream);
    throw error;
  }
}
