import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceSignals } from '../core/source.js';
import type { Band } from '../core/verdict.js';
import { afterVerdict } from './after-verdict.js';
import { parseTestChallenge } from './challenge.js';
import { checkInjection, type InjectionCheckId } from './injection.js';
import { CAMERA, evidenceOf, film, turns } from './series.fixture.js';
import { decide } from './verdict.js';

function bandOf(id: InjectionCheckId, change: Partial<SourceSignals>, observations = film()): Band {
  return checkInjection(evidenceOf(observations, { source: { ...CAMERA, ...change } }))[id].band;
}

/** A clip whose frames come at these times, ms. */
function filmAt(timeOf: (frameId: number) => number) {
  return film().map((frame) => ({ ...frame, mediaTimeMs: timeOf(frame.frameId) - timeOf(0) }));
}

describe('the bands', () => {
  it.each<[InjectionCheckId, Partial<SourceSignals>]>([
    ['injection-class', { track: 'canvas' }],
    ['injection-class', { track: 'generator' }],
    ['injection-class', { track: 'other' }],
    ['injection-enumeration', { isEnumerated: false }],
    ['injection-native', { isNative: false }],
    ['injection-label', { label: 'OBS Virtual Camera' }],
  ])('suspects %s of %o, and nothing else', (id, change) => {
    const checks = checkInjection(evidenceOf(film(), { source: { ...CAMERA, ...change } }));
    const failed = Object.values(checks).filter(({ band }) => band === 'fail');
    expect(failed).toEqual([{ id, band: 'fail', reason: 'injection.suspected' }]);
  });

  it('says nothing of what the browser does not tell', () => {
    expect(bandOf('injection-enumeration', { isEnumerated: null })).toBe('absent');
    expect(bandOf('injection-native', { isNative: null })).toBe('absent');
    expect(bandOf('injection-label', { label: '' })).toBe('absent');
    expect(bandOf('injection-timing', { hasCaptureTimes: false })).toBe('absent');
  });

  it('says nothing of a recorded series, which has no source', () => {
    const checks = Object.values(checkInjection(evidenceOf(film(), { source: null })));
    expect(checks.map(({ band, reason }) => `${band} ${reason}`)).toEqual(Array(5).fill('absent not_run'));
  });

  it('sends a suspicion to a person and rejects nobody for it (requirement I-04)', () => {
    const yawAt = turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 });
    const everything: SourceSignals = {
      track: 'generator',
      isEnumerated: false,
      isNative: false,
      label: 'ManyCam',
      isLabelAllowed: false,
      hasCaptureTimes: true,
    };
    const challenge = parseTestChallenge('turn-left@1100,turn-right@3000');
    const verdict = decide(evidenceOf(film({ yawAt }), { source: everything }), challenge, 'standard');
    expect(verdict.verdict).toBe('inconclusive');
    expect(afterVerdict(verdict)).toEqual({ kind: 'send-flagged', reasons: ['injection.suspected'] });
  });
});

