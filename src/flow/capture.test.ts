import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Camera, CapturedFrame, ClipRecording } from '../core/capture.js';
import { type CaptureInput, capture } from './capture.js';
import { Stages } from './port-doubles.fixture.js';
import { DISCOVERY, observation, SOURCE, session } from './samples.fixture.js';

/** A camera whose frames the test delivers one by one. */
class ScriptedCamera implements Camera {
  readonly stream = {} as MediaStream; // only passed on
  readonly deviceId = 'camera-1';
  readonly label = 'Integrated Camera';
  readonly isStandIn = false;
  readonly lost = new Promise<void>(() => {});
  readonly source = Promise.resolve(SOURCE);
  readonly #listeners = new Set<(mediaTimeMs: number) => void>();
  #take: ((frame: CapturedFrame) => void) | null = null;
  #frameId = 0;
  keepsShape = false;

  readonly frames = {
    next: (signal: AbortSignal) =>
      new Promise<CapturedFrame>((resolve, reject) => {
        this.#take = resolve;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    onFrame: (listener: (mediaTimeMs: number) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
    close: () => {},
  };

  deliver(mediaTimeMs: number): void {
    this.#frameId += 1;
    for (const listener of this.#listeners) listener(mediaTimeMs);
    this.#take?.({ image: {} as ImageBitmap, frameId: this.#frameId, mediaTimeMs });
  }

  onDevicesChanged(): void {}

  keepShape(): void {
    this.keepsShape = true;
  }

  choices() {
    return Promise.resolve([]);
  }

  close(): void {}
}

async function inputFor(camera: Camera, recording: Partial<ClipRecording> = {}): Promise<CaptureInput> {
  const { ports } = new Stages();
  return {
    camera,
    vision: await ports.vision.start(DISCOVERY, () => {}, new AbortController().signal),
    liveness: await ports.liveness(),
    profile: 'standard',
    challenge: session().challenge,
    accepted: null,
    record: async (opened) => ({ ...(await ports.camera.record(opened)), ...recording }),
    onProgress: () => {},
  };
}

describe('capture', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function deliverEvery(camera: ScriptedCamera, stepMs: number, untilMs: number): Promise<void> {
    for (let at = 0; at <= untilMs; at += stepMs) {
      camera.deliver(1_000 + at);
      await vi.advanceTimersByTimeAsync(stepMs);
    }
  }

  it('ends after five seconds of media time, whenever the recording began', async () => {
    const camera = new ScriptedCamera();
    const running = capture(await inputFor(camera), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(400);
    await deliverEvery(camera, 40, 5_040);
    const { durationMs, clip, observations, source } = await running;
    expect(durationMs).toBe(5_000);
    expect(clip).toMatchObject({ kind: 'recorded', durationMs: 5_000 });
    expect(source).toBe(SOURCE);
    expect(observations.at(0)?.mediaTimeMs).toBe(0);
    expect(observations.every(({ mediaTimeMs }) => mediaTimeMs <= 5_000)).toBe(true);
  });

  it('does not become longer because the camera delivers rarely', async () => {
    const camera = new ScriptedCamera();
    const running = capture(await inputFor(camera), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    await deliverEvery(camera, 700, 5_600);
    expect((await running).durationMs).toBe(5_100);
  });

  /** What is analysed of a clip on a machine on which the worker takes so long, and what of it is embedded meanwhile. */
  async function analysedBy(frameMsOf: (frameId: number) => number, embedMs: number) {
    const camera = new ScriptedCamera();
    const input = await inputFor(camera);
    const taking = (tookMs: number) => new Promise((resolve) => setTimeout(resolve, tookMs));
    const order: string[] = [];
    const slowed: CaptureInput['vision'] = {
      ...input.vision,
      observe: async (image, frameId, mediaTimeMs) => {
        const workMs = frameMsOf(frameId);
        await taking(workMs);
        return { ...(await input.vision.observe(image, frameId, mediaTimeMs)), workMs };
      },
      embed: async (frameId) => {
        await taking(embedMs);
        return order.push(`embed ${frameId}`) > 0;
      },
      hold: async (frameId) => order.push(`hold ${frameId}`) > 0,
    };
    const running = capture({ ...input, vision: slowed }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    await deliverEvery(camera, 33, 5_100);
    await vi.advanceTimersByTimeAsync(1_000);
    const { observations } = await running;
    return { frames: observations.length, order };
  }

  it('leaves enough to judge by where a machine is six times slower than a laptop: faces are embedded after the clip', async () => {
    const { frames, order } = await analysedBy(() => 120, 820);
    expect(frames).toBeGreaterThanOrEqual(25);
    expect(order.length).toBeGreaterThanOrEqual(5);
    expect(order.every((step) => step.startsWith('hold'))).toBe(true);
  });

  it('knows a slow machine by most of its frames, and a fast one in spite of a pause', async () => {
    const { frames, order } = await analysedBy((frameId) => (frameId % 10 === 0 ? 150 : 20), 136);
    expect(frames).toBeGreaterThanOrEqual(25);
    expect(order.every((step) => step.startsWith('embed'))).toBe(true);
  });

  it('embeds while it records where the machine keeps up, so that the seller does not wait afterwards', async () => {
    const { frames, order } = await analysedBy(() => 20, 136);
    expect(frames).toBeGreaterThanOrEqual(50);
    expect(order.every((step) => step.startsWith('embed'))).toBe(true);
  });

  it('refuses a clip of another length with clip.wrong_length', async () => {
    const camera = new ScriptedCamera();
    const discard = vi.fn();
    const running = capture(await inputFor(camera, { discard }), new AbortController().signal);
    const refused = expect(running).rejects.toMatchObject({ code: 'clip.wrong_length' });
    await vi.advanceTimersByTimeAsync(0);
    camera.deliver(0);
    camera.deliver(6_000);
    await refused;
    expect(discard).toHaveBeenCalled();
  });

  it('does not blame the seller where the pictures stop, and the camera stays', async () => {
    const camera = new ScriptedCamera();
    const discard = vi.fn();
    const running = capture(await inputFor(camera, { discard }), new AbortController().signal);
    const refused = expect(running).rejects.toMatchObject({
      code: 'camera.no_frames',
      detail: 'none after 2000 ms of the recording',
    });
    await vi.advanceTimersByTimeAsync(0);
    await deliverEvery(camera, 40, 2_000);
    await vi.advanceTimersByTimeAsync(3_200);
    await refused;
    expect(discard).toHaveBeenCalled();
  });

  it('goes on after a pause of the page, whose pictures come behind its timers', async () => {
    const camera = new ScriptedCamera();
    const running = capture(await inputFor(camera), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    await deliverEvery(camera, 40, 3_960);
    await vi.advanceTimersByTimeAsync(1_110);
    camera.deliver(6_120);
    expect((await running).durationMs).toBe(5_120);
  });

  it('lets the camera ask for no other picture once it records', async () => {
    const camera = new ScriptedCamera();
    const input = await inputFor(camera);
    let keptShape = false;
    const record: typeof input.record = (opened) => {
      keptShape = camera.keepsShape;
      return input.record(opened);
    };
    const running = capture({ ...input, record }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    await deliverEvery(camera, 40, 5_040);
    await running;
    expect(keptShape).toBe(true);
  });

  it('is interrupted by a device that is turned, and not by a picture that gets smaller', async () => {
    const camera = new ScriptedCamera();
    const input = await inputFor(camera);
    let size = { widthPx: 640, heightPx: 480 };
    const observe: typeof input.vision.observe = async (_image, frameId, mediaTimeMs) => ({
      ...observation(frameId, mediaTimeMs),
      ...size,
    });
    const vision = { ...input.vision, observe };
    const running = capture({ ...input, vision }, new AbortController().signal);
    const refused = expect(running).rejects.toMatchObject({
      code: 'capture.interrupted',
      detail: 'the picture turned: 640 × 480, then 480 × 640',
    });
    await vi.advanceTimersByTimeAsync(0);
    await deliverEvery(camera, 40, 1_000);
    size = { widthPx: 320, heightPx: 240 };
    await deliverEvery(camera, 40, 1_000);
    size = { widthPx: 480, heightPx: 640 };
    await deliverEvery(camera, 40, 200);
    await refused;
  });

  it('calls a camera that delivers nothing too slow', async () => {
    const camera = new ScriptedCamera();
    const running = capture(await inputFor(camera), new AbortController().signal);
    const refused = expect(running).rejects.toMatchObject({ code: 'camera.too_slow' });
    await vi.advanceTimersByTimeAsync(8_000);
    await refused;
  });

  /** What is reported of colours that are due at 200, 800 and 1,400 ms.
   * @param frames - when each comes, by the camera's clock and by the page's, ms. */
  async function coloursOf(frames: readonly (readonly [mediaMs: number, pageMs: number])[]) {
    const camera = new ScriptedCamera();
    const colours = [200, 800, 1_400].map((atMs) => ({ rgb: [atMs / 10, 0, 0] as const, atMs }));
    const seen: unknown[] = [];
    const input = await inputFor(camera);
    const leaving = new AbortController();
    const running = capture(
      {
        ...input,
        challenge: { ...input.challenge, colours },
        onProgress: ({ elapsedMs, colour }) => seen.push([elapsedMs, colour?.[0] ?? null]),
      },
      leaving.signal,
    );
    const ended = expect(running).rejects.toThrow('left');
    await vi.advanceTimersByTimeAsync(0);
    let nowMs = 0;
    for (const [mediaMs, pageMs] of frames) {
      await vi.advanceTimersByTimeAsync(pageMs - nowMs);
      nowMs = pageMs;
      camera.deliver(mediaMs);
    }
    leaving.abort(new Error('left'));
    await ended;
    return seen;
  }

  it('reports each colour when it is due, and holds it where the camera paused', async () => {
    const times = [0, 240, 1_300, 1_450, 1_850].map((atMs) => [atMs, atMs] as const);
    expect(await coloursOf(times)).toEqual([
      [0, null],
      [240, 20],
      [1_300, 80],
      [1_450, 80],
      [1_850, 140],
    ]);
  });

  it('holds each colour on the screen too, where frames were held up and come together', async () => {
    const seen = await coloursOf([
      [0, 0],
      [240, 1_600],
      [840, 1_610],
      [1_450, 1_620],
      [1_600, 2_110],
    ]);
    expect(seen).toEqual([
      [0, null],
      [240, 20],
      [840, 20],
      [1_450, 20],
      [1_600, 140],
    ]);
  });

  it('discards the recording when it is aborted', async () => {
    const camera = new ScriptedCamera();
    const discard = vi.fn();
    const leaving = new AbortController();
    const running = capture(await inputFor(camera, { discard }), leaving.signal);
    const refused = expect(running).rejects.toThrow('left');
    await vi.advanceTimersByTimeAsync(0);
    camera.deliver(0);
    leaving.abort(new Error('left'));
    await refused;
    expect(discard).toHaveBeenCalled();
  });
});
