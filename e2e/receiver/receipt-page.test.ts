import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { chromium } from '@playwright/test';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { duplicate } from '../../receiver/testing/cases.fixture.js';
import { type Harness, ORIGIN, startHarness } from '../../receiver/testing/harness.fixture.js';
import type { Receipt } from '../../src/envelope/receipt.js';
import { type ServedApp, serveApp } from '../../tools/start/serve-app.js';
import { installedChromium } from '../../tools/test/chromium.js';
import { faultsOn } from '../support/look.js';

/** `dist/receipt/`, as it was built, on a host that serves files and nothing else. */

const FOLDER = fileURLToPath(new URL('../../dist/receipt', import.meta.url));
const PICTURES = process.env.CANDOR_SELLER_PICTURES;
/** As a browser that keeps nothing: every use of storage throws. */
const NO_STORAGE = `for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
  Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });`;

let harness: Harness;
let served: readonly ServedApp[];
let browser: Awaited<ReturnType<typeof chromium.launch>>;

beforeAll(async () => {
  const host = await serveApp(new Hono().use('/help/*', underHelp()), 0);
  harness = await startHarness({ allowedOrigins: [ORIGIN, host.url] });
  served = [host, await serveApp(harness.receiver.app, 0)];
  const installed = installedChromium();
  browser = await chromium.launch(installed === null ? {} : { executablePath: installed.path });
});
afterAll(async () => {
  await browser.close();
  await Promise.all(served.map((app) => app.close()));
  await harness.close();
});

function underHelp() {
  return serveStatic({ root: FOLDER, rewriteRequestPath: (path) => path.replace(/^\/help/, '') });
}

it('withdraws with the receipt’s file alone: no storage, no login, in the browser’s language, under its own policy', async () => {
  const { later } = await duplicate(harness, ['one-shop', 'other-shop']);
  const [host, receiver] = served;
  if (host === undefined || receiver === undefined) throw new Error('both are served');
  const party = [
    { party_name: 'Shop Ltd', party_contact: 'privacy@shop.example', party_address: '1 Street' },
  ];
  const receipt: Receipt = {
    version: 1,
    endpoint: receiver.url,
    outcome: later,
    consent: { party },
    consentHash: 'h',
    noticeVersion: '1',
  };
  const context = await browser.newContext({ locale: 'de' });
  await context.addInitScript(NO_STORAGE);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => {
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !isIcon) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${host.url}/help/index.html`);
  const desk = page.locator('[data-desk]');
  const press = (name: string) => desk.locator(`[data-action="${name}"]`).press('Enter');

  await desk.locator('[data-action="open-receipt"]').setInputFiles({
    name: 'candor-receipt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(receipt)),
  });
  await page.locator('[data-desk="open"]').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await page.title()).toBe(await page.locator('h1').textContent());
  expect(wrong).toEqual([]);
  expect(await faultsOn(page, { name: 'receipt-page', root: 'main', pictures: PICTURES })).toEqual([]);
  // axe styles what it looks at, which the policy refuses.
  wrong.length = 0;
  await press('my-data');
  await desk.locator('[data-record="stored"]').waitFor();
  await press('withdraw');
  await press('confirm');
  await page.locator('[data-desk="withdrawn"]').waitFor();
  expect(wrong).toEqual([]);
  const stored = await harness.send('GET', `/verifications/${later.verificationId}`, undefined, {
    Authorization: `Bearer ${later.removalToken}`,
  });
  expect(await stored.json()).toMatchObject({ state: 'withdrawn' });
  await context.close();
});
