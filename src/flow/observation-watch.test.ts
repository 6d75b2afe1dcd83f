import { describe, expect, it } from 'vitest';
import type { FrameSource } from '../core/capture.js';
import { ObservationWatch, SILENT_MS } from './observation-watch.js';
import { observation } from './samples.fixture.js';

/** A camera of which only the clock matters. */
class Clock implements FrameSource {
  #tell: (mediaTimeMs: number) => void = () => {};
  #atMs = 0;

  next = () => new Promise<never>(() => {});
  close = () => {};

  onFrame(listener: (mediaTimeMs: number) => void): () => void {
    this.#tell = listener;
    return () => {
      this.#tell = () => {};
    };
  }

  /** @param frames - delivered, `everyMs` apart. */
  deliver(frames: number, everyMs = 33): void {
    for (let frame = 0; frame < frames; frame += 1) {
      this.#atMs += everyMs;
      this.#tell(this.#atMs);
    }
  }
}

/** What the watch says, once everything that is due has been said. */
async function said(watch: ObservationWatch): Promise<unknown> {
  const nothing = new Promise((resolve) => setTimeout(resolve, 0, 'nothing'));
  return Promise.race([nothing, watch.broken.catch((error: unknown) => error)]);
}

const FROZEN = { code: 'runtime.frozen' };
const FRAMES_OF_SILENCE = Math.ceil(SILENT_MS / 33) + 1;

/** The face stays where it was in frame 1; the picture does not. */
function stuck(frameId: number, mediaTimeMs: number) {
  return { ...observation(frameId, mediaTimeMs), face: observation(1, 0).face };
}

describe('a worker that answers nothing', () => {
  it('is broken after two seconds of the camera', async () => {
    const camera = new Clock();
    const watch = new ObservationWatch(camera);
    camera.deliver(FRAMES_OF_SILENCE - 3);
    expect(await said(watch)).toBe('nothing');
    camera.deliver(3);
    expect(await said(watch)).toMatchObject(FROZEN);
  });

  it('is not broken while it answers now and then', async () => {
    const camera = new Clock();
    const watch = new ObservationWatch(camera);
    for (let times = 0; times < 4; times += 1) {
      camera.deliver(FRAMES_OF_SILENCE - 3);
      watch.answered();
    }
    expect(await said(watch)).toBe('nothing');
  });

  it('is not broken by a camera that rested, as over a lid that was closed', async () => {
    const camera = new Clock();
    const watch = new ObservationWatch(camera);
    camera.deliver(1);
    camera.deliver(1, 3_600_000);
    expect(await said(watch)).toBe('nothing');
  });

  it('has its time while it starts a model, and two seconds after that', async () => {
    let starting = true;
    const camera = new Clock();
    const watch = new ObservationWatch(camera, () => starting);
    camera.deliver(3 * FRAMES_OF_SILENCE);
    starting = false;
    camera.deliver(FRAMES_OF_SILENCE - 3);
    expect(await said(watch)).toBe('nothing');
    camera.deliver(3);
    expect(await said(watch)).toMatchObject(FROZEN);
  });

  it('is nobody’s business once the watch has stopped', async () => {
    const camera = new Clock();
    const watch = new ObservationWatch(camera);
    watch.stop();
    camera.deliver(2 * FRAMES_OF_SILENCE);
    expect(await said(watch)).toBe('nothing');
  });
});

describe('a worker that answers the same', () => {
  it('is broken when the pictures differ and no landmark moves by a hair for a second', async () => {
    const watch = new ObservationWatch(new Clock());
    for (let frame = 1; frame <= 10; frame += 1) watch.observed(stuck(frame, frame * 100));
    expect(await said(watch)).toBe('nothing');
    watch.observed(stuck(11, 1_100));
    expect(await said(watch)).toMatchObject(FROZEN);
  });

  it('is broken too where it takes a third of a second for a frame, but not by three frames', async () => {
    const watch = new ObservationWatch(new Clock());
    for (const frame of [1, 2, 3]) watch.observed(stuck(frame, frame * 600));
    expect(await said(watch)).toBe('nothing');
    watch.observed(stuck(4, 2_400));
    expect(await said(watch)).toMatchObject(FROZEN);
  });

  it('is right about a picture that stands still: that is for the check of repeated frames', async () => {
    const watch = new ObservationWatch(new Clock());
    for (let frame = 1; frame <= 30; frame += 1)
      watch.observed({ ...stuck(frame, frame * 100), pixelHash: 7 });
    expect(await said(watch)).toBe('nothing');
  });

  it('is right about a face that moves, and about nobody', async () => {
    const watch = new ObservationWatch(new Clock());
    for (let frame = 1; frame <= 30; frame += 1) watch.observed(observation(frame, frame * 100));
    for (let frame = 31; frame <= 60; frame += 1)
      watch.observed({ ...observation(frame, frame * 100), face: null });
    expect(await said(watch)).toBe('nothing');
  });

  it('is not held to what it said before a face that moved', async () => {
    const watch = new ObservationWatch(new Clock());
    for (let frame = 1; frame <= 9; frame += 1) watch.observed(stuck(frame, frame * 100));
    watch.observed(observation(10, 1_000));
    for (let frame = 11; frame <= 19; frame += 1) watch.observed(stuck(frame, frame * 100));
    expect(await said(watch)).toBe('nothing');
  });
});
