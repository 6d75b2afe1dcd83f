import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from './browser-doubles.fixture.js';
import { listCameras, onDevicesChanged } from './list-cameras.js';

const never = new AbortController().signal;
const camera = (deviceId: string, label: string): Partial<MediaDeviceInfo> => ({
  kind: 'videoinput',
  deviceId,
  label,
});

it('lists each camera once, virtual ones like any other, and nothing but cameras', async () => {
  const enumerateDevices = async () => [
    camera('a', 'Front'),
    { kind: 'audioinput' as const, deviceId: 'm', label: 'Microphone' },
    camera('b', 'Virtual Camera'),
    camera('a', 'Front'),
  ];
  expect(await listCameras(fakeBrowser({ enumerateDevices }), never)).toEqual([
    { deviceId: 'a', label: 'Front' },
    { deviceId: 'b', label: 'Virtual Camera' },
  ]);
});

it('leaves a camera without a name to whoever shows it, and leaves out one without an id', async () => {
  const enumerateDevices = async () => [camera('', ''), camera('a', 'Front'), camera('b', '')];
  expect(await listCameras(fakeBrowser({ enumerateDevices }), never)).toEqual([
    { deviceId: 'a', label: 'Front' },
    { deviceId: 'b', label: '' },
  ]);
});

it.each<[string, () => unknown]>([
  ['refuses the list', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
  ['throws in its place', () => refuse()],
  ['answers nothing', async () => undefined],
  ['answers what is no list', async () => ({ length: 1 })],
  ['lists nothing but gaps', async () => [null, undefined, {}]],
])('is empty, not an error, when the browser %s', async (_what, answer) => {
  const enumerateDevices = answer as () => Promise<readonly Partial<MediaDeviceInfo>[]>; // what a wrapper may do
  expect(await listCameras(fakeBrowser({ enumerateDevices }), never)).toEqual([]);
});

function refuse(): never {
  throw new TypeError('no');
}

describe('cameras that come and go', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are heard of where the browser says so, a storm of them a few times a second, its end too', () => {
    const mediaDevices = Object.assign(new EventTarget(), fakeBrowser({}).mediaDevices);
    const listener = vi.fn();
    onDevicesChanged({ mediaDevices }, listener, never);
    for (let told = 0; told < 100; told += 1) {
      mediaDevices.dispatchEvent(new Event('devicechange'));
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expect(listener.mock.calls.length).toBeLessThanOrEqual(4);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    const before = listener.mock.calls.length;
    vi.advanceTimersByTime(1_000);
    expect(listener).toHaveBeenCalledTimes(before + 1);
  });

  it('are not heard of once the camera is closed', () => {
    const mediaDevices = Object.assign(new EventTarget(), fakeBrowser({}).mediaDevices);
    const listener = vi.fn();
    const closing = new AbortController();
    onDevicesChanged({ mediaDevices }, listener, closing.signal);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    closing.abort();
    vi.advanceTimersByTime(1_000);
    expect(listener).not.toHaveBeenCalled();
  });
});

it('ends nothing where a page’s stand-in is no target of events', () => {
  // What a browser says of Object.create(navigator.mediaDevices); Node's EventTarget takes any receiver.
  const addEventListener = (): never => {
    throw new TypeError('Illegal invocation');
  };
  const mediaDevices = Object.assign({ addEventListener }, fakeBrowser({}).mediaDevices);
  expect(() => onDevicesChanged({ mediaDevices }, () => {}, never)).not.toThrow();
  expect(() => onDevicesChanged({ mediaDevices: undefined }, () => {}, never)).not.toThrow();
});
