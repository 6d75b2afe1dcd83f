import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { bundleExports } from './support/bundle-exports.js';
import { type StaticServer, serveFiles } from './support/static-server.js';

/** The camera stage against Chromium's own fake devices. */

/** The stage has no door of its own, so its shape is written down once more. */
interface Frame {
  readonly image: ImageBitmap;
  readonly frameId: number;
  readonly mediaTimeMs: number;
}
interface Camera {
  readonly stream: MediaStream;
  readonly deviceId: string;
  readonly frames: {
    next(signal: AbortSignal): Promise<Frame>;
    onFrame(listener: (mediaTimeMs: number) => void): () => void;
  };
  readonly lost: Promise<void>;
  choices(): Promise<readonly { readonly deviceId: string; readonly label: string }[]>;
  close(): void;
}
interface Recording {
  finish(durationMs: number): Promise<{ readonly blob: Blob; readonly mimeType: string }>;
  discard(): void;
}
interface Receipt {
  readonly act: { readonly consentReceiptId: string };
}
interface CameraStage {
  openCamera(
    receipt: Receipt,
    request: { readonly deviceId?: string | undefined },
    signal: AbortSignal,
  ): Promise<Camera>;
  recordClip(camera: Camera): Recording;
}

declare global {
  interface Window {
    stage: CameraStage;
    receipt: Receipt;
    never: AbortSignal;
    frameCounts: { opened: number; closed: number; mostOpen: number };
  }
}

const PAGE = `<!doctype html><title>camera</title><script type="module">
  window.stage = await import('/stage.js');
  window.receipt = { act: { consentReceiptId: 'receipt-1' } };
  window.never = new AbortController().signal;
  document.documentElement.dataset.loaded = '';
</script>`;

/** Counts the video frames that are handed out and not yet closed. */
const COUNT_FRAMES = `
  const counts = (window.frameCounts = { opened: 0, closed: 0, mostOpen: 0 });
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const result = await read.call(this);
    if (result.value instanceof VideoFrame) {
      counts.opened += 1;
      counts.mostOpen = Math.max(counts.mostOpen, counts.opened - counts.closed);
    }
    return result;
  };
  const { close } = VideoFrame.prototype;
  VideoFrame.prototype.close = function () {
    counts.closed += 1;
    close.call(this);
  };
`;

interface OpenPage {
  readonly path?: string;
  readonly host?: string;
  readonly initScript?: string;
}
type Open = (options?: OpenPage) => Promise<Page>;

const FAKE_UI = '--use-fake-ui-for-media-stream';
const FAKE_DEVICE = '--use-fake-device-for-media-stream';
/** A granted default camera; the collector shows frames that were never closed. */
const CAMERA = [FAKE_UI, FAKE_DEVICE, '--js-flags=--expose-gc'];

const test = base.extend<
  { launch: (args?: readonly string[]) => Promise<Open> },
  { server: StaticServer; browserWith: (args: readonly string[]) => Promise<Browser> }
>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const stage = await bundleExports({
        openCamera: 'src/camera/open-camera.ts',
        recordClip: 'src/camera/record-clip.ts',
      });
      const html = { body: PAGE, type: 'text/html' };
      const server = await serveFiles({
        '/': html,
        '/blocked': { ...html, headers: { 'permissions-policy': 'camera=()' } },
        '/stage.js': { body: stage, type: 'text/javascript' },
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  browserWith: [
    async ({ playwright, launchOptions }, use) => {
      const browsers = new Map<string, Promise<Browser>>();
      await use((args) => {
        const key = args.join(' ');
        const browser =
          browsers.get(key) ??
          playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
        browsers.set(key, browser);
        return browser;
      });
      for (const browser of browsers.values()) await (await browser).close();
    },
    { scope: 'worker' },
  ],
  launch: async ({ browserWith, server }, use) => {
    const pages: Page[] = [];
    await use(async (args = CAMERA) => {
      const browser = await browserWith(args);
      return async ({ path = '/', host = 'localhost', initScript } = {}) => {
        const page = await browser.newPage();
        pages.push(page);
        if (initScript !== undefined) await page.addInitScript(initScript);
        await page.goto(`http://${host}:${server.port}${path}`);
        await page.waitForSelector('html[data-loaded]', { state: 'attached' });
        return page;
      };
    });
    for (const page of pages) await page.close();
  },
});

