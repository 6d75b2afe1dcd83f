import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { chromium, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { SOFTWARE_WEBGL_ARGS } from '../../src/testing/index.js';
import { bundle } from '../build/bundle.js';
import { ROOT } from '../build/root.js';
import { serveApp } from '../start/serve-app.js';
import { makeSureOfChromium } from '../test/chromium.js';

/** A page of a real Chromium that has the built analysis worker within reach, under `/assets/`. */
export interface WorkerPage {
  readonly page: Page;
  close(): Promise<void>;
}

export interface WorkerPageOptions {
  /** Of the page's files, under `.cache/`. Two at once need two names. */
  readonly name: string;
  /** Source files from the repository's root; their exports are put on the page's `window`. */
  readonly stages: readonly string[];
  /** What the page may fetch besides. */
  readonly routes?: Hono;
}

/** @throws Error when the library is not built (`npm run build`). */
export async function openWorkerPage({ name, stages, routes }: WorkerPageOptions): Promise<WorkerPage> {
  const folder = join(ROOT, '.cache', name);
  await buildPage(folder, stages);
  const app = new Hono();
  if (routes !== undefined) app.route('/', routes);
  app.use('/assets/*', serveStatic({ root: join(ROOT, 'dist') }));
  app.use('*', serveStatic({ root: folder }));
  const site = await serveApp(app, 0);
  const { path } = makeSureOfChromium(console.error);
  const browser = await chromium.launch({
    executablePath: path,
    args: [...SOFTWARE_WEBGL_ARGS, '--no-sandbox'],
  });
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'isReady' in window);
  return {
    page,
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

async function buildPage(folder: string, stages: readonly string[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const imports = stages.map((_, index) => `import * as stage${index} from './stage${index}.js';`);
  const names = stages.map((_, index) => `stage${index}`).join(', ');
  await writeFile(
    join(folder, 'index.html'),
    `<script type="module">${imports.join('')}Object.assign(window, ${names}, { isReady: true });</script>`,
  );
  for (const [index, stage] of stages.entries()) {
    await bundle(
      { input: join(ROOT, stage), platform: 'browser' },
      { file: join(folder, `stage${index}.js`), codeSplitting: false },
    );
  }
}
