import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { later, originOf } from './later.js';

const never = new AbortController().signal;
const BASE = 'https://shop.example/assets/index-abc.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('later', () => {
  it('fetches a part once', async () => {
    const load = vi.fn(async () => ({ part: 1 }));
    const fetched = later(load, BASE);
    expect(await fetched(never)).toBe(await fetched(never));
    expect(load).toHaveBeenCalledOnce();
  });

  it('tries twice more before it says assets.load_failed, and anew when it is asked again', async () => {
    const load = vi.fn(async () => {
      if (load.mock.calls.length <= 3) throw new TypeError('Failed to fetch dynamically imported module');
      return 'part';
    });
    const fetched = later(load, BASE);
    const refused = expect(fetched(never)).rejects.toMatchObject({ code: 'assets.load_failed' });
    await vi.advanceTimersByTimeAsync(3_000);
    await refused;
    expect(load).toHaveBeenCalledTimes(3);
    expect(await fetched(never)).toBe('part');
  });

  const chunk = Object.assign(new Error('Loading chunk 7 failed'), {
    request: 'https://shop.example/7.js?signed=secret',
  });

  it('names the address when it says assets.load_failed', async () => {
    // What it fetches anew comes, or not, in a time that no test sets.
    vi.useRealTimers();
    const load = Object.assign(() => Promise.reject(new TypeError()), {
      toString: () => '() => import("./stages-x1.js")',
    });
    await expect(later(load, BASE)(never)).rejects.toMatchObject({
      code: 'assets.load_failed',
      detail: 'https://shop.example/assets/stages-x1.js',
    });
  });

  it.each([
    ['the address that webpack says', chunk, 'https://shop.example/7.js'],
    ['a script, where the bundler does not say which', new TypeError(), 'script'],
  ])('names %s', async (_, failure, detail) => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError()));
    const load = (): Promise<never> => Promise.reject(failure);
    const refused = expect(later(load, BASE)(never)).rejects.toMatchObject({
      code: 'assets.load_failed',
      detail,
    });
    await vi.advanceTimersByTimeAsync(3_000);
    await refused;
  });

  it('asks once for two that wait at the same time', async () => {
    const load = vi.fn(async () => (load.mock.calls.length === 1 ? Promise.reject(new TypeError()) : 'part'));
    const fetched = later(load, BASE);
    const both = Promise.all([fetched(never), fetched(never)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await both).toEqual(['part', 'part']);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('does not have a newcomer wait for a try that has been silent for long', async () => {
    const leaving = new AbortController();
    const load = vi.fn(() =>
      load.mock.calls.length === 1 ? new Promise<string>(() => {}) : Promise.resolve('part'),
    );
    const fetched = later(load, BASE);
    const left = expect(fetched(leaving.signal)).rejects.toThrow('another language');
    await vi.advanceTimersByTimeAsync(8_000);
    leaving.abort(new Error('another language'));
    await left;
    expect(await fetched(never)).toBe('part');
  });

  it('says env.csp_blocked of a script that the page forbids, and does not ask for it again', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    const load = vi.fn(() => {
      const refused = { effectiveDirective: 'script-src-elem', disposition: 'enforce' };
      page.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { ...refused, blockedURI: `${BASE}/part.js` }),
      );
      return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    });
    Object.assign(load, { toString: () => '() => import("./part.js")' });
    await expect(later(load, BASE)(never)).rejects.toMatchObject({
      code: 'env.csp_blocked',
      detail: 'script-src https://shop.example',
    });
    expect(load).toHaveBeenCalledOnce();
  });

  it('says assets.timeout of a server that stays silent', async () => {
    const refused = expect(later(() => new Promise(() => {}), BASE)(never)).rejects.toMatchObject({
      code: 'assets.timeout',
    });
    await vi.advanceTimersByTimeAsync(70_000);
    await refused;
  });

  it('ends with the signal, also between two tries', async () => {
    const leaving = new AbortController();
    const load = vi.fn(async () => Promise.reject(new TypeError('offline')));
    const refused = expect(later(load, BASE)(leaving.signal)).rejects.toThrow('left');
    await vi.advanceTimersByTimeAsync(100);
    leaving.abort(new Error('left'));
    await refused;
    expect(load).toHaveBeenCalledOnce();
  });

  it("has the HTTP cache forget webpack's broken part before it is asked for again, without URL.canParse too", async () => {
    vi.spyOn(URL, 'canParse').mockImplementation(() => {
      throw new TypeError('URL.canParse is not a function');
    });
    const healed = vi.fn(async () => new Response());
    vi.stubGlobal('fetch', healed);
    const broken = Object.assign(new Error('Loading chunk 7 failed'), {
      request: 'https://shop.example/7.js',
    });
    const load = vi.fn(async () => (load.mock.calls.length === 1 ? Promise.reject(broken) : 'part'));
    const part = later(load, BASE)(never);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await part).toBe('part');
    expect(healed).toHaveBeenCalledExactlyOnceWith('https://shop.example/7.js', { cache: 'reload' });
  });
});

describe('originOf', () => {
  const address = 'https://shop.example/assets/candor-stages-x1.js';

  it.each([
    '() => import("./candor-stages-x1.js")',
    '()=>import(`./candor-stages-x1.js`)',
    "() => import(/* webpackChunkName: 'stages' */ './candor-stages-x1.js')",
    '()=>t(()=>import("./candor-stages-x1.js"),__vite__mapDeps([0,1]),import.meta.url)',
    '() => import("/assets/candor-stages-x1.js")',
  ])('reads %s', (source) => {
    expect(originOf(source, BASE)).toEqual({ address, chosen: null });
  });

  it('knows which export is meant where a bundler joined parts', () => {
    expect(originOf('() => import("./candor-stages-x1.js").then((n) => n.t)', BASE)).toEqual({
      address,
      chosen: 't',
    });
  });

  it.each([
    '() => __webpack_require__.e(7).then(__webpack_require__.bind(__webpack_require__, 42))',
    '() => import("./candor-stages-x1.js").then((n) => interop(n))',
    '() => import("candor/stages")',
    '() => Promise.resolve(stages)',
  ])('leaves %s to the bundler', (source) => {
    expect(originOf(source, BASE)).toBeNull();
  });
});
