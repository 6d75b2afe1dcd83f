import { expect, type Page } from '@playwright/test';
import type { Widget } from '../tools/lab/widget.js';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';

/** A host's callback fails (its analytics was removed by an ad blocker): the page hears of it as of any error of its own,
 * and the seller goes on as if nothing had been. Headless: src/flow/subscribers.test.ts. */

type How = 'throws' | 'rejects' | 'element';

interface Case {
  /** The callback that the way ends with. `onUpdate` and `onStateChange` are on each. */
  readonly callback: string;
  readonly event: string;
  /** How it fails in `npm test`; the other two are `@slow`. */
  readonly atOnce: How;
  /** From the notice, and what must be reached. */
  go(widget: Widget): Promise<void>;
}

const CASES: readonly Case[] = [
  {
    callback: 'onOptOut',
    event: 'optout',
    atOnce: 'throws',
    go: async (widget) => {
      await widget.action('opt-out').first().click();
      await widget.expectState('opted-out');
      await expect(widget.action('alternative').first()).toBeVisible();
    },
  },
  {
    callback: 'onError',
    event: 'error',
    atOnce: 'rejects',
    // There is no camera.
    go: async (widget) => {
      await widget.agree();
      await widget.expectFailed('camera.not_found');
      await expect(widget.action('opt-out').first()).toBeVisible();
    },
  },
  {
    callback: 'onCancel',
    event: 'cancel',
    atOnce: 'element',
    go: async (widget) => {
      await widget.agree();
      await widget.expectState('failed');
      await widget.action('cancel').click();
      await widget.expectState('cancelled');
    },
  },
];

/** Soon, not at once: an opt-out is told when the receiver has answered. */
async function expectReported(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names)
    await expect.poll(() => page.evaluate(() => window.reported.join('\n'))).toContain(`${name}: analytics`);
}

for (const { callback, event, atOnce, go } of CASES) {
  const tagOf = (how: How): string[] => (how === atOnce ? [] : ['@slow']);
  for (const how of ['throws', 'rejects'] as const) {
    test(`React: ${callback} ${how}, and nothing else changes`, { tag: tagOf(how) }, async ({
      launchWith,
      sites,
    }) => {
      const open = await launchWith({ clip: null });
      const { page, widget } = await open(`${sites.pages}/?as=failing&how=${how}`);
      await widget.expectState('notice');
      await go(widget);
      await expect(page.locator('h1')).toHaveText('A shop');
      await expectReported(page, ['onUpdate', 'onStateChange', 'onEvent', callback]);
    });
  }

  test(`element: a listener of ${event} throws, and nothing else changes`, {
    tag: tagOf('element'),
  }, async ({ launchWith, sites }) => {
    const open = await launchWith({ clip: null });
    const { page, widget } = await open(`${sites.pages}/?as=element`);
    await widget.expectState('notice');
    await failEveryListener(widget);
    await go(widget);
    await expectReported(page, ['statechange', 'step', event]);
  });
}

test('React: headers and words that throw when they are read are reported, and nothing else changes', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: null });
  const { page, widget, network } = await open(`${sites.pages}/?as=failing-options`);
  await widget.expectState('notice');
  await expect(widget.root.getByRole('heading', { name: 'Words of the shop' })).toBeVisible();
  await widget.action('opt-out').first().click();
  await widget.expectState('opted-out');
  await expect(widget.action('alternative').first()).toBeVisible();
  await expect(page.locator('h1')).toHaveText('A shop');
  const posts = network.all().filter(({ method }) => method === 'POST');
  expect(posts.map(({ headers }) => headers.authorization)).toEqual(['Bearer first']);
  const reported = await page.evaluate(() => window.reported.join('\n'));
  expect(reported).toContain('headers: session is not defined');
  expect(reported).toContain('messages: i18n is not defined');
});

test('React: onDone throws, and the receipt is shown all the same', { tag: '@slow' }, async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, widget } = await open(`${sites.pages}/?as=failing&how=throws`);
  await widget.agree();
  await widget.record(READY);
  await widget.action('send').click();
  await widget.expectState('done');
  await expect(widget.action('download-receipt')).toBeVisible();
  expect(await page.evaluate(() => window.reported.join('\n'))).toContain('onDone: analytics');
});

async function failEveryListener({ page }: Widget): Promise<void> {
  await page.locator('candor-verification').evaluate((element) => {
    for (const name of ['statechange', 'done', 'optout', 'error', 'cancel', 'step'])
      element.addEventListener(name, () => {
        throw new ReferenceError(`${name}: analytics is not defined`);
      });
  });
}
