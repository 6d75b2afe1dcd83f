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

/** What a browser gives for its pixels: as they are, or, to protect against fingerprinting, anything at all, white, a few values
 * that are one off, others each time, or nothing. */
export type Reads = 'true' | 'noise' | 'white' | 'slightly noisy' | 'nothing';

const READ: Readonly<
  Record<Exclude<Reads, 'nothing'>, (value: number, at: number, times: number) => number>
> = {
  true: (value) => value,
  noise: (value, at, times) => (value + 97 * (at + times)) % 256,
  white: () => 255,
  'slightly noisy': (value, at, times) => value + ((at + 7 * times) % 20 === 0 ? 1 : 0),
};

/** A 2D context of 64 × 48 that shows what was painted, or the video's picture. */
export function contextShowing(picture: () => number, reads: Reads) {
  const pixels = new Uint8ClampedArray(4 * 64 * 48);
  let colour: readonly number[] = [];
  let times = 0;
  const context = {
    set fillStyle(style: string) {
      colour = [...(style.match(/\d+/g) ?? []).map(Number), 255];
    },
    fillRect: (left: number, top: number, width: number, height: number) => {
      for (let y = top; y < top + height; y += 1)
        for (let x = left; x < left + width; x += 1) pixels.set(colour, 4 * (64 * y + x));
    },
    drawImage: () => {
      pixels.fill(picture());
    },
    getImageData: () => {
      if (reads === 'nothing') throw new DOMException('The operation is insecure.', 'SecurityError');
      times += 1;
      return { data: pixels.map((value, at) => READ[reads](value, at, times)) };
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
  readonly reads?: Reads;
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
