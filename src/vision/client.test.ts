import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WIDGET } from '../core/version.js';
import type { FrameImage, Reply, Vision } from './protocol.js';

interface CallMessage {
  readonly id: string;
  readonly path?: readonly string[];
  readonly argumentList?: readonly { readonly value: unknown }[];
}

/** A worker that answers the methods named in `answers`, in comlink's message format, and keeps silent on others. */
class SilentWorker extends EventTarget {
  static answers: Readonly<Record<string, Reply<unknown>>> = {};
  static last: SilentWorker | undefined;
  static urls: string[] = [];
  /** Its file is no script: all that a browser says of it. */
  static breaks = false;
  terminated = false;
  readonly asked: string[] = [];
  /** What `load` was given. */
  loaded: unknown;

  constructor(url: string) {
    super();
    SilentWorker.last = this;
    SilentWorker.urls.push(url);
    if (SilentWorker.breaks) queueMicrotask(() => this.dispatchEvent(new Event('error')));
  }

  postMessage(message: CallMessage): void {
    this.asked.push(message.path?.[0] ?? '');
    if (message.path?.[0] === 'load') this.loaded = message.argumentList?.[0]?.value;
    const answer = SilentWorker.answers[message.path?.[0] ?? ''];
    if (answer === undefined) return;
    const reply = { id: message.id, type: 'RAW', value: answer };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: reply })));
  }

  start(): void {}

  terminate(): void {
    this.terminated = true;
  }
}

const GREETED = { hello: { kind: 'ok', value: WIDGET } } as const;
const LOADED = { ...GREETED, load: { kind: 'ok', value: undefined } } as const;

let startVision: typeof import('./client.js').startVision;

function start(answers: typeof SilentWorker.answers, signal = new AbortController().signal): Promise<Vision> {
  SilentWorker.answers = answers;
  SilentWorker.urls = [];
  return startVision({ assetsUrl: 'https://shop.example/assets', backend: 'wasm' }, signal);
}

/** Three tries, of which the last two are past every cache. */
function expectFreshAddresses(): void {
  const [first, ...others] = SilentWorker.urls;
  expect(others).toHaveLength(2);
  for (const url of others) expect(url).toMatch(/candor-worker\.js\?candor=[\w-]+$/);
  expect(new Set([first, ...others]).size).toBe(3);
}

