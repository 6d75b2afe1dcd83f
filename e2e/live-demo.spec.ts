import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { expect, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { DEMO_FRAME } from '../docs/site/live-demo.mjs';
import { buildLiveDemo } from '../tools/docs/live-demo.js';
import { Widget } from '../tools/lab/widget.js';
import { type ServedApp, serveApp } from '../tools/start/serve-app.js';
import { test as base, type Visit } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';

/** The page in the frame of docs/live-demo.md, in a frame, on a host that sends no headers of its own. */

const HOST = `<!doctype html><html lang="en"><title>A document</title><body>
<iframe src="/demo/index.html" title="${DEMO_FRAME.title}" allow="${DEMO_FRAME.allow}" style="${DEMO_FRAME.style}"></iframe>`;

const test = base.extend<object, { readonly docs: ServedApp }>({
  docs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'candor-live-demo-'));
      await buildLiveDemo(join(folder, 'demo'));
      const app = new Hono();
      app.get('/', (context) => context.html(HOST));
      app.use('*', serveStatic({ root: folder }));
      const site = await serveApp(app, 0);
      await use(site);
      await site.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/** The widget in the page's frame. @throws when there is none. */
async function widgetIn(page: Page): Promise<Widget> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (frame == null) throw new Error('there is no frame');
  return new Widget(frame);
}

/** Whatever was asked of anybody but the site, or of the site other than to read. */
function strayRequests({ network, origin }: Visit): readonly string[] {
  return network
    .all()
    .filter(({ method, url }) => method !== 'GET' || !url.startsWith(`${origin}/`))
    .filter(({ url }) => !url.startsWith('blob:'))
    .map(({ method, url }) => `${method} ${url}`);
}

test('in the live demo a no is taken by the page itself, under a policy of its own', async ({
  launchWith,
  docs,
}) => {
  const visit = await (await launchWith({ clip: null, expectsFile: false }))(docs.url);
  const refused: string[] = [];
  visit.page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) refused.push(message.text());
  });
  const widget = await widgetIn(visit.page);
  await widget.expectState('notice');
  const asked = await widget.page.evaluate(() =>
    fetch('https://other.example/').then(
      () => 'answered',
      (thrown: unknown) => String(thrown),
    ),
  );
  expect(asked, 'the policy lets nobody else be asked').toContain('Failed to fetch');
  expect(refused).not.toEqual([]);
  expect(refused.filter((said) => !said.includes('https://other.example/'))).toEqual([]);
  await widget.action('opt-out').click();
  await widget.expectState('opted-out');
  await visit.network.quiet();
  expect(strayRequests(visit)).toEqual([]);
});

test('in the live demo the whole check goes through, and asks nobody', { tag: '@slow' }, async ({
  launchWith,
  docs,
}) => {
  const visit = await (await launchWith({ clip: CLIPS.answering, expectsFile: false }))(docs.url);
  const widget = await widgetIn(visit.page);
  await widget.agree();
  await widget.record(READY);
  await widget.action('send').click();
  await widget.expectState('done');
  await widget.action('withdraw').click();
  await widget.expectState('withdrawn');
  await visit.network.quiet();
  expect(strayRequests(visit)).toEqual([]);
});
