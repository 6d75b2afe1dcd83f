import { chromium, type Page } from '@playwright/test';
import { fakeCameraArgs, IDENTITIES, neutralOnly, writeClip } from '../../src/testing/index.js';
import { serveApp } from '../start/serve-app.js';
import { createStaticApp } from '../start/static-app.js';
import { installedChromium } from '../test/chromium.js';

const TIMEOUT_MS = 60_000;
const ANALYSED = '[data-hint]:not([data-hint="preparing"])';

/** Brings a page to the widget. */
export type Approach = (page: Page) => Promise<void>;

/** Opens a built page under the strict policy and goes as far as the first analysed frame.
 * @throws when it does not get there, with what the browser complained of. */
export async function expectPositioning(folder: string, endpoint: string, approach: Approach): Promise<void> {
  const site = await serveApp(createStaticApp({ folder, endpoint }), 0);
  try {
    await expectPositioningAt(site.url, approach);
  } finally {
    await site.close();
  }
}

/** The same at any address: worker, wasm and models have been found and run. */
export async function expectPositioningAt(url: string, approach: Approach): Promise<void> {
  const found = installedChromium();
  const browser = await chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: fakeCameraArgs({ clipPath: await writeClip(neutralOnly(IDENTITIES.ada)) }),
  });
  const complaints: string[] = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`HTTP ${response.status()} ${response.url()}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    await approach(page);
    await page.locator('[data-action="consent"]').click();
    await page.locator('[data-state="positioning"]').first().waitFor();
    await page.locator(ANALYSED).waitFor();
  } catch (thrown) {
    throw new Error(`positioning was not reached; the browser says: ${complaints.join('\n') || 'nothing'}`, {
      cause: thrown,
    });
  } finally {
    await browser.close();
  }
}
