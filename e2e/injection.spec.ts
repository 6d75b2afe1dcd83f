import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { securityHeaders } from '../tools/start/security-headers.js';
import { CANVAS_CAPTURE } from './hooks/canvas-capture.js';
import { COUNTING_GENERATOR } from './hooks/counting-generator.js';
import { FULLY_PATCHED } from './hooks/fully-patched.js';
import { GENERATOR_RELAY } from './hooks/generator-relay.js';
import { PROXY } from './hooks/proxy.js';
import { SPOOFED } from './hooks/spoofed.js';
import { bundleExports } from './support/bundle-exports.js';
import { test as widgetTest } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import type { LoggedRequest } from './support/network-log.js';
import { openSent } from './support/open-sent.js';
import { type StaticServer, serveFiles } from './support/static-server.js';

/** What the injection signals say of each hook: the table of docs/injection-signals.md, its misses included. */

const CHECKS = ['class', 'enumeration', 'native', 'label', 'timing'] as const;
type Bands = readonly string[];

/** The stages have no door of their own, so their shapes are written down once more. */
interface Stage {
  openCamera(
    receipt: unknown,
    request: { readonly allowedLabels: readonly string[] },
    signal: AbortSignal,
  ): Promise<{
    readonly source: Promise<unknown>;
    readonly frames: { onFrame(listener: (mediaTimeMs: number) => void): () => void };
    close(): void;
  }>;
  checkInjection(evidence: unknown): Readonly<Record<string, { readonly band: string }>>;
}

const MODULE = `window.injection = await import('/stage.js'); document.documentElement.dataset.loaded = '';`;
const PAGE = '<!doctype html><title>injection</title><script type="module" src="/page.js"></script>';

const FRAMES = 40;

/** Opens the camera as the widget does and judges it by forty frames. */
async function bandsOf(page: Page, allowedLabels: readonly string[]): Promise<Bands> {
  const found = await page.evaluate(
    async ([allowed, frames]) => {
      const stage: Stage = Reflect.get(window, 'injection');
      const receipt = { act: { consentReceiptId: 'receipt-1' } };
      const camera = await stage.openCamera(receipt, { allowedLabels: allowed }, AbortSignal.timeout(20_000));
      const observations: unknown[] = [];
      await new Promise<void>((resolve) => {
        camera.frames.onFrame((mediaTimeMs) => {
          observations.push({ frameId: observations.length, mediaTimeMs });
          if (observations.length === frames) resolve();
        });
      });
      const source = await camera.source;
      camera.close();
      return stage.checkInjection({ observations, embedded: null, source });
    },
    [allowedLabels, FRAMES] as const,
  );
  return CHECKS.map((check) => found[`injection-${check}`]?.band ?? 'none');
}

/** Thirty pictures that differ. */
async function writeVideo(path: string): Promise<void> {
  const frame = (count: number): Buffer[] => [
    Buffer.from('FRAME\n'),
    Buffer.alloc(640 * 480 * 1.5, 16 + count),
  ];
  const frames = Array.from({ length: 30 }, (_, count) => frame(count)).flat();
  await writeFile(
    path,
    Buffer.concat([Buffer.from('YUV4MPEG2 W640 H480 F30:1 Ip A1:1 C420jpeg\n'), ...frames]),
  );
}

interface Row {
  readonly what: string;
  /** Runs before any script of the page, or else after the widget was loaded. */
  readonly hook?: string;
  readonly isLate?: boolean;
  /** The camera's file; without one, Chromium's own fake camera, whose name is expected. */
  readonly file?: string;
  readonly bands: Bands;
}

const EXPECTED_FILE = 'Integrated Camera.y4m';
const EXPECTED = ['fake_device_0', EXPECTED_FILE];

/** In the order of CHECKS. A row without a `fail` is a miss, but for the first. */
const ROWS: readonly Row[] = [
  { what: 'a camera, nothing hooked', bands: ['pass', 'pass', 'pass', 'pass', 'pass'] },
  { what: 'canvas capture', hook: CANVAS_CAPTURE, bands: ['fail', 'fail', 'fail', 'fail', 'pass'] },
  {
    what: 'generator relay (live face swap)',
    hook: GENERATOR_RELAY,
    bands: ['fail', 'fail', 'fail', 'fail', 'pass'],
  },
  {
    what: 'generator that counts its times',
    hook: COUNTING_GENERATOR,
    bands: ['fail', 'fail', 'fail', 'fail', 'fail'],
  },
  { what: 'Proxy around getUserMedia', hook: PROXY, bands: ['pass', 'pass', 'fail', 'pass', 'pass'] },
  { what: 'spoofed track and texts', hook: SPOOFED, bands: ['fail', 'fail', 'fail', 'fail', 'pass'] },
  {
    what: 'fully patched, new realms too',
    hook: FULLY_PATCHED,
    bands: ['pass', 'pass', 'pass', 'pass', 'pass'],
  },
  {
    what: 'fully patched, after the widget',
    hook: FULLY_PATCHED,
    isLate: true,
    bands: ['pass', 'fail', 'fail', 'pass', 'pass'],
  },
  {
    what: 'virtual camera under its own name',
    file: 'OBS Virtual Camera.y4m',
    bands: ['pass', 'pass', 'pass', 'fail', 'pass'],
  },
  { what: 'virtual camera, renamed', file: EXPECTED_FILE, bands: ['pass', 'pass', 'pass', 'pass', 'pass'] },
];