/** The code that opening the camera fails with, or `opened`. */
async function openingCode(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      const camera = await window.stage.openCamera(window.receipt, {}, window.never);
      camera.close();
      return 'opened';
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
}

test('the camera opens, delivers frames on a clock that starts at zero, and is off after close', async ({
  launch,
}) => {
  const open = await launch();
  const page = await open();
  const seen = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    const times: number[] = [];
    const ids: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const frame = await camera.frames.next(window.never);
      frame.image.close();
      times.push(frame.mediaTimeMs);
      ids.push(frame.frameId);
    }
    const [settings] = camera.stream.getVideoTracks().map((track) => track.getSettings());
    camera.close();
    camera.close();
    const afterClose = await camera.frames.next(window.never).catch((error: { code: string }) => error.code);
    const states = camera.stream.getTracks().map((track) => `${track.kind} ${track.readyState}`);
    return { times, ids, settings, states, afterClose, deviceId: camera.deviceId };
  });
  expect(seen.times[0]).toBe(0);
  expect(seen.times).toEqual(seen.times.toSorted((a, b) => a - b));
  expect(new Set(seen.ids).size).toBe(10);
  expect(seen.settings).toMatchObject({ width: 640, height: 480, deviceId: seen.deviceId });
  expect(seen.states).toEqual(['video ended']);
  expect(seen.afterClose).toBe('camera.lost');
});

test('every refusal of the browser has its own code', async ({ launch }) => {
  const without = await launch([FAKE_UI, `${FAKE_DEVICE}=device-count=0`]);
  expect(await openingCode(await without())).toBe('camera.not_found');
  const denying = await launch([`${FAKE_UI}=deny`, FAKE_DEVICE]);
  expect(await openingCode(await denying())).toBe('camera.permission_denied');
  expect(await openingCode(await denying({ path: '/blocked' }))).toBe('env.policy_blocked');
  const granting = await launch([FAKE_UI, FAKE_DEVICE, '--host-resolver-rules=MAP shop.example 127.0.0.1']);
  expect(await openingCode(await granting({ path: '/blocked' }))).toBe('env.policy_blocked');
  expect(await openingCode(await granting({ host: 'shop.example' }))).toBe('env.insecure_context');
  expect(await openingCode(await granting())).toBe('opened');
});

test('a frame of another origin needs allow="camera", and its error blames the page', async ({
  launch,
  server,
}) => {
  const open = await launch();
  const page = await open();
  const codeInFrame = async (allow: string): Promise<string> => {
    const frame = await page.evaluateHandle(
      async ([src, allowed]) => {
        const iframe = document.createElement('iframe');
        Object.assign(iframe, { src, allow: allowed });
        const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve));
        document.body.append(iframe);
        await loaded;
        return iframe;
      },
      [`http://127.0.0.1:${server.port}/`, allow] as const,
    );
    const content = await frame.asElement()?.contentFrame();
    if (!content) throw new Error('the frame did not load');
    await content.waitForSelector('html[data-loaded]', { state: 'attached' });
    return openingCode(content as unknown as Page); // a Frame evaluates as a Page does
  };
  expect(await codeInFrame('')).toBe('env.policy_blocked');
  expect(await codeInFrame('camera')).toBe('opened');
});

test('the seller can switch between two cameras', async ({ launch }) => {
  const open = await launch([FAKE_UI, `${FAKE_DEVICE}=device-count=2`]);
  const page = await open();
  const switched = await page.evaluate(async () => {
    const first = await window.stage.openCamera(window.receipt, {}, window.never);
    const choices = await first.choices();
    const other = choices.find(({ deviceId }) => deviceId !== first.deviceId);
    first.close();
    const second = await window.stage.openCamera(window.receipt, { deviceId: other?.deviceId }, window.never);
    second.close();
    return { labels: choices.map(({ label }) => label), wanted: other?.deviceId, got: second.deviceId };
  });
  expect(switched.labels).toEqual(['fake_device_0', 'fake_device_1']);
  expect(switched.got).toBe(switched.wanted);
});

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

