import { readFile } from 'node:fs/promises';
import { type BrowserContext, chromium, type Download, type Locator, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReviewApp } from '../../receiver/review/app.js';
import { duplicate } from '../../receiver/testing/cases.fixture.js';
import { type Harness, ORIGIN, startHarness } from '../../receiver/testing/harness.fixture.js';
import type { Receipt } from '../../src/envelope/receipt.js';
import { readStyles } from '../../tools/build/assets.js';
import { type ServedApp, serveApp } from '../../tools/start/serve-app.js';
import { installedChromium } from '../../tools/test/chromium.js';
import { bundleExports } from '../support/bundle-exports.js';
import { ALL_VIEWS, faultsOn, type View } from '../support/look.js';
import { heldBy, recordsOf } from '../support/vault.js';

/** A seller who was checked, in a browser, and a person who decides, at a whole receiver. No camera: the checks were made by
 * the receiver's own fixtures. The same with a camera is in e2e/seller-side.spec.ts. */

const TOKEN = 'a-token-for-this-test-alone';
/** A folder to look at the screens in. */
const PICTURES = process.env.CANDOR_SELLER_PICTURES;
const WORDS = 'My sister sells here as well.';

let harness: Harness;
let served: ServedApp[];
let endpoint: string;
let pageUrl: string;
let reviewUrl: string;
let browser: Awaited<ReturnType<typeof chromium.launch>>;

beforeAll(async () => {
  const page = await serveApp(await pageOf(), 0);
  pageUrl = page.url;
  harness = await startHarness({ allowedOrigins: [ORIGIN, pageUrl] });
  const receiver = await serveApp(onItsClock(), 0);
  const review = await serveApp(createReviewApp(harness.context, { kind: 'token', token: TOKEN }), 0);
  served = [page, receiver, review];
  endpoint = receiver.url;
  reviewUrl = `${review.url}/login?token=${TOKEN}`;
  const installed = installedChromium();
  browser = await chromium.launch(installed === null ? {} : { executablePath: installed.path });
});
afterAll(async () => {
  await browser.close();
  await Promise.all(served.map((app) => app.close()));
  await harness.close();
});

/** The receiver with its own time in each answer, which the server it runs in would take from the machine. */
function onItsClock(): Hono {
  return new Hono().all('*', async ({ req, env }) => {
    const answer = await harness.receiver.app.fetch(req.raw, env);
    const dated = new Response(answer.body, answer);
    dated.headers.set('Date', harness.now().toUTCString());
    return dated;
  });
}

/** `?show=ReceiptDesk` or `SellerData`, with the options in the rest of the address. */
async function pageOf(): Promise<Hono> {
  const script = await bundleExports({
    ReceiptDesk: 'src/ui/ReceiptDesk.tsx',
    SellerData: 'src/ui/SellerData.tsx',
    createVault: 'src/vault/vault.ts',
    createRoot: 'node_modules/react-dom/client.js',
    createElement: 'node_modules/react/index.js',
  });
  const styles = await readStyles();
  const html = `<!doctype html><html lang="en"><title>Seller</title><meta name="viewport" content="width=device-width">
<style>:root { color-scheme: light dark } ${styles}</style><main><h1>Seller</h1><div id="root"></div></main>
<script type="module">import * as candor from '/candor.js';
const { show, ...options } = Object.fromEntries(new URLSearchParams(location.search));
window.candor = candor;
candor.createRoot(document.querySelector('#root')).render(candor.createElement(candor[show], options));</script></html>`;
  return new Hono()
    .get('/', (context) => context.html(html))
    .get('/candor.js', (context) => context.body(script, 200, { 'Content-Type': 'text/javascript' }));
}

interface Seller {
  readonly page: Page;
  readonly desk: Locator;
  /** With the keyboard. */
  press(name: string): Promise<void>;
}

/** In a browser whose clock is the receiver's: what is past its time is deleted. */
async function visit(context: BrowserContext, show: string, subject: string): Promise<Seller> {
  await context.clock.setFixedTime(harness.now());
  const page = await context.newPage();
  await page.goto(`${pageUrl}/?${new URLSearchParams({ show, endpoint, subject })}`);
  const desk = page.locator('[data-desk]');
  await desk.locator('h2').waitFor();
  return { page, desk, press: (name) => desk.locator(`[data-action="${name}"]`).press('Enter') };
}

const newContext = () => browser.newContext({ locale: 'en', timezoneId: 'UTC' });

async function look({ page }: Seller, name: string): Promise<void> {
  // Each width and each scheme once; all of them where somebody looks.
  const views: readonly View[] =
    PICTURES === undefined
      ? [
          [390, 'light'],
          [1_280, 'dark'],
        ]
      : ALL_VIEWS;
  expect(await faultsOn(page, { name, root: '[data-desk]', pictures: PICTURES, views })).toEqual([]);
}

function receiptOf(outcome: Receipt['outcome']): Receipt {
  const party = [
    { party_name: 'Shop Ltd', party_contact: 'privacy@shop.example', party_address: '1 Street' },
  ];
  return { version: 1, endpoint, outcome, consent: { party }, consentHash: 'h', noticeVersion: '1' };
}

async function decide(caseId: string, outcome: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(reviewUrl);
  await page.goto(`${new URL(reviewUrl).origin}/cases/${caseId}`);
  await page.getByLabel(outcome).check();
  await page.getByRole('button', { name: 'Record this decision' }).click();
  await page.locator('.standing[data-outcome]').waitFor();
  await page.close();
}

