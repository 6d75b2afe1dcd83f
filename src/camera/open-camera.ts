import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraChoice, FrameSource } from '../core/capture.js';
import { CandorError } from '../core/errors.js';
import type { SourceSignals } from '../core/source.js';
import { browserEnvironment, type CameraEnvironment } from './environment.js';
import { FrameMailbox } from './frame-mailbox.js';
import { readFrames } from './frame-source.js';
import { listCameras, onDevicesChanged } from './list-cameras.js';
import { type GrantedStream, requestStream, type StreamRequest, stopTracks } from './request-stream.js';
import { type ProbeOptions, probeSource } from './source-signals.js';
import { keepUncropped } from './uncropped.js';
import { trackLost } from './watch-track.js';

export interface CameraRequest extends StreamRequest, Pick<ProbeOptions, 'allowedLabels' | 'natives'> {}

class OpenCamera implements Camera {
  readonly stream: MediaStream;
  readonly deviceId: string;
  readonly label: string;
  readonly isStandIn: boolean;
  readonly frames: FrameSource;
  readonly lost: Promise<void>;
  readonly source: Promise<SourceSignals>;
  readonly #environment: ProbeOptions['environment'];
  readonly #closing = new AbortController();
  readonly #shaping = new AbortController();

  constructor({ stream, isStandIn }: GrantedStream, track: MediaStreamTrack, probe: ProbeOptions) {
    // First: nothing has touched the track yet.
    const source = probeSource(track, probe, this.#closing.signal);
    const mailbox = new FrameMailbox();
    this.stream = stream;
    this.deviceId = track.getSettings().deviceId ?? '';
    this.label = track.label;
    this.isStandIn = isStandIn;
    this.frames = mailbox;
    this.#environment = probe.environment;
    this.#closing.signal.addEventListener('abort', () => {
      mailbox.close();
      stopTracks(stream);
      this.keepShape();
    });
    this.lost = trackLost(track, this.#closing.signal);
    void this.lost.then(() => mailbox.fail(new CandorError('camera.lost')));
    keepUncropped(track, this.#shaping.signal);
    const hasCaptureTimes = readFrames(stream, track, mailbox, this.#closing.signal);
    this.source = source.then((seen) => ({ ...seen, hasCaptureTimes }));
  }

  choices(): Promise<readonly CameraChoice[]> {
    return listCameras(this.#environment, this.#closing.signal);
  }

  onDevicesChanged(listener: () => void): void {
    onDevicesChanged(this.#environment, listener, this.#closing.signal);
  }

  keepShape(): void {
    this.#shaping.abort();
  }

  close(): void {
    this.#closing.abort();
  }
}

function startCamera(granted: GrantedStream, probe: ProbeOptions): Camera {
  const [track] = granted.stream.getVideoTracks();
  if (track === undefined || track.readyState === 'ended') throw new CandorError('camera.lost');
  return new OpenCamera(granted, track, probe);
}

/** Opens the front camera, or the one that the seller chose, or any other where that one cannot be opened. Takes the receipt so that nothing can reach a camera
 * before consent. The caller owns the camera and closes it; an abort while it opens leaves nothing running.
 * @throws `consent.required`, `env.insecure_context`, `env.unsupported`, `env.policy_blocked`, `camera.*`, the signal's
 * reason on abort. */
export async function openCamera(
  receipt: ConsentReceipt,
  request: CameraRequest,
  signal: AbortSignal,
  environment: CameraEnvironment = browserEnvironment(),
): Promise<Camera> {
  // The type already demands it; a page without types must not get past it either.
  if (typeof receipt?.act?.consentReceiptId !== 'string') throw new CandorError('consent.required');
  const granted = await requestStream(environment, request, signal);
  try {
    signal.throwIfAborted();
    const { allowedLabels, natives } = request;
    return startCamera(granted, { environment, allowedLabels, natives });
  } catch (error) {
    stopTracks(granted.stream);
    throw error;
  }
}
