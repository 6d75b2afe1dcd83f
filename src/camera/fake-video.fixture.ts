import { expect, vi } from 'vitest';
import { fakeImage, fakeStream, fakeTrack } from './browser-doubles.fixture.js';
import { FrameMailbox } from './frame-mailbox.js';
import { readFrames } from './frame-source.js';
import { MediaClock } from './media-clock.js';

/** Each rung of the ladder, on engines whose clocks do what clocks of engines do. */

export const TICK_MS = 1_000 / 60;

/** One look of the screen: what the engine says of its clocks then, and which picture the camera shows. */
export interface Look {
  readonly engineMs: number;
  readonly picture: number;
}

export interface Seen {
  readonly times: readonly number[];
  /** What ended the frames; null: nothing did. */
  readonly lost: unknown;
}

/** A 2D context that shows the video's picture, or, as with resistFingerprinting, anything at all. */
export function contextShowing(picture: () => number, reads: 'true' | 'noise' | 'white') {
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

export class FakeVideo {
  readonly readyState = 4;
  readonly play = () => Promise.resolve();
  readonly pause = () => {};
  srcObject: unknown = null;
  currentTime = 0;
}

export interface Engine {
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
export async function play(
  { looks, reads = 'true', video = new FakeVideo() }: Engine,
  callEach: (look: Look, video: FakeVideo) => void,
): Promise<Seen> {
  let shown = -1;
  vi.stubGlobal('document', {
    createElement: (name: string) =>
      name === 'video' ? video : { getContext: () => contextShowing(() => shown, reads) },
  });
  const mailbox = new FrameMailbox(new MediaClock(() => page.nowMs));
  const times: number[] = [];
  mailbox.onFrame((atMs) => times.push(atMs));
  const stop = new AbortController();
  readFrames(fakeStream(), fakeTrack(), mailbox, stop.signal);
  for (const look of looks) {
    page.nowMs += TICK_MS;
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
export function looks(
  count: number,
  engine: (look: number) => number,
  picture = (look: number) => look >> 1,
) {
  return Array.from({ length: count }, (_, look) => ({ engineMs: engine(look), picture: picture(look) }));
}

export const CLOCKS: readonly (readonly [string, (look: number) => number])[] = [
  ['keeps time', (look) => look * TICK_MS],
  ['stands still', () => 0],
  ['says each time four times', (look) => Math.floor(look / 4) * 4 * TICK_MS],
  ['jumps by an hour', (look) => look * TICK_MS + (look < 20 ? 0 : 3_600_000)],
  ['goes back', (look) => 10_000 - look * TICK_MS],
  ['is not a number', () => Number.NaN],
];

export function expectGrowing(times: readonly number[], spanMs: number): void {
  for (const [index, atMs] of times.entries())
    if (index > 0) expect(atMs).toBeGreaterThan(times[index - 1] ?? 0);
  expect(Math.abs((times.at(-1) ?? 0) - spanMs)).toBeLessThanOrEqual(4 * TICK_MS);
}

/** The page's clock, and who waits for its next picture. */
export const page: { nowMs: number; animate: FrameRequestCallback[] } = { nowMs: 0, animate: [] };

export function stubPage(): void {
  page.nowMs = 0;
  page.animate = [];
  vi.stubGlobal('HTMLVideoElement', FakeVideo);
  vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 });
  vi.stubGlobal('createImageBitmap', async () => fakeImage());
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => page.animate.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {});
}