const test = widgetTest.extend<
  { visit: (row: Row) => Promise<Page> },
  { server: StaticServer; folder: string; browserPlaying: (file: string | undefined) => Promise<Browser> }
>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const stage = await bundleExports({
        openCamera: 'src/camera/open-camera.ts',
        checkInjection: 'src/liveness/injection.ts',
      });
      const headers = securityHeaders([]);
      const server = await serveFiles({
        '/': { body: PAGE, type: 'text/html', headers },
        '/page.js': { body: MODULE, type: 'text/javascript', headers },
        '/stage.js': { body: stage, type: 'text/javascript', headers },
        '/favicon.ico': { body: '', type: 'image/x-icon', headers },
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'candor-injection-'));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  browserPlaying: [
    async ({ playwright, launchOptions, folder }, use) => {
      const browsers = new Map<string, Promise<Browser>>();
      const launch = async (file: string): Promise<Browser> => {
        const args = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
        if (file !== '') {
          await writeVideo(join(folder, file));
          args.push(`--use-file-for-fake-video-capture=${join(folder, file)}`);
        }
        return playwright.chromium.launch({
          ...launchOptions,
          args: [...(launchOptions.args ?? []), ...args],
        });
      };
      await use((file = '') => {
        const browser = browsers.get(file) ?? launch(file);
        browsers.set(file, browser);
        return browser;
      });
      for (const browser of browsers.values()) await (await browser).close();
    },
    { scope: 'worker' },
  ],
  visit: async ({ browserPlaying, server }, use) => {
    const pages: Page[] = [];
    await use(async ({ hook, isLate = false, file }) => {
      const page = await (await browserPlaying(file)).newPage();
      pages.push(page);
      if (hook !== undefined && !isLate) await page.addInitScript(hook);
      await page.goto(`http://localhost:${server.port}/`);
      await page.waitForSelector('html[data-loaded]', { state: 'attached' });
      if (hook !== undefined && isLate) await page.evaluate(hook);
      return page;
    });
    for (const page of pages) await page.close();
  },
});

for (const row of ROWS) {
  test(`${row.what}: ${row.bands.includes('fail') ? 'caught' : 'nothing to see'}`, async ({ visit }) => {
    const page = await visit(row);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const bands = await bandsOf(page, EXPECTED);
    expect(bands).toEqual(row.bands);
    // The realm that is asked must fit the strict policy, and leave nothing behind.
    expect(complaints).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);
  });
}

test('the documented table is what was asserted', async () => {
  const page = await readFile('docs/injection-signals.md', 'utf8');
  const cellsOf = (line: string): readonly string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const documented = page
    .split('\n')
    .map(cellsOf)
    .filter((cells) => /^(pass|fail)$/.test(cells[1] ?? ''));
  expect(documented).toEqual(ROWS.map(({ what, bands }) => [what, ...bands]));
});

test('a suspicion goes to a person, and nothing of the camera leaves the page but bands', {
  tag: '@slow',
}, async ({ launchWith, receiver }) => {
  const open = await launchWith({ clip: CLIPS.answering, expectsFile: false });
  const { page, widget, network } = await open();
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  await widget.agree();
  await widget.expectState('positioning');
  const secrets = await namesOfCameras(page);
  await widget.record(READY);
  await widget.expectVerdict('inconclusive');
  await widget.action('send').click();
  await widget.expectState('done');
  const { payload } = await openSent(network, receiver);
  const bandIn = (id: string) => payload.liveness.checks.find((check) => check.id === id)?.band;
  expect(CHECKS.map((check) => bandIn(`injection-${check}`))).toEqual([
    'pass',
    'pass',
    'pass',
    'fail',
    'pass',
  ]);
  const told = [JSON.stringify(payload), ...logged, ...network.all().map(textOf)].join('\n');
  expect(told).toContain('injection-label');
  for (const secret of [...secrets, 'MediaStreamTrack']) expect(told).not.toContain(secret);
});

/** Names and identifiers of every camera. */
function namesOfCameras(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(
      ({ kind }) => kind === 'videoinput',
    );
    return cameras.flatMap(({ label, deviceId, groupId }) => [label, deviceId, groupId]);
  });
}

function textOf({ url, headers, body }: LoggedRequest): string {
  return `${url} ${JSON.stringify(headers)} ${body?.toString() ?? ''}`;
}
