import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { type Harness, ORIGIN, startHarness } from '../../receiver/testing/harness.fixture.js';
import { SOFTWARE_WEBGL_ARGS } from '../../src/testing/index.js';
import { readStyles } from '../../tools/build/assets.js';
import { securityHeaders } from '../../tools/start/security-headers.js';
import { type ServedApp, serveApp } from '../../tools/start/serve-app.js';
import { installedChromium } from '../../tools/test/chromium.js';
import { bundleExports } from './bundle-exports.js';

/** A page that holds the widget from its sources, under the strict policy, with a receiver that has a notice: for tests of what can be seen
 * before a camera is on. */
export interface WidgetPage {
  /** Opens the page, which does what its script does with `location.search`. `endpoint` is in it. */
  open(options?: Readonly<Record<string, string>>, context?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface WidgetPageOptions {
  /** Name → path from the repository's root: what the script finds in `candor`. */
  readonly exports: Readonly<Record<string, string>>;
  /** Of a module in which `candor` has the exports and `options` the address's query. */
  readonly script: string;
  readonly styles?: string;
}

function appOf(bundle: string, style: string, { script, styles = '' }: WidgetPageOptions): Hono {
  const html = `<!doctype html><html lang="en"><title>Shop</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/page.css"><main id="root"></main>
<script type="module" src="/page.js"></script></html>`;
  const page = `import * as candor from '/candor.js';
const options = Object.fromEntries(new URLSearchParams(location.search));
${script}`;
  const css = `:root { color-scheme: light dark } body { margin: 0 } ${styles}`;
  const served = (path: string, type: string, body: string): readonly [string, string, string] => [
    path,
    type,
    body,
  ];
  const app = new Hono();
  for (const [path, type, body] of [
    served('/', 'text/html', html),
    served('/candor.js', 'text/javascript', bundle),
    served('/page.js', 'text/javascript', page),
    served('/style.css', 'text/css', style),
    served('/page.css', 'text/css', css),
  ])
    app.get(path, (context) => {
      // Where the receiver is, the page's address says.
      const endpoint = context.req.query('endpoint');
      const headers = securityHeaders(endpoint === undefined ? [] : [new URL(endpoint).origin]);
      return context.body(body, 200, { ...headers, 'Content-Type': type });
    });
  return app;
}

async function launch(): Promise<Browser> {
  const installed = installedChromium();
  return chromium.launch({
    ...(installed === null ? {} : { executablePath: installed.path }),
    // Without it the widget says that it cannot work here.
    args: [...SOFTWARE_WEBGL_ARGS],
  });
}

export async function startWidgetPage(options: WidgetPageOptions): Promise<WidgetPage> {
  const [bundle, style] = await Promise.all([bundleExports(options.exports), readStyles()]);
  const page = await serveApp(appOf(bundle, style, options), 0);
  const harness: Harness = await startHarness({ allowedOrigins: [ORIGIN, page.url] });
  const receiver: ServedApp = await serveApp(harness.receiver.app, 0);
  const browser = await launch();
  return {
    open: async (asked = {}, context = {}) => {
      const opened = await (await browser.newContext({ locale: 'en', ...context })).newPage();
      await opened.goto(`${page.url}/?${new URLSearchParams({ endpoint: receiver.url, ...asked })}`);
      return opened;
    },
    close: async () => {
      await browser.close();
      await Promise.all([page.close(), receiver.close()]);
      await harness.close();
    },
  };
}
