import { chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReviewApp } from '../../receiver/review/app.js';
import { appendAudit } from '../../receiver/store/audit-log.js';
import { caseFor, duplicate, verify } from '../../receiver/testing/cases.fixture.js';
import { type Harness, startHarness } from '../../receiver/testing/harness.fixture.js';
import { type ServedApp, serveApp } from '../../tools/start/serve-app.js';
import { installedChromium } from '../../tools/test/chromium.js';
import { ALL_VIEWS, faultsOn, smallTargetsOn, type View } from '../support/look.js';

/** The reviewers' pages in a browser. Their policy forbids scripts, so that what works here works without. */

const TOKEN = 'a-token-for-this-test-alone';
/** A folder to look at the pages in. */
const PICTURES = process.env.CANDOR_REVIEW_PICTURES;

let harness: Harness;
let served: ServedApp;
let browser: Awaited<ReturnType<typeof chromium.launch>>;

beforeAll(async () => {
  harness = await startHarness();
  const app = createReviewApp(harness.context, { kind: 'token', token: TOKEN });
  served = await serveApp(app, 0);
  const installed = installedChromium();
  browser = await chromium.launch(installed === null ? {} : { executablePath: installed.path });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await harness.close();
});

async function look(page: Page, name: string, views: readonly View[] = ALL_VIEWS): Promise<void> {
  expect(await faultsOn(page, { name, root: 'html', pictures: PICTURES, views })).toEqual([]);
}

/** The narrowest window that WCAG 1.4.10 asks for, and what 400 % makes of a desk. */
const NARROWEST: readonly View[] = [
  [320, 'light'],
  [320, 'dark'],
];

async function lookNarrow(page: Page, name: string): Promise<void> {
  await look(page, name, NARROWEST);
  expect(await smallTargetsOn(page), name).toEqual([]);
}

describe('a reviewer', () => {
  it('comes by the printed address, decides, and sees it decided, without a script; axe finds nothing', async () => {
    const { caseId } = await duplicate(harness, ['first-shop', 'second-shop']);
    await caseFor(harness, await verify(harness, 'alone'), []);
    const page = await browser.newPage();
    await page.goto(`${served.url}/login?token=${TOKEN}`);
    expect(page.url()).toBe(`${served.url}/`);
    await look(page, 'queue');
    await page.locator(`[data-case="${caseId}"] a`).click();
    await look(page, 'case');
    const reason = page.getByLabel('Reason');
    expect(await reason.isVisible()).toBe(false);
    await page.getByLabel('Same person, and the second account is allowed').check();
    await page.getByRole('button', { name: 'Record this decision' }).click();
    await page.getByText('Write why a second account is allowed.').waitFor();
    await look(page, 'fault');
    await reason.fill('Two shops, one owner');
    await page.getByRole('button', { name: 'Record this decision' }).click();
    await page.locator('.standing[data-outcome="allowed_second_account"]').waitFor();
    expect(page.url()).toBe(`${served.url}/cases/${caseId}`);
    await look(page, 'decided');
    await page.close();
  });

  it('who comes without the token sees no case', async () => {
    const page = await browser.newPage();
    await page.goto(served.url);
    expect(await page.getByRole('heading', { name: 'You are not signed in' }).count()).toBe(1);
    expect(await page.locator('[data-case]').count()).toBe(0);
    await page.close();
  });
});

/** Those of a list's entries whose value stands beside its label, where it has half of the line. */
function besideTheirLabel(entries: readonly Element[]): readonly string[] {
  return entries
    .filter(({ firstElementChild: label, lastElementChild: value }) => {
      if (label === null || value === null || label === value) return true;
      return value.getBoundingClientRect().top < label.getBoundingClientRect().bottom;
    })
    .map(({ textContent }) => textContent ?? '');
}

describe('a reviewer whose window is 320 px wide', () => {
  /** As long as an id may be, without a place to break. */
  const longId = (index: number): string => `seller-${index}-${'0123456789abcdef'.repeat(4)}`;

  async function signIn(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(`${served.url}/login?token=${TOKEN}`);
    return page;
  }

  /** Two earlier accounts, and what the seller says to it. */
  async function crowdedCase(): Promise<string> {
    const [first, second, later] = await Promise.all(
      [1, 2, 3].map((index) => verify(harness, longId(index))),
    );
    if (first === undefined || second === undefined || later === undefined) throw new Error('three verify');
    const caseId = await caseFor(harness, later, [first, second]);
    const text = `I share a flat with my brother, who sells at https://shop.example/${'a'.repeat(80)}`;
    const Authorization = `Bearer ${later.removalToken}`;
    const path = `/verifications/${later.verificationId}/objections`;
    expect((await harness.send('POST', path, { text }, { Authorization })).ok).toBe(true);
    return caseId;
  }

  it('reads each value below its label, scrolls to no side, and every link, field and button is 24 px large at least', async () => {
    const caseId = await crowdedCase();
    const page = await signIn();
    await lookNarrow(page, 'narrow-queue');
    await page.locator(`[data-case="${caseId}"] a`).click();
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await lookNarrow(page, 'narrow-case');
    expect(await page.locator('.facts > div').evaluateAll(besideTheirLabel), 'values').toEqual([]);
    await page.getByLabel('Same person, and the second account is allowed').check();
    await page.getByRole('button', { name: 'Record this decision' }).click();
    await page.getByText('Write why a second account is allowed.').waitFor();
    await lookNarrow(page, 'narrow-fault');
    await page.getByLabel('Different people').check();
    await page.getByRole('button', { name: 'Record this decision' }).click();
    await page.locator('.standing[data-outcome="different_person"]').waitFor();
    await lookNarrow(page, 'narrow-decided');
    await page.getByRole('link', { name: 'Decided' }).click();
    await lookNarrow(page, 'narrow-queue-decided');
    await page.goto(`${served.url}/cases/none`);
    await lookNarrow(page, 'narrow-missing');
    await page.close();
  });
});

describe('the monthly counts', () => {
  it('are a page in which axe finds nothing', async () => {
    const { database } = harness.context;
    const at = new Date(harness.now().getTime() - 40 * 86_400_000);
    const received = Array.from({ length: 7 }, (_, index) => {
      return { kind: 'received', about: `v-${index}`, at } as const;
    });
    await database.transaction((transaction) => appendAudit(transaction, received));
    const sellers = await serveApp(harness.receiver.app, 0);
    const page = await browser.newPage();
    await page.goto(`${sellers.url}/counts`);
    expect(await page.getByRole('row').count()).toBe(6);
    await look(page, 'counts');
    await look(page, 'narrow-counts', NARROWEST);
    await page.close();
    await sellers.close();
  });
});
