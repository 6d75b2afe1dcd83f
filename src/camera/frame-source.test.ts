import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeImage, fakeStream, fakeTrack } from './browser-doubles.fixture.js';
import {
  CLOCKS,
  contextShowing,
  expectGrowing,
  FakeVideo,
  type Look,
  looks,
  page,
  play,
  stubPage,
  TICK_MS,
} from './fake-video.fixture.js';
import { FrameMailbox } from './frame-mailbox.js';
import { readFrames } from './frame-source.js';

beforeEach(stubPage);
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('frames by the track processor', () => {
  it.each(CLOCKS)('are all given on where the clock %s', async (_what, clock) => {
    const frames: ((frame: object) => void)[] = [];
    class Processor {
      readonly readable = new ReadableStream<object>({
        start: (controller) => void frames.push((frame) => controller.enqueue(frame)),
      });
    }
    vi.stubGlobal('MediaStreamTrackProcessor', Processor);
    const { times } = await play({ looks: looks(60, clock) }, ({ engineMs }) =>
      frames[0]?.(Object.assign(fakeImage(), { timestamp: engineMs * 1_000 })),
    );
    expect(times).toHaveLength(60);
    expectGrowing(times, 59 * TICK_MS);
  });
});

describe('frames where a rung of the ladder is there in name only', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  class UncalledVideo extends FakeVideo {
    requestVideoFrameCallback(): void {}
    cancelVideoFrameCallback(): void {}
  }

  const screenAndTime = (): void => {
    vi.advanceTimersByTime(TICK_MS);
    for (const callback of page.animate.splice(0)) callback(page.nowMs);
  };

  it('come by the next one where no processor can be made', async () => {
    vi.stubGlobal(
      'MediaStreamTrackProcessor',
      class {
        constructor() {
          throw new TypeError('Illegal constructor');
        }
      },
    );
    const { times, lost } = await play({ looks: looks(60, () => 0) }, screenAndTime);
    expect(times).toHaveLength(30);
    expect(lost).toBeNull();
  });

  it('come by animation frames where a video frame callback is never called', async () => {
    vi.stubGlobal('HTMLVideoElement', UncalledVideo);
    const { times } = await play({ looks: looks(180, () => 0), video: new UncalledVideo() }, screenAndTime);
    expect(times.length).toBeGreaterThanOrEqual(28);
    expectGrowing(times, 59 * TICK_MS);
  });

  it('are waited for while the video has no picture yet', async () => {
    vi.stubGlobal('HTMLVideoElement', UncalledVideo);
    const video = Object.assign(new UncalledVideo(), { readyState: 1 });
    const { times } = await play({ looks: looks(180, () => 0), video }, screenAndTime);
    expect(times).toEqual([]);
    expect(page.animate).toEqual([]);
  });
});

describe('frames of a video', () => {
  it('go on after an interruption: what paused is played again, until the camera is closed', () => {
    const video = Object.assign(new FakeVideo(), { play: vi.fn(() => Promise.resolve()) });
    const createElement = (name: string) =>
      name === 'video' ? video : { getContext: () => contextShowing(() => 0, 'true') };
    vi.stubGlobal('document', { createElement });
    const track = fakeTrack();
    const closing = new AbortController();
    readFrames(fakeStream(track), track, new FrameMailbox(), closing.signal);
    track.dispatchEvent(new Event('unmute'));
    expect(video.play).toHaveBeenCalledTimes(2);
    closing.abort();
    track.dispatchEvent(new Event('unmute'));
    expect(video.play).toHaveBeenCalledTimes(2);
  });
});

describe('frames by video frame callbacks', () => {
  type Callback = (now: number, metadata: { mediaTime: number; captureTime?: number }) => void;

  async function playCalls(engineLooks: readonly Look[], captureTime: (look: Look) => number | undefined) {
    let callback: Callback = () => {};
    class CallingVideo extends FakeVideo {
      requestVideoFrameCallback(next: Callback): void {
        callback = next;
      }
      cancelVideoFrameCallback(): void {}
    }
    vi.stubGlobal('HTMLVideoElement', CallingVideo);
    return play({ looks: engineLooks, video: new CallingVideo() }, (look) => {
      const captured = captureTime(look);
      callback(page.nowMs, { mediaTime: 0, ...(captured === undefined ? {} : { captureTime: captured }) });
    });
  }

  it('are all given on where the engine tells no time but its call’s, as Firefox and Safari do for a camera', async () => {
    const { times } = await playCalls(
      looks(60, () => 0),
      () => undefined,
    );
    expect(times).toHaveLength(60);
    expectGrowing(times, 59 * TICK_MS);
  });

  it.each(CLOCKS)('are all given on where the time of capture %s', async (_what, clock) => {
    const { times } = await playCalls(looks(60, clock), ({ engineMs }) => engineMs);
    expect(times).toHaveLength(60);
    expectGrowing(times, 59 * TICK_MS);
  });

  it('are all given on where the time of capture comes and goes', async () => {
    const { times } = await playCalls(
      looks(60, (look) => look * TICK_MS),
      ({ engineMs, picture }) => (picture % 3 === 0 ? engineMs : undefined),
    );
    expect(times).toHaveLength(60);
    expectGrowing(times, 59 * TICK_MS);
  });

  it('are given on though single ones cannot be copied', async () => {
    let asked = 0;
    const whenFull = looks(60, (look) => look * TICK_MS);
    vi.stubGlobal('createImageBitmap', async () => {
      asked += 1;
      if (asked < 4 || asked % 10 === 0) throw new DOMException('no picture yet', 'InvalidStateError');
      return fakeImage();
    });
    const { times, lost } = await playCalls(whenFull, ({ engineMs }) => engineMs);
    expect(times).toHaveLength(60 - 3 - 6);
    expect(lost).toBeNull();
  });

  it('end where none can be copied any more, with the cause', async () => {
    const cause = new DOMException('gone', 'InvalidStateError');
    vi.stubGlobal('createImageBitmap', () => Promise.reject(cause));
    const { times, lost } = await playCalls(
      looks(60, (look) => look * TICK_MS),
      ({ engineMs }) => engineMs,
    );
    expect(times).toEqual([]);
    expect(lost).toMatchObject({ code: 'camera.lost', cause });
  });
});

describe('frames by animation frames', () => {
  const screen = (): void => {
    for (const callback of page.animate.splice(0)) callback(page.nowMs);
  };

  it.each(CLOCKS)('are the pictures, each once, where the video’s clock %s', async (_what, clock) => {
    const { times } = await play({ looks: looks(60, clock) }, screen);
    expect(times).toHaveLength(30);
    expectGrowing(times, 59 * TICK_MS);
  });

  it('are those of a slow camera, each once', async () => {
    const perSecond7 = (look: number): number => Math.floor(look / 8);
    const { times } = await play({ looks: looks(80, (look) => look, perSecond7) }, screen);
    expect(times).toHaveLength(10);
  });

  it('show a frozen camera as frozen: its picture comes again, rarely', async () => {
    const { times } = await play(
      {
        looks: looks(
          120,
          (look) => look * TICK_MS,
          () => 7,
        ),
      },
      screen,
    );
    expect(times).toHaveLength(5);
  });

  it.each(['noise', 'white', 'slightly noisy', 'nothing'] as const)(
    'come at a camera’s pace where the browser answers %s for pixels',
    async (reads) => {
      const { times } = await play({ reads, looks: looks(120, () => 0) }, screen);
      expect(times.length).toBeGreaterThanOrEqual(55);
      expect(times.length).toBeLessThanOrEqual(62);
    },
  );
});