describe('startVision', () => {
  beforeEach(async () => {
    // What a page remembers of its losses is of that page.
    vi.resetModules();
    ({ startVision } = await import('./client.js'));
    vi.useFakeTimers();
    vi.stubGlobal('Worker', SilentWorker);
    vi.stubGlobal('document', { baseURI: 'https://shop.example/' });
    vi.stubGlobal('origin', 'https://shop.example');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('fetches a worker that says nothing twice more, and gives up with assets.timeout', async () => {
    const refused = expect(start({})).rejects.toMatchObject({ code: 'assets.timeout' });
    await vi.advanceTimersByTimeAsync(3 * 30_000 + 2_000);
    await refused;
    expect(SilentWorker.last?.terminated).toBe(true);
    expectFreshAddresses();
  });

  describe('where the browser reports no embedder policy', () => {
    /** A worker's file that is there, of a page that may have such a policy, and does not start. */
    function brokenFile(): Promise<Vision> {
      vi.stubGlobal('ReportingObserver', undefined);
      const file = (): Response => new Response('', { headers: { 'Content-Type': 'text/javascript' } });
      vi.stubGlobal('fetch', async () => file());
      SilentWorker.breaks = true;
      return start(LOADED);
    }
    afterEach(() => {
      SilentWorker.breaks = false;
    });

    it('fetches a file that broke once anew, and goes on', async () => {
      const starting = brokenFile();
      await vi.advanceTimersByTimeAsync(100);
      SilentWorker.breaks = false;
      await vi.advanceTimersByTimeAsync(5_000);
      (await starting).close();
      expect(SilentWorker.urls.length).toBeGreaterThan(1);
    });

    it('says env.coep_blocked after the third try', async () => {
      const refused = expect(brokenFile()).rejects.toMatchObject({ code: 'env.coep_blocked' });
      await vi.advanceTimersByTimeAsync(10_000);
      await refused;
      expectFreshAddresses();
    });
  });

  it('goes on with the second file where the first brings no word', async () => {
    const starting = start({});
    await vi.advanceTimersByTimeAsync(30_000);
    SilentWorker.answers = LOADED;
    await vi.advanceTimersByTimeAsync(500);
    (await starting).close();
    expect(SilentWorker.urls).toHaveLength(2);
  });

  it('starts no worker of another origin, and names the option', async () => {
    const options = { assetsUrl: 'https://cdn.example/candor', backend: 'wasm' } as const;
    await expect(startVision(options, new AbortController().signal)).rejects.toMatchObject({
      code: 'config.invalid',
      detail:
        "assetsUrl: the worker must come from the page's own origin https://shop.example, not https://cdn.example",
    });
  });

  it('fetches a worker of another version twice more, each under an address of its own', async () => {
    const stale = expect(start({ hello: { kind: 'ok', value: 'candor/0.0.1' } })).rejects.toMatchObject({
      code: 'assets.integrity_failed',
      detail: `candor-worker.js: expected ${WIDGET}, found candor/0.0.1`,
    });
    await vi.advanceTimersByTimeAsync(5_000);
    await stale;
    expectFreshAddresses();
  });

  it('believes no cache after a file was broken', async () => {
    const failed = { kind: 'failed', code: 'assets.integrity_failed', detail: 'face.task' } as const;
    await expect(start({ ...GREETED, load: failed })).rejects.toMatchObject({ code: failed.code });
    await start(LOADED);
    expect(SilentWorker.last?.loaded).toMatchObject({ isDistrusted: true });
    await start(LOADED);
    expect(SilentWorker.last?.loaded).toMatchObject({ isDistrusted: false });
  });

  it('lets a slow line have ten minutes, and believes the cache after that: what came need not come again', async () => {
    const slow = start(GREETED);
    let isOver = false;
    const late = expect(slow).rejects.toMatchObject({ code: 'assets.timeout' });
    void slow.catch(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(599_000);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await late;
    await start(LOADED);
    expect(SilentWorker.last?.loaded).toMatchObject({ isDistrusted: false });
  });

  it('does not wait ten minutes for a worker that ended by itself while it loaded', async () => {
    const dying = expect(start(GREETED)).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    await vi.advanceTimersByTimeAsync(15_000);
    SilentWorker.answers = {};
    await vi.advanceTimersByTimeAsync(40_000);
    await dying;
    expect(SilentWorker.last?.terminated).toBe(true);
  });

  it('does not take a worker for dead that starts a model for half a minute', async () => {
    const starting = start(GREETED);
    await vi.advanceTimersByTimeAsync(1_000);
    SilentWorker.answers = {};
    await vi.advanceTimersByTimeAsync(30_000);
    expect(SilentWorker.last?.terminated).toBe(false);
    await expect(Promise.race([starting, Promise.resolve('waiting')])).resolves.toBe('waiting');
    starting.catch(() => {});
  });

  it('does not wait for the embedding model of a worker that ended by itself', async () => {
    const vision = await start({ ...LOADED, observe: { kind: 'ok', value: { face: null } } });
    await vision.observe({} as FrameImage, 1, 0); // never looked at
    const refused = expect(vision.embeddingReady).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    SilentWorker.answers = {};
    await vi.advanceTimersByTimeAsync(45_000);
    await refused;
  });

  it.each(['env.pixels_unreadable', 'runtime.wasm_failed'] as const)(
    'takes %s for good, but shortly after a lost GPU for that loss, after waiting for it',
    async (code) => {
      const refusing = { ...GREETED, load: { kind: 'failed', code } } as const;
      await expect(start(refusing)).rejects.toMatchObject({ code, retryable: false });
      expect(SilentWorker.urls).toHaveLength(1);
      const lost = { ...LOADED, observe: { kind: 'failed', code: 'runtime.gpu_lost' } } as const;
      const vision = await start(lost);
      await expect(vision.observe({} as FrameImage, 1, 0)).rejects.toMatchObject({
        code: 'runtime.gpu_lost',
      });
      vision.close();

      const soon = expect(start(refusing)).rejects.toMatchObject({ code: 'runtime.gpu_lost', detail: code });
      await vi.advanceTimersByTimeAsync(4_000);
      await soon;
      expect(SilentWorker.urls).toHaveLength(3);
      await vi.advanceTimersByTimeAsync(120_000);
      await expect(start(refusing)).rejects.toMatchObject({ code, retryable: false });
    },
  );

  it('starts another worker without a word where the GPU comes back', async () => {
    const starting = start({ ...GREETED, load: { kind: 'failed', code: 'runtime.gpu_lost' } });
    await vi.advanceTimersByTimeAsync(1_000);
    SilentWorker.answers = LOADED;
    await vi.advanceTimersByTimeAsync(1_000);
    (await starting).close();
    expect(SilentWorker.urls).toHaveLength(2);
  });

  it('keeps the code and the detail of what failed in the worker', async () => {
    const failed = { kind: 'failed', code: 'assets.integrity_failed', detail: 'face.task' } as const;
    await expect(start({ ...GREETED, load: failed })).rejects.toMatchObject({
      code: 'assets.integrity_failed',
      detail: 'face.task',
    });
  });

  it('has the embedding model fetched as soon as the landmarks are there, and started after the first frame', async () => {
    const vision = await start({ ...LOADED, observe: { kind: 'ok', value: { face: null } } });
    expect(SilentWorker.last?.asked.slice(-2)).toEqual(['load', 'fetchEmbedding']);
    await vision.observe({} as FrameImage, 1, 0); // never looked at
    await vi.advanceTimersByTimeAsync(0);
    expect(SilentWorker.last?.asked.at(-1)).toBe('loadEmbedding');
    vision.embeddingReady.catch(() => {});
    vision.close();
  });

  it('is ready to embed only when the texture models have had their turn', async () => {
    const embedding = { kind: 'ok', value: { backend: 'wasm', threads: 1 } } as const;
    const observed = { kind: 'ok', value: { face: null } } as const;
    const failed = { kind: 'failed', code: 'assets.integrity_failed', detail: 'spoof_v2.onnx' } as const;
    const answers = { ...LOADED, observe: observed, loadEmbedding: embedding, loadTexture: failed };
    const vision = await start(answers);
    await vision.observe({} as FrameImage, 1, 0); // never looked at
    await expect(vision.embeddingReady).rejects.toMatchObject({ code: 'assets.integrity_failed' });
  });

  it('lets nobody wait for the embedding model of a worker that ended before the first frame', async () => {
    const vision = await start(LOADED);
    const waiting = expect(vision.embeddingReady).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    vision.close();
    await waiting;
  });

  it('closes a frame that comes when it is closed', async () => {
    const vision = await start(LOADED);
    vision.close();
    const close = vi.fn();
    const frame = { close } as unknown as FrameImage; // only closed
    await expect(vision.observe(frame, 1, 0)).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    expect(close).toHaveBeenCalledOnce();
  });

  it('gives up with runtime.timeout when a frame is never answered', async () => {
    const vision = await start(LOADED);
    const frame = {} as FrameImage; // never looked at
    const refused = expect(vision.observe(frame, 1, 0)).rejects.toMatchObject({ code: 'runtime.timeout' });
    await vi.advanceTimersByTimeAsync(15_000);
    await refused;
  });

  it('rejects what is under way, and everything after, when the worker dies', async () => {
    const vision = await start(LOADED);
    const refused = expect(vision.embed(1)).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    SilentWorker.last?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await refused;
    await expect(vision.finish()).rejects.toMatchObject({ code: 'runtime.worker_failed' });
    expect(SilentWorker.last?.terminated).toBe(true);
  });

  it('terminates the worker when it is aborted while it loads', async () => {
    const leaving = new AbortController();
    const refused = expect(start({}, leaving.signal)).rejects.toThrow('left');
    leaving.abort(new Error('left'));
    await refused;
    expect(SilentWorker.last?.terminated).toBe(true);
  });
});
