import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeImage, fakeImage } from './browser-doubles.fixture.js';
import { FrameDetacher } from './detach.js';
import { FrameMailbox, MOST_FAILED } from './frame-mailbox.js';

const never = new AbortController().signal;

/** A VideoFrame of 2 × 1 pixels that does what those of engines do. */
class FakeFrame extends FakeImage {
  readonly displayWidth = 2;
  readonly displayHeight = 1;
  readonly visibleRect = { width: 2, height: 1 };
  rotation = 0;
  flip = false;
  allocationSize = (): number => 8;
  copyTo = async (target: Uint8ClampedArray): Promise<void> => void target.fill(7);
}

type Behaviour = Partial<Pick<FakeFrame, 'rotation' | 'flip' | 'allocationSize' | 'copyTo'>>;

function frameThat(behaviour: Behaviour = {}): FakeFrame & VideoFrame {
  return Object.assign(new FakeFrame(), behaviour) as unknown as FakeFrame & VideoFrame; // only what is asked of it
}

const refuse = (): never => {
  throw new DOMException('no format', 'NotSupportedError');
};

const copied = fakeImage();
const drawn = fakeImage();
let draw: () => Promise<ImageBitmap>;

beforeEach(() => {
  draw = async () => drawn;
  class FakeImageData {}
  vi.stubGlobal('ImageData', FakeImageData);
  vi.stubGlobal('createImageBitmap', async (from: unknown) =>
    from instanceof FakeImageData ? copied : draw(),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('FrameDetacher', () => {
  it.each<[string, Behaviour]>([
    ['is turned', { rotation: 90 }],
    ['is mirrored: a copy would not be, and answers would be judged the wrong way round', { flip: true }],
    ['its browser does not convert', { allocationSize: () => 3 }],
    ['has no format, so that its size cannot be told', { allocationSize: refuse }],
    ['refuses to be copied at once', { copyTo: refuse }],
    ['refuses to be copied', { copyTo: async () => refuse() }],
  ])('draws a frame that %s, and closes it', async (_what, behaviour) => {
    const frame = frameThat(behaviour);
    expect(await new FrameDetacher().detach(frame)).toBe(drawn);
    expect(frame.isClosed).toBe(true);
  });

  it('copies any other, and closes it', async () => {
    const frame = frameThat();
    expect(await new FrameDetacher().detach(frame)).toBe(copied);
    expect(frame.isClosed).toBe(true);
  });

  it('leaves no pixel of a copy that failed after it was wiped', async () => {
    const detacher = new FrameDetacher();
    let pixels: Uint8ClampedArray = new Uint8ClampedArray();
    const copyTo = async (target: Uint8ClampedArray): Promise<void> => {
      pixels = target.fill(7);
      detacher.wipe();
      refuse();
    };
    await detacher.detach(frameThat({ copyTo }));
    expect(Array.from(pixels)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('a frame that can neither be copied nor drawn', () => {
  it('is left out, and closed: the next one is given', async () => {
    draw = () => Promise.reject(new DOMException('gone', 'InvalidStateError'));
    const mailbox = new FrameMailbox();
    const broken = frameThat({ copyTo: refuse });
    mailbox.put(broken, 0);
    const next = mailbox.next(never);
    await vi.waitFor(() => expect(broken.isClosed).toBe(true));
    mailbox.put(frameThat(), 33);
    expect(await next).toMatchObject({ frameId: 1, image: copied });
  });

  it('is the end, with the cause, when none can be any more', async () => {
    const cause = new DOMException('gone', 'InvalidStateError');
    draw = () => Promise.reject(cause);
    const mailbox = new FrameMailbox();
    const frames = Array.from({ length: MOST_FAILED }, () => frameThat({ copyTo: refuse }));
    const lost = mailbox.next(never).catch((error: unknown) => error);
    for (const [index, frame] of frames.entries()) {
      mailbox.put(frame, 33 * index);
      await vi.waitFor(() => expect(frame.isClosed).toBe(true), { interval: 1 });
    }
    expect(await lost).toMatchObject({ code: 'camera.lost', detail: 'copy', cause });
  });
});
