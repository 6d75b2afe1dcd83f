import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Browser, chromium, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { build } from 'vite';
import { fakeCameraArgs, genuine, IDENTITIES, writeClip } from '../../src/testing/index.js';
import { CHROMIUM_ARGS } from '../../tools/lab/chromium-args.js';
import { openEnvelope } from '../../tools/lab/open-envelope.js';
import { beginReceiver, startTestReceiver, TEST_CHALLENGE } from '../../tools/lab/receiver.js';
import { assetSizes, doorSizes } from '../../tools/size/measure.js';
import { serveApp } from '../../tools/start/serve-app.js';
import { createStaticApp } from '../../tools/start/static-app.js';
import { makeSureOfChromium } from '../../tools/test/chromium.js';
import type { FrameTimes } from '../pages/frames.js';
import { CLIP_S, goThrough, type Journey, START_AT_S } from './journey.js';
import { type Measured, SIZES_TITLE, type Sizes, sizesSection, toMarkdown } from './report.js';
import { measureSplits, splitSection } from './split.js';

/** `npm run bench:path`: the whole way, and the landmarks against a rival, in one Chromium; writes docs/benchmarks.md.
 * `-- --sizes`: of that page only the sizes, which a busy machine does not change. `-- --split`: prints where the milliseconds of a frame go, and
 * writes nothing; `--pictures` says of how many. */

const PAGES = '.cache/bench-pages';
const DOCUMENT = 'docs/benchmarks.md';
const JOURNEYS = 10;
const PICTURES = 150;

async function buildPages(): Promise<void> {
  const nodeEnv = process.env.NODE_ENV;
  await build({
    configFile: 'vite.config.ts',
    root: 'bench/pages',
    logLevel: 'error',
    build: {
      outDir: `../../${PAGES}`,
      emptyOutDir: true,
      rolldownOptions: { input: ['bench/pages/index.html', 'bench/pages/frames.html'], onLog: () => {} },
    },
  });
  // Vite leaves its mode behind; the receiver of the tests refuses to run in production.
  if (nodeEnv === undefined) delete process.env.NODE_ENV;
}

/** Both libraries' files from one origin, without a policy: the rival needs a laxer one than Candor's. */
function framesApp(clipPath: string): Hono {
  const folders = {
    candor: 'dist/assets',
    human: 'node_modules/@vladmandic/human/models',
    tfjs: 'node_modules/@tensorflow/tfjs-backend-wasm/dist',
  };
  const app = new Hono();
  for (const [name, root] of Object.entries(folders)) {
    app.use(`/${name}/*`, serveStatic({ root, rewriteRequestPath: (path) => path.slice(name.length + 1) }));
  }
  app.get('/clip.mjpeg', serveStatic({ path: clipPath }));
  app.use('*', serveStatic({ root: PAGES }));
  return app;
}

async function measureRival(browser: Browser, site: string): Promise<readonly FrameTimes[]> {
  const page = await browser.newPage();
  try {
    await page.goto(`${site}/frames.html`);
    await page.waitForFunction(() => 'measure' in window);
    return await page.evaluate((count) => window.measure(count), PICTURES);
  } finally {
    await page.close();
  }
}

async function withFrames<T>(clipPath: string, measure: (site: string) => Promise<T>): Promise<T> {
  const site = await serveApp(framesApp(clipPath), 0);
  try {
    return await measure(site.url);
  } finally {
    await site.close();
  }
}

async function repeat(page: Page): Promise<readonly Journey[]> {
  const devtools = await page.context().newCDPSession(page);
  const journeys: Journey[] = [];
  for (let run = 0; run <= JOURNEYS; run += 1) {
    const journey = await goThrough(page, devtools);
    console.log(
      `verification ${run}: ${journey.verdict}, ${Math.round(journey.consentToFirstFrameMs)} ms to the first frame`,
    );
    // The first one fills the HTTP cache.
    if (run > 0) journeys.push(journey);
  }
  return journeys;
}

async function measureJourneys(browser: Browser): Promise<Pick<Measured, 'journeys' | 'framesAnalysed'>> {
  await beginReceiver();
  const receiver = await startTestReceiver();
  const site = await serveApp(createStaticApp({ folder: PAGES, endpoint: receiver.url }), 0);
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const journeys = await repeat(page);
    const { audience } = await (await fetch(`${receiver.url}/.well-known/candor`)).json();
    const keys = await receiver.readKeys();
    const opened = await Promise.all(journeys.map(({ envelope }) => openEnvelope(envelope, keys, audience)));
    return { journeys, framesAnalysed: opened.map(({ payload }) => payload.capture.frames) };
  } finally {
    await site.close();
    await receiver.remove();
  }
}

function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

async function sizes(): Promise<Sizes> {
  const files = await assetSizes();
  const { candor } = Object.fromEntries(await doorSizes(files));
  if (candor === undefined) throw new Error('there is no door candor');
  const assets = [...files].map(([file, { plain, gzip }]) => [file, plain, gzip] as const);
  return { noticeGzipBytes: candor.notice.gzip, assets, commit: commit() };
}

async function writeSizes(): Promise<void> {
  const document = await readFile(DOCUMENT, 'utf8');
  const at = document.indexOf(SIZES_TITLE);
  if (at < 0) throw new Error(`${DOCUMENT} has no part “${SIZES_TITLE}”`);
  const section = sizesSection(await sizes());
  console.log(section);
  await writeFile(DOCUMENT, document.slice(0, at) + section);
}

/** A browser whose camera plays the clip. */
async function withBrowser(measure: (browser: Browser, clipPath: string) => Promise<void>): Promise<void> {
  const { path } = makeSureOfChromium((line) => console.log(line));
  await buildPages();
  const script = genuine({
    identity: IDENTITIES.ada,
    challenge: TEST_CHALLENGE,
    startAtMs: START_AT_S * 1_000,
    durationMs: CLIP_S * 1_000,
  });
  const clipPath = await writeClip(script);
  const args = [...CHROMIUM_ARGS, ...fakeCameraArgs({ clipPath })];
  const browser = await chromium.launch({ executablePath: path, args });
  try {
    await measure(browser, clipPath);
  } finally {
    await browser.close();
  }
}

async function measureAll(browser: Browser, clipPath: string): Promise<void> {
  const loadBefore = loadavg();
  const perFrame = await withFrames(clipPath, async (site) => ({
    frames: await measureRival(browser, site),
    splits: await measureSplits(browser, site, PICTURES),
  }));
  const measured: Measured = {
    ...(await measureJourneys(browser)),
    ...perFrame,
    sizes: await sizes(),
    machine: {
      cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
      browser: `Chromium ${browser.version()}, headless, software GPU`,
      node: process.version,
      commit: commit(),
      loadBefore,
      loadAfter: loadavg(),
      date: new Date().toISOString(),
    },
  };
  const report = toMarkdown(measured);
  console.log(report);
  await writeFile(DOCUMENT, report);
}

function printSplit(pictures: number): Promise<void> {
  return withBrowser(async (browser, clipPath) => {
    const splits = await withFrames(clipPath, (site) => measureSplits(browser, site, pictures));
    console.log(splitSection(splits));
  });
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'boolean', default: false },
    split: { type: 'boolean', default: false },
    pictures: { type: 'string', default: String(PICTURES) },
  },
});
if (values.sizes) await writeSizes();
else if (values.split) await printSplit(Number(values.pictures));
else await withBrowser(measureAll);