/** Keeps a receipt and a clip as the widget would have. */
async function keep({ page }: Seller, subject: string, receipt: Receipt): Promise<void> {
  await page.evaluate(
    async ([principal, kept, nowIso]) => {
      const { createVault } = (window as unknown as { candor: typeof import('../../src/vault/vault.js') })
        .candor;
      const vault = createVault(principal);
      await vault.keepReceipt('session-1', kept);
      const clip = { blob: new Blob(['clip']), mimeType: 'video/webm;codecs=vp8', durationMs: 5_000 };
      const of = { sessionId: 'session-1', consentReceiptId: 'consent-1' };
      await vault.keepClip(of, clip, new Date(nowIso));
    },
    [{ endpoint, subject }, receipt, harness.now().toISOString()] as const,
  );
  await page.reload();
}

/** A message that may have arrived, of which nothing was heard. */
async function noteSent(page: Page, subject: string): Promise<void> {
  await page.evaluate(
    async ([principal, now]) => {
      const { createVault } = (window as unknown as { candor: typeof import('../../src/vault/vault.js') })
        .candor;
      const sent = { sessionId: 'session-2', nonce: 'A'.repeat(43), sentAt: now };
      await createVault(principal).noteSent(sent, now);
    },
    [{ endpoint, subject }, harness.now().toISOString()] as const,
  );
  await page.reload();
}

async function fileOf(page: Page, press: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download');
  await press();
  const file: Download = await downloading;
  return readFile(await file.path(), 'utf8');
}

describe('a seller with a receipt', () => {
  it('sees what a person decided, objects by keyboard, and is read', async () => {
    const { caseId, later } = await duplicate(harness, ['first-shop', 'second-shop']);
    const context = await newContext();
    const seller = await visit(context, 'ReceiptDesk', 'nobody');
    const { desk, press } = seller;
    await desk.locator('[data-action="open-receipt"]').setInputFiles({
      name: 'candor-receipt.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(receiptOf(later))),
    });
    await press('my-data');
    await desk.locator('[data-decision="open"]').waitFor();

    await decide(caseId, 'Different people');
    await press('my-data');
    await desk.locator('[data-decision="different_person"]').waitFor();
    await press('contest');
    await look(seller, 'receipt-decided');
    await desk.locator('[data-action="contest-text"]').pressSequentially(WORDS);
    await press('contest-send');
    await desk.locator('[data-objection] p:focus').waitFor();
    // After what it says of the decision, at a pace that can be heard.
    await expect.poll(() => desk.getByRole('status').textContent(), { timeout: 10_000 }).toContain('arrived');
    await look(seller, 'receipt-contested');

    const reviewer = await browser.newPage();
    await reviewer.goto(reviewUrl);
    await reviewer.goto(`${new URL(reviewUrl).origin}/cases/${caseId}`);
    await reviewer.getByText(WORDS).waitFor();
    await reviewer.close();
    await context.close();
  });
});

describe('“My data”', () => {
  it('has everything of one seller and nothing of another, takes it out, and deletes it', async () => {
    const { later } = await duplicate(harness, ['third-shop', 'fourth-shop']);
    const context = await newContext();
    const seller = await visit(context, 'SellerData', 'fourth-shop');
    const { page, desk, press } = seller;
    await keep(seller, 'fourth-shop', receiptOf(later));
    await desk.locator('[data-kept="receipt"] [data-decision="open"]').waitFor();
    await desk.locator('[data-kept="clip"]').waitFor();
    await look(seller, 'my-data');
    expect(await recordsOf(page, 'clips')).toMatchObject([
      { kind: 'sealed', ciphertext: expect.not.stringContaining('clip') },
    ]);
    expect(await recordsOf(page, 'clipKeys')).toEqual([{ extractable: false, raw: 'InvalidAccessError' }]);

    const stranger = await visit(context, 'SellerData', 'first-shop');
    expect(await stranger.desk.locator('[data-kept]').count()).toBe(0);

    const all = JSON.parse(await fileOf(page, () => press('take-out')));
    expect(all).toMatchObject({
      verifications: [{ receipt: receiptOf(later), record: { state: 'stored' }, problem: null }],
      clips: [{ content: `data:video/webm;base64,${btoa('clip')}` }],
    });
    expect(await fileOf(page, () => press('download-clip'))).toBe('clip');

    await press('open-kept');
    await press('withdraw');
    // The question itself, not the heading above it.
    await desk.locator('h3:focus').waitFor();
    await look(seller, 'my-data-question');
    await press('confirm');
    await page.locator('[data-desk="withdrawn"]').waitFor();
    expect(await heldBy(page)).toEqual({ outbox: 0, sent: 0, receipts: 0, clips: 0 });
    expect(await recordsOf(page, 'clipKeys')).toEqual([]);
    await context.close();
  });

  it('leaves the focus at what is left when a clip, or what was not delivered, is deleted', async () => {
    const { later } = await duplicate(harness, ['fifth-shop', 'sixth-shop']);
    const context = await newContext();
    const seller = await visit(context, 'SellerData', 'sixth-shop');
    const { page, desk, press } = seller;
    await keep(seller, 'sixth-shop', receiptOf(later));
    await desk.locator('[data-kept="clip"]').waitFor();
    await press('delete-clip');
    await desk.locator('[data-kept="clip"]').waitFor({ state: 'detached' });
    await desk.locator('h2:focus').waitFor();

    await noteSent(page, 'sixth-shop');
    await desk.locator('[data-undelivered="unanswered"]').waitFor();
    await press('discard');
    // It goes, or it says that it could not be asked for: both have a heading.
    await desk.locator('[data-undelivered="unanswered"]').waitFor({ state: 'detached' });
    await desk.locator('h2:focus, [data-undelivered] h3:focus').waitFor();
    await context.close();
  });
});
