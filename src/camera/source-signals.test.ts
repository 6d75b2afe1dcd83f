import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './browser-doubles.fixture.js';
import { NATIVES, type Natives } from './natives.js';
import { probeSource } from './source-signals.js';

/** What no document is needed for; e2e/injection.spec.ts has the hooks and the fresh realm. */

const never = new AbortController().signal;
const WEBCAM = { kind: 'videoinput', deviceId: 'webcam', groupId: 'laptop', label: 'Webcam' } as const;

function track(settings: MediaTrackSettings, className = 'MediaStreamTrack'): MediaStreamTrack {
  const said = { label: 'Webcam', getSettings: () => settings, [Symbol.toStringTag]: className };
  return said as unknown as MediaStreamTrack; // only what is asked of it
}

const camera = track({ deviceId: 'webcam', groupId: 'laptop' });

function listing(...devices: readonly Partial<MediaDeviceInfo>[]): FakeBrowser {
  return { enumerateDevices: async () => devices };
}

async function isEnumerated(asked: MediaStreamTrack, browser: FakeBrowser): Promise<boolean | null> {
  return (await probeSource(asked, { environment: fakeBrowser(browser) }, never)).isEnumerated;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('probeSource', () => {
  it('can be imported and asked where there is no document, and then says so', async () => {
    expect(NATIVES.functions.size).toBe(0);
    const source = await probeSource(camera, { environment: fakeBrowser(listing(WEBCAM)) }, never);
    expect(source).toEqual({
      track: 'camera',
      isEnumerated: true,
      isNative: null,
      label: 'Webcam',
      isLabelAllowed: false,
      hasCaptureTimes: false,
    });
  });

  it.each([
    ['a device that the browser does not list', track({ deviceId: 'else', groupId: 'laptop' }), false],
    ['a microphone of that id', track({ deviceId: 'microphone', groupId: 'laptop' }), false],
    ['a track without a device', track({}), false],
    ['a listed device without its group', track({ deviceId: 'webcam' }), false],
    ['a listed device', camera, true],
  ])('enumeration: %s', async (_, asked, answer) => {
    const microphone = { ...WEBCAM, kind: 'audioinput', deviceId: 'microphone' } as const;
    expect(await isEnumerated(asked, listing(microphone, WEBCAM))).toBe(answer);
  });

  it('asks for no group where the browser gives none', async () => {
    expect(await isEnumerated(track({ deviceId: 'webcam' }), listing({ ...WEBCAM, groupId: '' }))).toBe(true);
  });

  it.each<[string, FakeBrowser]>([
    ['fails', { enumerateDevices: () => Promise.reject(new Error('no')) }],
    ['is empty', listing()],
    ['hides the devices', listing({ ...WEBCAM, deviceId: '' })],
  ])('says nothing of the device when the list %s', async (_, browser) => {
    expect(await isEnumerated(camera, browser)).toBeNull();
  });

  it('does not wait for a list that never comes, nor beyond the close of the camera', async () => {
    vi.useFakeTimers();
    const browser = { enumerateDevices: () => new Promise<never>(() => {}) };
    const waiting = isEnumerated(camera, browser);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await waiting).toBeNull();
    const closing = new AbortController();
    const closed = probeSource(camera, { environment: fakeBrowser(browser) }, closing.signal);
    closing.abort();
    expect((await closed).isEnumerated).toBeNull();
  });

  it.each([
    ['MediaStreamTrack', {}, 'camera'],
    ['VideoStreamTrack', {}, 'camera'],
    ['BrowserCaptureMediaStreamTrack', {}, 'other'],
    ['MediaStreamTrack', { displaySurface: 'window' }, 'other'],
  ])('takes a %s with settings %o for a source of the kind %s', async (className, settings, kind) => {
    const source = await probeSource(track(settings, className), { environment: fakeBrowser({}) }, never);
    expect(source.track).toBe(kind);
  });

  it('notices a function that is no longer the one of the beginning', async () => {
    const natives: Natives = { ...NATIVES, functions: new Map([['getUserMedia', () => null]]) };
    const source = await probeSource(camera, { environment: fakeBrowser({}), natives }, never);
    expect(source.isNative).toBe(false);
  });

  it('takes the host’s word for a camera whose name contains what is allowed', async () => {
    const options = { environment: fakeBrowser({}), allowedLabels: ['kiosk', 'cam'] };
    expect((await probeSource(camera, options, never)).isLabelAllowed).toBe(true);
    const others = { ...options, allowedLabels: ['kiosk'] };
    expect((await probeSource(camera, others, never)).isLabelAllowed).toBe(false);
  });
});