test('a slow taker never leaves more than three frames open, and none after close', async ({ launch }) => {
  const open = await launch();
  const page = await open({ initScript: COUNT_FRAMES });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const counts = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    let delivered = 0;
    const enough = new Promise<void>((resolve) => {
      camera.frames.onFrame(() => {
        delivered += 1;
        if (delivered === 300) resolve();
      });
    });
    const taking = (async () => {
      while (delivered < 300) {
        const { image } = await camera.frames.next(window.never);
        await new Promise((resolve) => setTimeout(resolve, 120));
        image.close();
      }
    })();
    await Promise.all([enough, taking]);
    camera.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    (Reflect.get(window, 'gc') as () => void)();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return window.frameCounts;
  });
  expect(counts.opened).toBeGreaterThanOrEqual(300);
  expect(counts.closed).toBe(counts.opened);
  expect(counts.mostOpen).toBeLessThanOrEqual(3);
  expect(complaints).toEqual([]);
});

test('five seconds of frames make a clip of five seconds', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const clip = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    (await camera.frames.next(window.never)).image.close();
    const recording = window.stage.recordClip(camera);
    let startMs: number | undefined;
    const durationMs = await new Promise<number>((resolve) => {
      camera.frames.onFrame((mediaTimeMs) => {
        startMs ??= mediaTimeMs;
        if (mediaTimeMs - startMs >= 5_000) resolve(mediaTimeMs - startMs);
      });
    });
    const { blob, mimeType } = await recording.finish(durationMs);
    camera.close();
    const video = document.createElement('video');
    video.src = URL.createObjectURL(blob);
    // A recorded webm states no duration; seeking beyond its end makes the player find it.
    video.currentTime = 1e6;
    await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    return { durationMs, mimeType, sizeBytes: blob.size, playsS: video.currentTime };
  });
  expect(Math.abs(clip.durationMs - 5_000)).toBeLessThanOrEqual(200);
  expect(Math.abs(clip.playsS - 5)).toBeLessThanOrEqual(0.25);
  expect(clip.mimeType).toMatch(/^video\/webm/);
  expect(clip.sizeBytes).toBeGreaterThan(10_000);
  expect(clip.sizeBytes).toBeLessThan(900_000);
});

test('a discarded recording gives no clip and leaves the camera running', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const result = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    const recording = window.stage.recordClip(camera);
    recording.discard();
    recording.discard();
    const code = await recording.finish(1_000).catch((error: { code: string }) => error.code);
    (await camera.frames.next(window.never)).image.close();
    const state = camera.stream.getVideoTracks()[0]?.readyState;
    camera.close();
    return { code, state };
  });
  expect(result).toEqual({ code: 'camera.lost', state: 'live' });
});

test('a browser without a recorder says so', async ({ launch }) => {
  const open = await launch();
  const page = await open({ initScript: 'delete window.MediaRecorder;' });
  const code = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    try {
      window.stage.recordClip(camera);
      return 'recorded';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      camera.close();
    }
  });
  expect(code).toBe('clip.unsupported');
});

/** A file camera that breaks off in its twenty-third frame, like a cable that is pulled. */
async function tornVideo(folder: string): Promise<string> {
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.alloc(640 * 480 * 1.5, 128)]);
  const frames = Array.from({ length: 22 }, () => frame);
  const path = join(folder, 'torn.y4m');
  await writeFile(
    path,
    Buffer.concat([
      Buffer.from('YUV4MPEG2 W640 H480 F15:1 Ip A1:1 C420jpeg\n'),
      ...frames,
      frame.subarray(0, 1_000),
    ]),
  );
  return path;
}

test('a camera that is torn off mid-clip is lost: no more frames, and the short clip is refused', async ({
  launch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'candor-torn-'));
  try {
    const file = await tornVideo(folder);
    const open = await launch([FAKE_UI, FAKE_DEVICE, `--use-file-for-fake-video-capture=${file}`]);
    const page = await open();
    const result = await page.evaluate(async () => {
      const camera = await window.stage.openCamera(window.receipt, {}, window.never);
      const recording = window.stage.recordClip(camera);
      await camera.lost;
      const codeOf = (error: { code: string }): string => error.code;
      const next = await camera.frames.next(window.never).catch(codeOf);
      const clip = await recording.finish(5_000).catch(codeOf);
      camera.close();
      return { next, clip };
    });
    expect(result).toEqual({ next: 'camera.lost', clip: 'camera.lost' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a track that the host page stops behind the widget is lost too', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const lost = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    for (const track of camera.stream.getTracks()) track.stop();
    await camera.lost;
    camera.close();
    return true;
  });
  expect(lost).toBe(true);
});
