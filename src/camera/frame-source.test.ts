import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeImage, fakeStream, fakeTrack } from './browser-doubles.fixture.js';
import { FrameMailbox } from './frame-mailbox.js';
import { readFrames } from './frame-source.js';
import { MediaClock } from './media-clock.js';

/** Each rung of the ladder, on engines whose clocks do what clocks of engines do. */

const TICK_MS = 1_000 / 60;

/** One look of the screen: what the engine says of its clocks then, and which picture the camera shows. */
interface Look {
  readonly engineMs: number;
  readonly picture: number;
}

interface Seen {
  readonly times: readonly number[];
  /** What ended the frames; null: nothing did. */
  readonly lost: unknown;
}

let pageMs = 0;

/** A 2D context that shows the video's picture, or, as with resistFingerprinting, anything at all. */
function contextShowing(picture: () => number, reads: 'true' | 'noise' | 'white') {
  let painted: readonly number[] = [];
  const context = {
    set fillStyle(style: string) {
      painted = (style.match(/\d+/g) ?? []).map(Number);
    },
    fillRect: () => {},
    drawImage: () => {
      painted = [picture(), 0, 0];
    },
    getImageData: () => {
      const bytes = {
        true: painted,
        noise: [0, 0, 0].map(() => Math.random() * 256),
        white: [255, 255, 255],
      };
      return { data: new Uint8ClampedArray([...bytes[reads], 255]) };
    },
  };
  return context;
}

class FakeVideo {
  readonly readyState = 4;
  readonly play = () => Promise.resolve();
  readonly pause = () => {};
  srcObject: unknown = null;
  currentTime = 0;
}

interface Engine {
  readonly reads?: 'true' | 'noise' | 'white';
  readonly looks: readonly Look[];
  readonly video?: FakeVideo;
}

/** Null where the mailbox still waits for frames, or has one. */
function failureOf(mailbox: FrameMailbox): Promise<unknown> {
  const noLonger = new AbortController();
  const next = mailbox.next(noLonger.signal).then(
    () => null,
    (thrown: unknown) => (noLonger.signal.aborted ? null : thrown),
  );
  setImmediate(() => noLonger.abort());
  return next;
}

/** Plays the looks to a rung by its own kind of call, and gives what came out of the mailbox. */
async function play(
  { looks, reads = 'true', video = new FakeVideo() }: Engine,
  callEach: (look: Look, video: FakeVideo) => void,
): Promise<Seen> {
  let shown = -1;
  vi.stubGlobal('document', {
    createElement: (name: string) =>
      name === 'video' ? video : { getContext: () => contextShowing(() => shown, reads) },
  });
  const mailbox = new FrameMailbox(new MediaClock(() => pageMs));
  const times: number[] = [];
  mailbox.onFrame((atMs) => times.push(atMs));
  const stop = new AbortController();
  readFrames(fakeStream(), fakeTrack(), mailbox, stop.signal);
  for (const look of looks) {
    pageMs += TICK_MS;
    shown = look.picture;
    video.currentTime = look.engineMs / 1_000;
    callEach(look, video);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const lost = await failureOf(mailbox);
  stop.abort();
  mailbox.close();
  return { times, lost };
}

/** Thirty pictures a second on a screen of sixty looks. */
function looks(count: number, engine: (look: number) => number, picture = (look: number) => look >> 1) {
  return Array.from({ length: count }, (_, look) => ({ engineMs: engine(look), picture: picture(look) }));
}

const CLOCKS: readonly (readonly [string, (look: number) => number])[] = [
  ['keeps time', (look) => look * TICK_MS],
  ['stands still', () => 0],
  ['says each time four times', (look) => Math.floor(look / 4) * 4 * TICK_MS],
  ['jumps by an hour', (look) => look * TICK_MS + (look < 20 ? 0 : 3_600_000)],
  ['goes back', (look) => 10_000 - look * TICK_MS],
  ['is not a number', () => Number.NaN],
];

function expectGrowing(times: readonly number[], spanMs: number): void {
  for (const [index, atMs] of times.entries())
    if (index > 0) expect(atMs).toBeGreaterThan(times[index - 1] ?? 0);
  expect(Math.abs((times.at(-1) ?? 0) - spanMs)).toBeLessThanOrEqual(4 * TICK_MS);
}

let animate: FrameRequestCallback[] = [];

beforeEach(() => {
  pageMs = 0;
  animate = [];
  vi.stubGlobal('HTMLVideoElement', FakeVideo);
  vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 });
  vi.stubGlobal('createImageBitmap', async () => fakeImage());
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => animate.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
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
    for (const callback of animate.splice(0)) callback(pageMs);
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
    expect(animate).toEqual([]);
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
      callback(pageMs, { mediaTime: 0, ...(captured === undefined ? {} : { captureTime: captured }) });
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
    for (const callback of animate.splice(0)) callback(pageMs);
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

  it.each(['noise', 'white'] as const)(
    'come at a camera’s pace where the browser answers %s for pixels',
    async (reads) => {
      const { times } = await play({ reads, looks: looks(120, () => 0) }, screen);
      expect(times.length).toBeGreaterThanOrEqual(55);
      expect(times.length).toBeLessThanOrEqual(62);
    },
  );
});
