import type { Page } from '@playwright/test';
import { DISGUISE } from '../hooks/disguise.js';

/** What the page did with the camera so far. */
export interface CameraUse {
  readonly getUserMedia: number;
  readonly enumerateDevices: number;
  /** Tracks that are still on, clones among them. */
  readonly liveTracks: number;
  /** The most that were on at once. */
  readonly mostLiveTracks: number;
  /** Object URLs that were made and not revoked: each keeps a clip in memory. */
  readonly objectUrls: number;
  /** What was recorded, byte by byte. */
  readonly clip: Buffer;
}

/** Runs in the page before any of its scripts. Disguised as an attacker would be, or every test would be under suspicion
 * of injected pictures (docs/injection-signals.md). */
export const CAMERA_SPY = `(() => {
  if (location.href === 'about:blank') return;
  ${DISGUISE}
  const spy = { getUserMedia: 0, enumerateDevices: 0, tracks: [], mostLiveTracks: 0, chunks: [], urls: new Set() };
  const live = () => spy.tracks.filter((track) => track.readyState === 'live').length;
  const keep = (...tracks) => {
    spy.tracks.push(...tracks);
    spy.mostLiveTracks = Math.max(spy.mostLiveTracks, live());
  };
  const watch = (owner, name, after, before = () => {}) => {
    if (owner === undefined) return;
    const proxy = new Proxy(owner[name], {
      apply(original, self, args) {
        before(self, args);
        return after(Reflect.apply(original, self, args));
      },
    });
    owner[name] = pretend(proxy, name);
  };
  const devices = globalThis.MediaDevices?.prototype;
  watch(devices, 'getUserMedia', (opening) => {
    spy.getUserMedia += 1;
    opening.then((stream) => keep(...stream.getTracks()), () => {});
    return opening;
  });
  watch(devices, 'enumerateDevices', (listing) => {
    spy.enumerateDevices += 1;
    return listing;
  });
  watch(globalThis.MediaStreamTrack?.prototype, 'clone', (track) => {
    keep(track);
    return track;
  });
  watch(globalThis.MediaStream?.prototype, 'clone', (stream) => {
    keep(...stream.getTracks());
    return stream;
  });
  watch(globalThis.MediaRecorder?.prototype, 'start', (result) => result, (recorder) => {
    recorder.addEventListener('dataavailable', ({ data }) => spy.chunks.push(data));
  });
  watch(URL, 'createObjectURL', (url) => {
    spy.urls.add(url);
    return url;
  });
  watch(URL, 'revokeObjectURL', (result) => result, (_, [url]) => spy.urls.delete(url));
  patchRealms(hideTexts);
  globalThis.cameraUse = async () => {
    const bytes = new Uint8Array(await new Blob(spy.chunks).arrayBuffer());
    const { getUserMedia, enumerateDevices, mostLiveTracks } = spy;
    return {
      getUserMedia, enumerateDevices, mostLiveTracks, liveTracks: live(), objectUrls: spy.urls.size, clip: Array.from(bytes),
    };
  };
})();`;

declare global {
  interface Window {
    cameraUse(): Promise<Omit<CameraUse, 'clip'> & { readonly clip: readonly number[] }>;
  }
}

export async function cameraUse(page: Page): Promise<CameraUse> {
  const { clip, ...use } = await page.evaluate(() => window.cameraUse());
  return { ...use, clip: Buffer.from(clip) };
}
