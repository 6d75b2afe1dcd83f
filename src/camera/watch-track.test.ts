import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeTrack } from './browser-doubles.fixture.js';
import { NO_FRAMES_MS } from './frame-mailbox.js';
import { MUTED_MS, trackLost, WAKING_MS } from './watch-track.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const track = fakeTrack();
  const closing = new AbortController();
  const lost = vi.fn();
  const start = (): void => void trackLost(track, closing.signal).then(lost);
  return { track, closing, lost, start };
}

it('tells when the track ends', async () => {
  const { track, lost, start } = watch();
  start();
  track.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(lost).toHaveBeenCalledOnce();
});

it('tells of a track that had ended before anyone listened', async () => {
  const { track, lost, start } = watch();
  track.readyState = 'ended';
  start();
  await vi.advanceTimersByTimeAsync(0);
  expect(lost).toHaveBeenCalledOnce();
});

it('tells of a track that a script stopped, which fires no event', async () => {
  const { track, lost, start } = watch();
  start();
  track.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lost).toHaveBeenCalledOnce();
});

it('forgives a camera that is muted while it wakes up, for longer than pictures may stay away', async () => {
  const { track, lost, start } = watch();
  track.muted = true;
  start();
  await vi.advanceTimersByTimeAsync(NO_FRAMES_MS + 1_000);
  track.muted = false;
  await vi.advanceTimersByTimeAsync(WAKING_MS);
  expect(lost).not.toHaveBeenCalled();
});

it('tells of a camera that never wakes up', async () => {
  const { track, lost, start } = watch();
  track.muted = true;
  start();
  await vi.advanceTimersByTimeAsync(WAKING_MS + 500);
  expect(lost).toHaveBeenCalledOnce();
});

it('tells of a camera that stays muted, as when a call comes in', async () => {
  const { track, lost, start } = watch();
  start();
  track.muted = true;
  await vi.advanceTimersByTimeAsync(MUTED_MS + 500);
  expect(lost).toHaveBeenCalledOnce();
});

it('says nothing after the camera was closed on purpose, and leaves no timer', async () => {
  const { track, closing, lost, start } = watch();
  start();
  closing.abort();
  track.end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(lost).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
