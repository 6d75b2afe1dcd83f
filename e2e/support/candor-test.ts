import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import { type ClipScript, fakeCameraArgs, writeClip } from '../../src/testing/index.js';
import { startTestReceiver, type TestReceiver } from '../../tools/lab/receiver.js';
import { Widget } from '../../tools/lab/widget.js';
import { beforeWorker } from '../../tools/lab/worker-hooks.js';
import { serveApp } from '../../tools/start/serve-app.js';
import { createStaticApp } from '../../tools/start/static-app.js';
import { PAGES_FOLDER } from './build-pages.js';
import { CAMERA_SPY } from './camera-spy.js';
import { type KeptBrowsers, keepBrowsers } from './kept-browsers.js';
import { NetworkLog } from './network-log.js';

export interface BrowserWith {
  /** What the camera shows; null = no camera at all. */
  readonly clip: ClipScript | null;
  /** The answer to the browser's own question. Default: yes. */
  readonly permission?: 'granted' | 'denied' | 'asked';
  readonly context?: BrowserContextOptions;
  /** What else the browser is started with. */
  readonly args?: readonly string[];
  /** Runs before any script of the page. */
  readonly initScript?: string;
  /** Runs before the analysis worker's own script. */
  readonly workerScript?: string;
  /** Whether the page expects a camera that plays a file. Default: yes. */
  readonly expectsFile?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly widget: Widget;
  readonly network: NetworkLog;
  /** Where the page is served. */
  readonly origin: string;
}

/** Opens a page, by default the demo, in a browser with this camera. */
export type Launch = (browser: BrowserWith) => Promise<(address?: string) => Promise<Visit>>;

interface PerTest {
  readonly launchWith: Launch;
}

interface PerWorker {
  readonly browsers: KeptBrowsers;
  readonly receiver: TestReceiver;
  /** Origins: the demo page, and those of e2e/pages. */
  readonly sites: { readonly demo: string; readonly pages: string };
}

export const test = base.extend<PerTest, PerWorker>({
  receiver: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const receiver = await startTestReceiver(['--review-port', '0']);
      await use(receiver);
      await receiver.remove();
    },
    { scope: 'worker' },
  ],
  sites: [
    async ({ receiver }, use) => {
      const endpoint = receiver.url;
      const [demo, pages] = await Promise.all([
        serveApp(createStaticApp({ folder: 'demo-dist', endpoint }), 0),
        // In a frame of their own site, too.
        serveApp(createStaticApp({ folder: PAGES_FOLDER, endpoint, heldBy: "'self'" }), 0),
      ]);
      await use({ demo: demo.url, pages: pages.url });
      await Promise.all([demo.close(), pages.close()]);
    },
    { scope: 'worker' },
  ],
  browsers: [keepBrowsers, { scope: 'worker' }],
  launchWith: async ({ browsers, sites }, use) => {
    const contexts: BrowserContext[] = [];
    await use(
      async ({ clip, permission = 'granted', initScript, workerScript, expectsFile = true, ...more }) => {
        const { args = [] } = more;
        const browser = await browsers.with([...(await cameraArgs(clip, permission)), ...args]);
        return async (address = sites.demo) => {
          const context = await browser.newContext({
            viewport: { width: 1280, height: 900 },
            locale: 'en',
            ...more.context,
          });
          contexts.push(context);
          if (initScript !== undefined) await context.addInitScript(initScript);
          await context.addInitScript(CAMERA_SPY);
          if (workerScript !== undefined) await beforeWorker(context, workerScript);
          const network = new NetworkLog(context);
          const page = await context.newPage();
          await page.goto(expectsFile ? expectingFile(address, clip) : address);
          return { page, widget: new Widget(page), network, origin: new URL(address).origin };
        };
      },
    );
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** The camera's name is its file's path; the pages of these tests take from their address that it is expected. */
function expectingFile(address: string, clip: ClipScript | null): string {
  const url = new URL(address);
  url.searchParams.set('camera', `.${clip?.container ?? 'mjpeg'}`);
  return url.href;
}

async function cameraArgs(
  clip: ClipScript | null,
  permission: BrowserWith['permission'],
): Promise<readonly string[]> {
  const answers = {
    granted: ['--use-fake-ui-for-media-stream'],
    denied: ['--use-fake-ui-for-media-stream=deny'],
    asked: [],
  };
  const answer = answers[permission ?? 'granted'];
  if (clip === null) return [...answer, '--use-fake-device-for-media-stream=device-count=0'];
  return [...answer, ...fakeCameraArgs({ clipPath: await writeClip(clip), grantCamera: false })];
}
