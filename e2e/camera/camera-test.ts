import { test as base, type Page } from '@playwright/test';
import { bundleExports } from '../support/bundle-exports.js';
import { type KeptBrowsers, keepBrowsers } from '../support/kept-browsers.js';
import { type StaticServer, serveFiles } from '../support/static-server.js';

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
  finish(
    durationMs: number,
  ): Promise<
    | { readonly kind: 'recorded'; readonly blob: Blob; readonly mimeType: string }
    | { readonly kind: 'none'; readonly error: { readonly code: string } }
  >;
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

interface OpenPage {
  readonly path?: string;
  readonly host?: string;
  readonly initScript?: string;
}
type Open = (options?: OpenPage) => Promise<Page>;

export const FAKE_UI = '--use-fake-ui-for-media-stream';
export const FAKE_DEVICE = '--use-fake-device-for-media-stream';
/** A granted default camera; the collector shows frames that were never closed. */
const CAMERA = [FAKE_UI, FAKE_DEVICE];

export const test = base.extend<
  { launch: (args?: readonly string[]) => Promise<Open> },
  { server: StaticServer; browsers: KeptBrowsers }
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
  browsers: [keepBrowsers, { scope: 'worker' }],
  launch: async ({ browsers, server }, use) => {
    const pages: Page[] = [];
    await use(async (args = CAMERA) => {
      const browser = await browsers.with(args);
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
