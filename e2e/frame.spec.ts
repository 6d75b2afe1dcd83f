import { expect, type FrameLocator, type Page } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { type FramedExample, serveFramedExample } from '../tools/start/framed-example.js';
import { test as base } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';

/** examples/iframe, on two ports, which are two origins: the shop's page, and a page that holds the widget. */

const test = base.extend<object, { readonly framed: FramedExample }>({
  framed: [
    async ({ receiver }, use) => {
      const framed = await serveFramedExample('dist', receiver.url);
      await use(framed);
      await framed.close();
    },
    { scope: 'worker' },
  ],
});

const widgetIn = (page: Page): FrameLocator => page.frameLocator('iframe');

test('a widget in a frame of another origin analyses a picture of the camera that the page lets it have', async ({
  launchWith,
  framed,
}) => {
  const open = await launchWith({ clip: CLIPS.resting, expectsFile: false });
  const { page } = await open(framed.shop);
  const widget = widgetIn(page);
  await widget.locator('[data-action="consent"]').click();
  await expect(widget.locator('[data-state]').first()).toHaveAttribute('data-state', 'positioning', {
    timeout: 60_000,
  });
  await widget.locator('[data-hint]:not([data-hint="preparing"])').waitFor({ timeout: 60_000 });
  const heights = await page.locator('iframe').evaluate((iframe: HTMLIFrameElement) => iframe.height);
  expect(Number(heights), 'the frame has said how high it is').toBeGreaterThan(320);
});

test('a no in the frame is told to the page, by its id', async ({ launchWith, framed }) => {
  const open = await launchWith({ clip: null, expectsFile: false });
  const { page } = await open(framed.shop);
  await widgetIn(page).locator('[data-action="opt-out"]').click();
  await expect(page.locator('#next')).toContainText('We write to you about the next step (id-document)');
});

test('what is decided in the frame, and its withdrawal, are told to the page by the id', {
  tag: '@slow',
}, async ({ launchWith, framed }) => {
  test.setTimeout(180_000);
  const open = await launchWith({ clip: CLIPS.answering, expectsFile: false });
  const { page } = await open(framed.shop);
  await widgetIn(page).locator('[data-action="consent"]').waitFor({ timeout: 30_000 });
  const frame = page.frames().find((one) => one.url().startsWith(framed.frame));
  if (frame === undefined) throw new Error('the page shows no frame');
  const widget = new Widget(frame);
  const next = page.locator('#next');
  await widget.agree();
  await widget.record(READY);
  await expect(next, 'nothing is decided before it is sent').toBeEmpty();
  await widget.action('send').click();
  await widget.expectState('done');
  await expect(next).toHaveText(/^Thank you\. We open your shop as soon as our server hears of \S+\.$/);
  const [, id = ''] = /hears of (\S+)\.$/.exec((await next.textContent()) ?? '') ?? [];
  await widget.action('withdraw').click();
  await widget.expectState('withdrawn');
  await expect(next).toHaveText(`You have withdrawn ${id}. We write to you about another way.`);
});

test('a frame that is opened by itself answers nobody', async ({ launchWith, framed }) => {
  const open = await launchWith({ clip: null, expectsFile: false });
  // The frame's own origin, alone: nobody is around it, and nothing is posted anywhere.
  const { page } = await open(framed.frame);
  await expect(page.locator('[data-action="consent"]')).toBeVisible();
  const told = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let heard = 0;
        window.addEventListener('message', () => {
          heard += 1;
        });
        window.postMessage({ candor: 1, kind: 'hello' }, location.origin);
        setTimeout(() => resolve(heard), 500);
      }),
  );
  expect(told, 'its own hello, and no answer').toBe(1);
});
