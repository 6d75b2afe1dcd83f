import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { chromium, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { SOFTWARE_WEBGL_ARGS } from '../../src/testing/index.js';
import type { Vision } from '../../src/vision/protocol.js';
import { bundle } from '../build/bundle.js';
import { ROOT } from '../build/root.js';
import { serveApp } from '../start/serve-app.js';
import { makeSureOfChromium } from '../test/chromium.js';

/** What the worker says of one clip. */
export interface ClipReading {
  readonly frames: readonly FrameReading[];
  /** Unit length; of the frames that were to be embedded. */
  readonly embedding: readonly number[];
}

export interface FrameReading {
  readonly faceCount: number;
  /** Null without a face. */
  readonly yawDeg: number | null;
  readonly iedPx: number | null;
}

export interface LabFrame {
  /** JPEG, base64. */
  readonly jpeg: string;
  readonly timeMs: number;
  readonly embed: boolean;
}

/** The built analysis worker in a real browser. */
export interface Lab {
  read(frames: readonly LabFrame[]): Promise<ClipReading>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    startVision(options: { assetsUrl: string; backend: 'wasm' }, signal: AbortSignal): Promise<Vision>;
  }
}

const FOLDER = join(ROOT, '.cache', 'identities');

/** @throws Error when the library is not built (`npm run build`). */
export async function openLab(): Promise<Lab> {
  await buildPage();
  const app = new Hono();
  app.use('/assets/*', serveStatic({ root: join(ROOT, 'dist') }));
  app.use('*', serveStatic({ root: FOLDER }));
  const site = await serveApp(app, 0);
  const { path } = makeSureOfChromium(console.error);
  const browser = await chromium.launch({
    executablePath: path,
    args: [...SOFTWARE_WEBGL_ARGS, '--no-sandbox'],
  });
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'startVision' in window);
  return {
    read: (frames) => readClip(page, frames),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

async function buildPage(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await writeFile(
    join(FOLDER, 'index.html'),
    '<script type="module">import { startVision } from "./client.js"; window.startVision = startVision;</script>',
  );
  await bundle(
    { input: join(ROOT, 'src/vision/client.ts'), platform: 'browser' },
    { file: join(FOLDER, 'client.js'), codeSplitting: false },
  );
}

/** Runs in the page, so it names nothing outside itself. One worker per clip: tracking starts afresh. */
function readClip(page: Page, frames: readonly LabFrame[]): Promise<ClipReading> {
  return page.evaluate(async (clip) => {
    const vision = await window.startVision(
      { assetsUrl: '/assets/', backend: 'wasm' },
      AbortSignal.timeout(600_000),
    );
    try {
      const readings = [];
      for (const [frameId, { jpeg, timeMs, embed }] of clip.entries()) {
        const file = await fetch(`data:image/jpeg;base64,${jpeg}`);
        const picture = await createImageBitmap(await file.blob());
        const { faceCount, face } = await vision.observe(picture, frameId, timeMs);
        if (frameId === 0) await vision.embeddingReady;
        if (embed && face !== null) await vision.embed(frameId);
        readings.push({ faceCount, yawDeg: face?.yawDeg ?? null, iedPx: face?.iedPx ?? null });
      }
      const { embedding } = await vision.finish();
      return { frames: readings, embedding: [...embedding] };
    } finally {
      vision.close();
    }
  }, frames);
}
