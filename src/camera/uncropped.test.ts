import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepUncropped } from './uncropped.js';

/** A camera that gives pictures of up to `max`, of which a strip or the whole is taken. */
function trackOf(now: readonly [number, number], max: readonly [number, number] | null) {
  const applyConstraints = vi.fn(async (_wanted?: MediaTrackConstraints) => {});
  const getSettings = (): MediaTrackSettings => ({ width: now[0], height: now[1] });
  if (max === null) return { applyConstraints, getSettings };
  const getCapabilities = (): MediaTrackCapabilities => ({ width: { max: max[0] }, height: { max: max[1] } });
  return { applyConstraints, getSettings, getCapabilities };
}

const UPRIGHT = expect.objectContaining({ width: { ideal: 480 }, height: { ideal: 640 } });

describe('keepUncropped', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['a wide one', [480, 360]],
    ['a square, as in Chromium 156', [480, 480]],
  ] as const)('asks for the whole of an upright picture that was cut to %s', (_name, now) => {
    const track = trackOf(now, [480, 640]);
    keepUncropped(track, new AbortController().signal);
    expect(track.applyConstraints).toHaveBeenCalledExactlyOnceWith(UPRIGHT);
  });

  it.each([
    ['a webcam', [640, 480], [1920, 1080]],
    ['a phone that turned its picture by itself', [480, 640], [1920, 1080]],
    ['an upright one that is whole', [480, 640], [1080, 1920]],
    ['a square camera', [640, 480], [720, 720]],
    ['a browser that does not tell', [640, 480], null],
  ] as const)('leaves %s alone', (_name, now, max) => {
    const track = trackOf(now, max);
    keepUncropped(track, new AbortController().signal);
    expect(track.applyConstraints).not.toHaveBeenCalled();
  });

  it('looks again when the device is turned, until it is over', () => {
    const orientation = new EventTarget();
    vi.stubGlobal('screen', { orientation });
    const over = new AbortController();
    const now: [number, number] = [480, 640];
    const track = trackOf(now, [480, 640]);
    keepUncropped(track, over.signal);
    expect(track.applyConstraints).not.toHaveBeenCalled();
    [now[0], now[1]] = [480, 360];
    orientation.dispatchEvent(new Event('change'));
    expect(track.applyConstraints).toHaveBeenCalledExactlyOnceWith(UPRIGHT);
    over.abort();
    orientation.dispatchEvent(new Event('change'));
    expect(track.applyConstraints).toHaveBeenCalledOnce();
  });
});
