import { expect } from '@playwright/test';
import { startTestReceiver } from '../tools/lab/receiver.js';
import { serveApp } from '../tools/start/serve-app.js';
import { createStaticApp } from '../tools/start/static-app.js';
import { test, type Visit } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';

/** What Candor is for, from both ends: one person signs up twice, and a person decides about it. */

/** What the seller holds in the end: the number and the token of the receipt. */
interface Held {
  readonly id: string;
  readonly token: string;
}

async function verifyOn({ page, widget }: Visit): Promise<Held> {
  await widget.agree();
  await widget.record(READY);
  await widget.expectVerdict('live');
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/verifications'),
  );
  await widget.action('send').click();
  await widget.expectState('done');
  const { verificationId, removalToken } = await (await answered).json();
  return { id: verificationId, token: removalToken };
}

test('who verifies as two sellers is found once, reviewed by a person, sees what was decided, and objects', {
  tag: '@slow',
}, async ({ launchWith }) => {
  const receiver = await startTestReceiver(['--review-port', '0']);
  const app = createStaticApp({
    folder: 'demo-dist',
    endpoint: receiver.url,
    reviewUrl: receiver.reviewUrl(),
  });
  const demo = await serveApp(app, 0);
  try {
    const open = await launchWith({ clip: CLIPS.answering });
    const recordOf = async ({ id, token }: Held): Promise<unknown> => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await fetch(`${receiver.url}/verifications/${id}`, { headers })).json();
    };

    const first = await verifyOn(await open(`${demo.url}/?subject=seller-1`));
    expect(await recordOf(first)).toMatchObject({ status: 'no_duplicate', review: null });
    const visit = await open(`${demo.url}/?subject=seller-2`);
    const second = await verifyOn(visit);
    expect(await recordOf(second)).toMatchObject({ status: 'needs_review', review: { state: 'open' } });

    const reviewer = await visit.page.context().newPage();
    await reviewer.goto(receiver.reviewUrl());
    await reviewer.locator('[data-case] a').click();
    await expect(reviewer.locator('body')).toContainText('seller-1');
    await expect(reviewer.locator('body')).toContainText('seller-2');
    await reviewer.getByLabel('Same person', { exact: true }).check();
    await reviewer.getByRole('button', { name: 'Record this decision' }).click();
    await expect(reviewer.locator('.standing[data-outcome="same_person"]')).toBeVisible();

    expect(await recordOf(second)).toMatchObject({
      status: 'needs_review',
      review: { state: 'closed', outcome: 'same_person', reviewerKind: 'person' },
    });

    const { widget } = visit;
    await widget.action('my-data').click();
    await expect(widget.root.locator('[data-decision="same_person"]')).toBeVisible();
    await widget.action('contest').click();
    await widget.action('contest-text').fill('My sister sells here as well.');
    await widget.action('contest-send').click();
    await expect(widget.root.locator('[data-objection]')).toBeVisible();
    await reviewer.goto(receiver.reviewUrl());
    await reviewer.locator('[data-case] a').click();
    await expect(reviewer.getByText('My sister sells here as well.')).toBeVisible();
  } finally {
    await demo.close();
    await receiver.remove();
  }
});
