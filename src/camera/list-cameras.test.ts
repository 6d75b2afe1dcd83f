import { expect, it } from 'vitest';
import { fakeBrowser } from './browser-doubles.fixture.js';
import { listCameras } from './list-cameras.js';

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

it('numbers a camera whose name the browser keeps to itself, and leaves out one without an id', async () => {
  const enumerateDevices = async () => [camera('', ''), camera('a', 'Front'), camera('b', '')];
  expect(await listCameras(fakeBrowser({ enumerateDevices }), never)).toEqual([
    { deviceId: 'a', label: 'Front' },
    { deviceId: 'b', label: '2' },
  ]);
});

it('is empty, not an error, when the browser refuses the list', async () => {
  const enumerateDevices = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  expect(await listCameras(fakeBrowser({ enumerateDevices }), never)).toEqual([]);
});
