import { expect } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import type { NetworkLog } from './support/network-log.js';
import { toRecording } from './support/steps.js';

/** The widget in pages that hold it in other ways than the demo does. */

test('under React StrictMode one camera is opened, and one session', async ({
  launchWith,
  sites,
  receiver,
}) => {
  const open = await launchWith({ clip: CLIPS.resting });
  const { page, widget, network } = await open(`${sites.pages}/?as=strict`);
  await toRecording(widget);
  expect(await cameraUse(page)).toMatchObject({ getUserMedia: 1, mostLiveTracks: 1 });
  const posts = network.to(receiver.url).filter((line) => line.startsWith('POST'));
  expect(posts).toEqual(['POST /sessions']);
});

test('under React StrictMode one envelope is sent', { tag: '@slow' }, async ({
  launchWith,
  sites,
  receiver,
}) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, widget, network } = await open(`${sites.pages}/?as=strict`);
  await widget.agree();
  const recordings = await widget.record(READY);
  await widget.expectVerdict('live');
  await widget.action('send').click();
  await widget.expectState('done');
  expect(await cameraUse(page)).toMatchObject({ getUserMedia: recordings, mostLiveTracks: 1, liveTracks: 0 });
  const posts = network.to(receiver.url).filter((line) => line.startsWith('POST'));
  expect(posts).toEqual([...Array<string>(recordings).fill('POST /sessions'), 'POST /verifications']);
});

test('two widgets on one page share nothing', { tag: '@slow' }, async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, network } = await open(`${sites.pages}/?as=two`);
  const first = new Widget(page, '#first');
  const second = new Widget(page, '#second');
  await second.expectState('notice');
  await first.agree();
  await first.expectState('positioning');
  await second.expectState('notice');
  await second.action('opt-out').click();
  await second.expectState('opted-out');
  await first.record(READY);
  await first.expectVerdict('live');
  await first.action('send').click();
  await first.expectState('done');
  await second.expectState('opted-out');
  expect(subjectsOf(network, '/opt-outs')).toEqual(['second']);
  expect(subjectsOf(network, '/sessions')).toEqual(['first']);
});

/** Whom the posts to this path named, each once. */
function subjectsOf(network: NetworkLog, path: string): readonly unknown[] {
  const posts = network
    .all()
    .filter(({ method, url }) => method === 'POST' && new URL(url).pathname === path);
  return [...new Set(posts.map(({ body }) => JSON.parse(body?.toString() ?? '{}').subject))];
}

test('the custom element goes the whole way, mirrors its state, and is submitted with its form', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, widget } = await open(`${sites.pages}/?as=form`);
  const element = page.locator('candor-verification');
  await widget.agree();
  await expect(element).toHaveAttribute('data-state', 'positioning');
  await widget.record(READY);
  await widget.expectVerdict('live');
  await expect(element).toHaveAttribute('data-state', 'review');
  await expect(element).toHaveAttribute('data-verdict', 'live');
  const told = element.evaluate(
    (found) =>
      new Promise<{ readonly id: string; readonly names: readonly string[] }>((resolve) => {
        const listening = found as HTMLElementTagNameMap['candor-verification'];
        listening.addEventListener('done', ({ detail: { outcome } }) =>
          resolve({ id: outcome.verificationId, names: Object.keys(outcome) }),
        );
      }),
  );
  await widget.action('send').click();
  await expect(element).toHaveAttribute('data-state', 'done');
  await page.locator('#sign-up').click();
  const submitted = page.waitForFunction(() => window.submitted[0]).then((handle) => handle.jsonValue());
  expect(await submitted).toEqual({ shop: "Ada's", verification: (await told).id });
  expect((await told).names.toSorted()).toEqual(['decidedAt', 'deleteAfter', 'status', 'verificationId']);
});

test('in a frame of srcdoc, whose address has no origin, the receiver takes the envelope', {
  tag: '@slow',
}, async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page } = await open(`${sites.pages}/?as=nothing`);
  const cameras = new URLSearchParams({ camera: new URL(page.url()).searchParams.get('camera') ?? '' });
  // In the markup: the page demands Trusted Types.
  await page.route(`${sites.pages}/?framed`, async (route) => {
    const response = await route.fetch({ url: `${sites.pages}/` });
    const html = (await response.text()).replace('<main ', `<main data-query="${cameras}" `);
    const srcdoc = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const body = `<!doctype html><iframe allow="camera" width="1200" height="850" srcdoc="${srcdoc}"></iframe>`;
    await route.fulfill({ response, body });
  });
  await page.goto(`${sites.pages}/?framed`);
  await expect.poll(() => page.frames().length).toBe(2);
  const widget = new Widget(page.frames()[1] ?? page);
  await widget.agree();
  await widget.record(READY);
  await widget.action('send').click();
  await widget.expectState('done');
});

test('a custom element that is taken out of the page turns its camera off', async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: CLIPS.resting });
  const { page, widget } = await open(`${sites.pages}/?as=element`);
  await widget.agree();
  await widget.expectState('positioning');
  await page.evaluate(() => window.unmount());
  await expect.poll(async () => (await cameraUse(page)).liveTracks).toBe(0);
});
