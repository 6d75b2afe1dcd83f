import type { CameraEnvironment } from './environment.js';

/** Doubles for what a real browser cannot be made to do. */

export class FakeTrack extends EventTarget {
  readonly kind = 'video';
  muted = false;
  readyState: MediaStreamTrackState = 'live';
  stopCount = 0;

  stop(): void {
    this.stopCount += 1;
    this.readyState = 'ended';
  }

  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

export function fakeTrack(): FakeTrack & MediaStreamTrack {
  return new FakeTrack() as FakeTrack & MediaStreamTrack; // only what the camera stage uses
}

export function fakeStream(track: MediaStreamTrack = fakeTrack()): MediaStream {
  const tracks = [track];
  return { getTracks: () => tracks, getVideoTracks: () => tracks } as unknown as MediaStream; // as above
}

export interface FakeBrowser extends Partial<Omit<CameraEnvironment, 'mediaDevices'>> {
  readonly getUserMedia?: MediaDevices['getUserMedia'];
  readonly enumerateDevices?: () => Promise<readonly Partial<MediaDeviceInfo>[]>;
  readonly cameraAllowed?: boolean | null;
}

export function fakeBrowser(behaviour: FakeBrowser): CameraEnvironment {
  const mediaDevices = {
    getUserMedia: behaviour.getUserMedia ?? (async () => fakeStream()),
    enumerateDevices: behaviour.enumerateDevices ?? (async () => []),
  };
  return {
    isSecureContext: behaviour.isSecureContext ?? true,
    mediaDevices: mediaDevices as unknown as MediaDevices, // devices carry only the fields that are read
    userAgent: behaviour.userAgent ?? '',
    isCameraAllowed: () => behaviour.cameraAllowed ?? null,
  };
}

/** An image that knows whether it was closed. */
export class FakeImage {
  isClosed = false;

  close(): void {
    this.isClosed = true;
  }
}

export function fakeImage(): FakeImage & ImageBitmap {
  return new FakeImage() as FakeImage & ImageBitmap; // only what the mailbox uses
}
