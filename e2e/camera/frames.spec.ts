import { expect } from '@playwright/test';
import { test } from './camera-test.js';

/** How frames come, and that each is given back. */

/** Counts the video frames that the page gets or makes and has not yet closed. Each counts once, however often it is
 * closed. */
const COUNT_FRAMES = `
  const counts = (window.frameCounts = { opened: 0, closed: 0, mostOpen: 0 });
  const open = new WeakSet();
  const opened = (frame) => {
    open.add(frame);
    counts.opened += 1;
    counts.mostOpen = Math.max(counts.mostOpen, counts.opened - counts.closed);
    return frame;
  };
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const result = await read.call(this);
    if (result.value instanceof VideoFrame) opened(result.value);
    return result;
  };
  const { close, clone } = VideoFrame.prototype;
  VideoFrame.prototype.clone = function () { return opened(clone.call(this)); };
  VideoFrame.prototype.close = function () {
    if (open.delete(this)) counts.closed += 1;
    close.call(this);
  };
  window.VideoFrame = new Proxy(VideoFrame, { construct: (...made) => opened(Reflect.construct(...made)) });
`;

const RUNGS = [
  { name: 'the track processor', remove: '', calls: 'MediaStreamTrackProcessor' },
  {
    name: 'the track processor of a browser that cannot convert them',
    remove: `const { allocationSize } = VideoFrame.prototype;
      VideoFrame.prototype.allocationSize = function () { return allocationSize.call(this); };
      VideoFrame.prototype.copyTo = () => Promise.reject(new Error('was called'));`,
    calls: 'MediaStreamTrackProcessor',
  },
  {
    name: 'video frame callbacks',
    remove: 'delete window.MediaStreamTrackProcessor;',
    calls: 'requestVideoFrameCallback',
  },
  {
    name: 'animation frames',
    remove:
      'delete window.MediaStreamTrackProcessor; delete HTMLVideoElement.prototype.requestVideoFrameCallback;',
    calls: 'requestAnimationFrame',
  },
];
for (const { name, remove, calls } of RUNGS) {
  test(`frames come by ${name}, and the camera closes while they do`, async ({ launch }) => {
    const spy = `window.calls = 'none';
      const Processor = window.MediaStreamTrackProcessor;
      if (Processor) window.MediaStreamTrackProcessor = class extends Processor {
        constructor(init) { super(init); window.calls = 'MediaStreamTrackProcessor'; }
      };
      for (const [owner, method] of [[window, 'requestAnimationFrame'], [HTMLVideoElement.prototype, 'requestVideoFrameCallback']]) {
        const real = owner[method];
        if (real) owner[method] = function (callback) { window.calls = method; return real.call(this, callback); };
      }`;
    const open = await launch();
    const page = await open({ initScript: `${remove}${spy}` });
    const seen = await page.evaluate(async () => {
      const camera = await window.stage.openCamera(window.receipt, {}, window.never);
      const times: number[] = [];
      let width = 0;
      for (let i = 0; i < 12; i += 1) {
        const { image, mediaTimeMs } = await camera.frames.next(window.never);
        width = image.width;
        image.close();
        times.push(mediaTimeMs);
      }
      const waiting = camera.frames.next(window.never).catch((error: { code: string }) => error.code);
      camera.close();
      const last = await waiting;
      if (typeof last !== 'string') last.image.close();
      return {
        times,
        width,
        calls: Reflect.get(window, 'calls') as string,
        state: camera.stream.getVideoTracks()[0]?.readyState,
      };
    });
    expect(seen).toMatchObject({ width: 640, calls, state: 'ended' });
    const steps = seen.times.slice(1).map((time, index) => time - (seen.times[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
  });
}

test('the camera goes on while someone keeps a frame, and shows what it showed', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const seen = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    const pixelsOf = (image: ImageBitmap): readonly number[] => {
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      return Array.from(context?.getImageData(0, 0, image.width, image.height).data ?? []);
    };
    const kept = await camera.frames.next(window.never);
    const before = pixelsOf(kept.image);
    await new Promise<void>((resolve) => {
      let delivered = 0;
      camera.frames.onFrame(() => {
        delivered += 1;
        if (delivered === 15) resolve();
      });
    });
    const after = pixelsOf(kept.image);
    const newest = await camera.frames.next(window.never);
    const moved = pixelsOf(newest.image).some((value, index) => value !== before[index]);
    kept.image.close();
    newest.image.close();
    camera.close();
    const unchanged = after.every((value, index) => value === before[index]);
    return {
      unchanged,
      moved,
      bright: Math.max(...before.slice(0, 4_000)),
      between: newest.frameId - kept.frameId,
    };
  });
  expect(seen).toMatchObject({ unchanged: true, moved: true, bright: 255 });
  expect(seen.between).toBeGreaterThanOrEqual(14);
});

test('a slow taker never leaves more than three frames open, and none after close', { tag: '@slow' }, async ({
  launch,
}) => {
  const open = await launch();
  const page = await open({ initScript: COUNT_FRAMES });
  await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    let delivered = 0;
    camera.frames.onFrame(() => {
      delivered += 1;
    });
    while (delivered < 150) {
      const { image } = await camera.frames.next(window.never);
      await new Promise((resolve) => setTimeout(resolve, 120));
      image.close();
    }
    camera.close();
  });
  const counts = () => page.evaluate(() => window.frameCounts);
  // The browser hands over what it had when the camera was closed.
  await expect.poll(async () => (await counts()).opened - (await counts()).closed).toBe(0);
  const { opened, mostOpen } = await counts();
  expect(opened).toBeGreaterThanOrEqual(150);
  expect(mostOpen).toBeLessThanOrEqual(3);
});