describe('injection-label', () => {
  it.each([
    'FaceTime HD Camera (Built-in)',
    'FaceTime HD Camera',
    'iPhone Camera',
    'Front Camera',
    'Back Dual Wide Camera',
    'Desk View Camera',
    'Studio Display Camera',
    'Integrated Camera',
    'Integrated Camera (5986:2113)',
    'Integrated Webcam_HD (0bda:5520)',
    'HD Pro Webcam C920 (046d:082d)',
    'Logitech BRIO',
    'Logitech StreamCam',
    'Logi C270 HD WebCam',
    'C922 Pro Stream Webcam (046d:085c)',
    'MX Brio',
    'USB2.0 HD UVC WebCam',
    'USB Camera (0c45:6366)',
    'UVC Camera (046d:0825)',
    'HP TrueVision HD Camera',
    'HP Wide Vision HD Integrated Webcam (30c9:000e)',
    'EasyCamera (5986:06b1)',
    'Lenovo EasyCamera',
    'ASUS FHD webcam',
    'Microsoft® LifeCam HD-3000',
    'Microsoft Surface Camera Front',
    'Surface Camera Front',
    'Microsoft Modern Webcam',
    'Intel(R) RealSense(TM) 3D Camera Virtually Aligned',
    'OBSBOT Tiny 2',
    'Insta360 Link',
    'Elgato Facecam',
    'Cam Link 4K',
    'Razer Kiyo Pro (1532:0e05)',
    'Poly Studio P5',
    'AVerMedia PW513',
    'camera2 1, facing front',
    'camera2 0, facing back',
    'camera 1, facing front',
    'Facing front:1',
    'Vorderkamera',
    'Frontkamera',
    'Caméra avant',
    'Cámara frontal',
    '前面カメラ',
    '前置摄像头',
    'Передняя камера',
    '1080P Web Camera (1bcf:2283)',
    'GENERAL WEBCAM',
    '/dev/video0',
  ])('takes %s for a camera', (label) => {
    expect(bandOf('injection-label', { label })).toBe('pass');
  });

  it.each([
    'OBS Virtual Camera',
    'OBS-Camera',
    'OBS Virtual Camera (m-de:vice)',
    'ManyCam Virtual Webcam',
    'Dummy video device (0x0000)',
    'v4l2loopback',
    'Snap Camera',
    'XSplit VCam',
    'DroidCam Source 3',
    'NVIDIA Broadcast',
    'Lenovo Virtual Camera',
    'NDI Webcam Video 1',
    'Virtuelle Kamera',
    '虚拟摄像头',
    'fake_device_0',
    '/home/seller/face.mjpeg',
    'C:\\clips\\face.y4m',
    'face.y4m',
    'screen:0:0',
    '0c983d21-d092-451a-b879-d9548fb10845',
    'slxhS9oQpVUkQH5IgNWEGfjf9ra+XYbnjLHYTbitsfscJ5Q3hwYnnP8qtO8iDxGQfl43FQN1O+0SYZTElZ9B0A==',
  ])('suspects %s', (label) => {
    expect(bandOf('injection-label', { label })).toBe('fail');
  });

  it('takes the host’s word for a camera that it expects', () => {
    expect(bandOf('injection-label', { label: 'OBS Virtual Camera', isLabelAllowed: true })).toBe('pass');
  });
});

describe('injection-timing', () => {
  const times = { hasCaptureTimes: true };

  it.each([15, 24, 25, 30, 60])('suspects times that were counted at %i a second', (fps) => {
    const rounded = filmAt((id) => Math.round((id * 1e6) / fps) / 1_000);
    expect(bandOf('injection-timing', times, rounded)).toBe('fail');
    const added = filmAt((id) => (id * Math.floor(1e6 / fps)) / 1_000);
    expect(bandOf('injection-timing', times, added)).toBe('fail');
  });

  it('suspects times that were counted in whole milliseconds', () => {
    const milliseconds = filmAt((id) => id * 33);
    expect(bandOf('injection-timing', times, milliseconds)).toBe('fail');
  });

  it('passes times that jitter as little as a page’s own clock, at any rate', () => {
    const anyFps = fc.double({ min: 20, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.integer(), anyFps, (seed, fps) => {
        const random = fc.sample(fc.nat(200), { seed, numRuns: 150, unbiased: true });
        const jittered = filmAt((id) => (id * 1_000) / fps + (random[id] ?? 0) / 1_000);
        expect(bandOf('injection-timing', times, jittered)).toBe('pass');
      }),
    );
  });

  it('passes a sensor as even as its crystal, at a rate that is round but for the crystal', () => {
    const fast = filmAt((id) => Math.round((id * 1e6) / (30 * 1.00004)) / 1_000);
    expect(bandOf('injection-timing', times, fast)).toBe('pass');
  });

  it('says nothing with few frames', () => {
    expect(bandOf('injection-timing', times, film().slice(0, 24))).toBe('absent');
  });
});
