import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { faultsOn } from './support/look.js';
import { fileOf, toReview } from './support/steps.js';
import { heldBy } from './support/vault.js';

/** What a seller can see and do after the check: here, and at the receiver. */

const WORDS = 'My sister sells here as well.';

/** Other tests' sellers wait in the queue too. */
async function openCaseWith(reviewer: Page, words: string): Promise<void> {
  const links = reviewer.locator('[data-case] a');
  const addresses = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) {
    await reviewer.goto(address);
    if (await reviewer.getByText(words).isVisible()) return;
  }
}

test('a seller sees what is kept and stored, objects, sees what a person found, and withdraws', {
  tag: '@slow',
}, async ({ launchWith, sites, receiver }) => {
  test.setTimeout(180_000);
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, widget } = await open(`${sites.demo}/?subject=ada`);
  await toReview(widget);
  await widget.action('keep-clip').click();
  await expect(widget.action('keep-clip')).toHaveAttribute('data-value', 'kept');
  expect(await faultsOn(page, { name: 'review', root: '[data-state]' })).toEqual([]);
  await widget.action('send').click();
  await widget.expectState('done');
  expect(await faultsOn(page, { name: 'done', root: '[data-state]' })).toEqual([]);
  const file = await fileOf(page, widget.action('download-receipt'));
  const desk = page.locator('[data-desk]');

  await test.step('“My data” opens from the notice, and leads back to it', async () => {
    await page.goto(`${sites.demo}/?subject=ada`);
    await widget.expectState('notice');
    await widget.action('my-data').press('Enter');
    await expect(desk.locator('[data-decision]')).toBeVisible();
    expect(await faultsOn(page, { name: 'my-data-in-widget', root: '[data-state]' })).toEqual([]);
    await desk.locator('[data-action="back"]').press('Enter');
    await expect(widget.action('consent')).toBeVisible();
    await expect(widget.root.locator('h2')).toBeFocused();
  });

  await test.step('it has everything of this seller, and of no other', async () => {
    await page.goto(`${sites.demo}/my-data?subject=bao`);
    await expect(page.locator('[data-desk="list"]')).toBeVisible();
    await expect(page.locator('[data-kept]')).toHaveCount(0);
    await page.goto(`${sites.demo}/my-data?subject=ada`);
    await expect(desk.locator('[data-kept="receipt"] [data-record="stored"]')).toBeVisible();
    await desk.locator('[data-action="watch-clip"]').click();
    const video = desk.locator('[data-kept="clip"] video');
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.readyState)).toBeGreaterThan(1);
    const clip = await readFile(await fileOf(page, desk.locator('[data-action="download-clip"]')));
    expect(clip.length).toBeGreaterThan(1_000);
  });

  await test.step('one press takes it all out', async () => {
    const all = JSON.parse(
      await readFile(await fileOf(page, desk.locator('[data-action="take-out"]')), 'utf8'),
    );
    expect(all.verifications).toMatchObject([
      { receipt: JSON.parse(await readFile(file, 'utf8')), record: { state: 'stored' }, problem: null },
    ]);
    expect(all.clips).toMatchObject([{ content: expect.stringMatching(/^data:video\/\w+;base64,\w/) }]);
  });

  const other = await open(`${sites.demo}/receipt`);
  const theirs = other.page.locator('[data-desk]');
  const press = (name: string) => theirs.locator(`[data-action="${name}"]`).press('Enter');

  await test.step('another browser, which keeps nothing, needs the file alone', async () => {
    await theirs.locator('[data-action="open-receipt"]').setInputFiles({
      name: 'holiday.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"version":1}'),
    });
    await expect(theirs.locator('[data-problem="receipt.invalid"]')).toBeVisible();
    await theirs.locator('[data-action="open-receipt"]').setInputFiles(file);
    await expect(theirs).toHaveAttribute('data-desk', 'open');
    await press('my-data');
    await expect(theirs.locator('[data-record="stored"]')).toBeVisible();
  });

  await test.step('the receipt is printed alone, out of the element that it is in', async () => {
    await other.page.evaluate(() => {
      window.print = () => {};
    });
    await theirs.getByText('Your receipt').first().click();
    await press('print-receipt');
    await other.page.emulateMedia({ media: 'print' });
    const paper = other.page.locator('body > .candor-print');
    await expect(paper.getByRole('heading', { name: 'ISO/IEC TS 27560' })).toBeVisible();
    await expect(theirs).toBeHidden();
    await other.page.emulateMedia({ media: 'screen' });
    await expect(paper).toBeHidden();
    await other.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
    await expect(theirs).toBeVisible();
  });

  await test.step('the seller objects with the keyboard alone, and hears that it arrived', async () => {
    await press('contest');
    await theirs.locator('[data-action="contest-text"]').pressSequentially(WORDS);
    expect(await faultsOn(other.page, { name: 'receipt-contest', root: 'candor-receipts' })).toEqual([]);
    await other.page.route(/\/objections$/, (route) => route.abort());
    await press('contest-send');
    await expect(theirs.locator('[data-problem="objection.unreachable"]')).toBeVisible();
    await press('my-data');
    await expect(theirs.locator('[data-problem]')).toHaveCount(0);
    // What was typed survives the failure, and a look at what is stored.
    await expect(theirs.locator('[data-action="contest-text"]')).toHaveValue(WORDS);
    await other.page.unroute(/\/objections$/);
    await press('contest-send');
    await expect(theirs.locator('[data-objection] p').first()).toBeFocused();
    await expect(theirs.getByRole('status')).toContainText('arrived');
  });

  await test.step('a person reads it and decides, and the seller sees what was found', async () => {
    const reviewer = await other.page.context().newPage();
    await reviewer.goto(receiver.reviewUrl());
    await openCaseWith(reviewer, WORDS);
    await expect(reviewer.getByText(WORDS)).toBeVisible();
    await reviewer.getByLabel('No concern').check();
    await reviewer.getByRole('button', { name: 'Record this decision' }).click();
    await expect(reviewer.locator('.standing[data-outcome="no_concern"]')).toBeVisible();
    await press('my-data');
    await expect(theirs.locator('[data-decision="no_concern"]')).toBeVisible();
    expect(await faultsOn(other.page, { name: 'receipt-decided', root: 'candor-receipts' })).toEqual([]);
  });

  await test.step('it withdraws, after one question', async () => {
    await press('withdraw');
    await press('back');
    await press('withdraw');
    await press('confirm');
    await expect(theirs).toHaveAttribute('data-desk', 'withdrawn');
    expect(other.network.to(receiver.url).map((line) => line.split('/')[0]?.trim())).toEqual([
      'GET',
      // The objection that did not get through, the look at what is stored, and the one that did.
      'POST',
      'GET',
      'POST',
      'GET',
      'DELETE',
    ]);
  });

  await test.step('the first browser deletes what it keeps of it, once it has heard', async () => {
    await page.goto(`${sites.demo}/my-data?subject=ada`);
    await expect(desk.locator('[data-decision="withdrawn"]')).toBeVisible();
    expect(await faultsOn(page, { name: 'withdrawn-elsewhere', root: '[data-desk]' })).toEqual([]);
    await expect.poll(() => heldBy(page)).toEqual({ outbox: 0, sent: 0, receipts: 0, clips: 0 });
  });
});
