import { test as base, expect, type Page } from '@playwright/test';
import type { StaticServer } from '../support/static-server.js';
import { type Case, serveCases } from './cases.js';

/** Pages with policies, and files that arrive wrong: the worker starts all the same, or whoever made the page learns which
 * header or option to change. */

const test = base.extend<object, { server: StaticServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const server = await serveCases();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

async function open(page: Page, server: StaticServer, name: Case): Promise<string> {
  const origin = `http://localhost:${server.port}`;
  await page.goto(`${origin}/${name}/`);
  await page.waitForSelector('html[data-loaded]', { state: 'attached' });
  return origin;
}

/** What starting the worker fails with; null when it starts. */
function start(page: Page, assetsUrl = 'assets/') {
  return page.evaluate(async (folder) => {
    try {
      const vision = await window.bench.stage.startVision(
        { assetsUrl: folder, backend: 'wasm' },
        window.bench.never,
      );
      vision.close();
      return null;
    } catch (thrown) {
      const { code, detail } = thrown as { code?: string; detail?: string };
      return { code, detail };
    }
  }, assetsUrl);
}

interface Refused {
  readonly name: Case;
  readonly says: string;
  readonly code: string;
  readonly detail: (origin: string) => string;
}

const workerOf = (origin: string, name: Case): string =>
  `candor-worker.js at ${origin}/${name}/assets/candor-worker.js`;

const REFUSED: readonly Refused[] = [
  {
    name: 'worker-src',
    says: 'a worker-src that forbids the worker',
    code: 'env.csp_blocked',
    detail: (origin) => `worker-src ${origin}`,
  },
  {
    name: 'no-worker-src',
    says: 'a script-src of nonces, without a worker-src',
    code: 'env.csp_blocked',
    detail: (origin) => `worker-src ${origin}`,
  },
  {
    name: 'other-trusted-types',
    says: 'Trusted Types without the policy of the widget',
    code: 'env.csp_blocked',
    detail: () => 'trusted-types candor',
  },
  {
    name: 'worker-without-wasm',
    says: "a worker file's response without 'wasm-unsafe-eval'",
    code: 'env.csp_blocked',
    detail: () => "script-src 'wasm-unsafe-eval', in the response of candor-worker.js",
  },
  {
    name: 'worker-without-connect',
    says: "a worker file's response whose connect-src forbids the models",
    code: 'env.csp_blocked',
    detail: (origin) => `connect-src ${origin}`,
  },
  ...(['coep', 'coep-isolated', 'coep-credentialless'] as const).map((name) => ({
    name,
    says: `a page with ${name} and a worker file without it`,
    code: 'env.coep_blocked',
    detail: () => 'candor-worker.js needs Cross-Origin-Embedder-Policy',
  })),
  {
    name: 'worker-missing',
    says: 'a worker file that is not there',
    code: 'assets.load_failed',
    detail: (origin) => `${workerOf(origin, 'worker-missing')}, HTTP 404`,
  },
  {
    name: 'worker-as-html',
    says: 'a worker file for which the server sends its start page',
    code: 'assets.load_failed',
    detail: (origin) =>
      `${workerOf(origin, 'worker-as-html')}, served as text/html and not as text/javascript`,
  },
  {
    name: 'worker-503',
    says: 'a server that is always busy',
    code: 'assets.load_failed',
    detail: (origin) => `${workerOf(origin, 'worker-503')}, HTTP 503`,
  },
];

for (const { name, says, code, detail } of REFUSED) {
  test(`${says} is told as ${code}`, async ({ page, server }) => {
    const origin = await open(page, server, name);
    expect(await start(page)).toEqual({ code, detail: detail(origin) });
    await expect.poll(() => page.workers().length).toBe(0);
  });
}

test('an assetsUrl of another origin is told as config.invalid', async ({ page, server }) => {
  const origin = await open(page, server, 'plain');
  const other = `http://127.0.0.1:${server.port}`;
  expect(await start(page, `${other}/plain/assets/`)).toEqual({
    code: 'config.invalid',
    detail: `assetsUrl: the worker must come from the page's own origin ${origin}, not ${other}`,
  });
});

const STARTS: readonly { readonly name: Case; readonly says: string; readonly tag?: '@slow' }[] = [
  { name: 'trusted-types', says: 'under Trusted Types with the policy of the widget' },
  { name: 'strict-dynamic', says: "under a script-src of nonces and 'strict-dynamic'" },
  { name: 'coep-both', says: 'where page and worker file have the same COEP' },
  { name: 'worker-cut-once', says: 'though the connection broke once' },
  { name: 'worker-503-once', says: 'though the server was busy once', tag: '@slow' },
  { name: 'worker-html-once', says: "though a proxy's page came once" },
  { name: 'worker-half-once', says: 'though half of the worker file came once and stays in the cache' },
  { name: 'worker-older-once', says: 'though the cache holds the worker of another version', tag: '@slow' },
  { name: 'model-half-once', says: 'though half a model came once and stays in the cache' },
  { name: 'model-429-once', says: 'though the server wanted a pause', tag: '@slow' },
  { name: 'service-worker', says: 'though a service worker remembers half a model' },
];
for (const { name, says, tag = [] } of STARTS) {
  test(`the worker starts ${says}`, { tag }, async ({ page, server }) => {
    await open(page, server, name);
    expect(await start(page)).toBeNull();
  });
}

test('with threads, under Trusted Types in the worker too', async ({ page, server }) => {
  await open(page, server, 'trusted-types-isolated');
  const runtime = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision(
      { assetsUrl: 'assets/', backend: 'wasm' },
      window.bench.never,
    );
    await vision.observe(await window.bench.picture('person'), 1, 0);
    const started = await vision.embeddingReady;
    vision.close();
    return started;
  });
  expect(runtime.backend).toBe('wasm');
  expect(runtime.threads).toBeGreaterThan(1);
});

test('a model that stays broken is refused, and fetched past all caches when the seller tries again', async ({
  page,
  server,
}) => {
  await open(page, server, 'model-half-thrice');
  const model = /model-half-thrice\/assets\/face_landmarker/;
  const askedFor = (): number => server.asked().filter((url) => model.test(url)).length;
  expect(await start(page)).toMatchObject({ code: 'assets.integrity_failed' });
  expect(askedFor()).toBe(3);
  expect(await start(page)).toBeNull();
  expect(askedFor()).toBe(4);
});

test('a broken model in the cache does not outlive a reload of the page', async ({ page, server }) => {
  await open(page, server, 'model-half-thrice-reload');
  expect(await start(page)).toMatchObject({ code: 'assets.integrity_failed' });
  await page.reload();
  await page.waitForSelector('html[data-loaded]', { state: 'attached' });
  expect(await start(page)).toBeNull();
});

test('leaving between two tries ends the waiting and leaves no worker', async ({ page, server }) => {
  await open(page, server, 'worker-503');
  const reason = await page.evaluate(async () => {
    const leaving = new AbortController();
    const options = { assetsUrl: 'assets/', backend: 'wasm' } as const;
    const starting = window.bench.stage.startVision(options, leaving.signal);
    setTimeout(() => leaving.abort('the seller left'), 500);
    return starting.then(
      () => 'started',
      (thrown: unknown) => thrown,
    );
  });
  expect(reason).toBe('the seller left');
  await expect.poll(() => page.workers().length).toBe(0);
});
