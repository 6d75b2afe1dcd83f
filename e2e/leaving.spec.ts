import { expect } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { expectCameraOff, toPositioning, toRecording, toReview } from './support/steps.js';

/** A seller leaves without a word: nothing goes on behind their back. */

/** How long a page that was left is watched, ms: longer than the pause before any of the widget's repeated requests. */
const WATCHED_MS = 2_000;

test.describe('a seller who goes away', () => {
  test('hides the page while recording: the camera goes off and nothing is sent', async ({
    launchWith,
    receiver,
  }) => {
    const { page, widget, network } = await (await launchWith({ clip: CLIPS.answering }))();
    await toRecording(widget);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await widget.expectFailed('capture.interrupted');
    await expectCameraOff(page);
    expect(network.to(receiver.url)).not.toContain('POST /verifications');
  });

  test('stops the recording: cancelled, camera off', async ({ launchWith }) => {
    const { page, widget } = await (await launchWith({ clip: CLIPS.answering }))();
    await toRecording(widget);
    await widget.action('stop').click();
    await widget.expectState('cancelled');
    await expectCameraOff(page);
  });

  test('cancels while positioning, and may begin again', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: CLIPS.resting }))();
    await toPositioning(widget);
    await widget.action('cancel').click();
    await widget.expectState('cancelled');
    await expectCameraOff(page);
    expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor']);
    await widget.action('retry').click();
    await widget.expectState('notice');
  });

  for (const [how, style] of [
    ['closes the dialog that it is in', 'display: none'],
    ['makes it invisible', 'visibility: hidden'],
    ['fades it out', 'opacity: 0'],
  ] as const) {
    const tag = style === 'display: none' ? [] : ['@slow'];
    test(`the camera stays on in no page that ${how}`, { tag }, async ({ launchWith, sites }) => {
      const open = await launchWith({ clip: CLIPS.resting });
      const { page, widget } = await open(sites.pages);
      await toPositioning(widget);
      await expect(widget.action('start')).toBeVisible();
      await page.locator('#root').evaluate((host, css) => {
        (host as HTMLElement).style.cssText = css;
      }, style);
      await expectCameraOff(page);
      await widget.expectFailed('capture.interrupted');
      await page.locator('#root').evaluate((host) => {
        (host as HTMLElement).style.cssText = '';
      });
      await widget.action('retry').click();
      await widget.expectState('positioning');
    });
  }

  test('fades out the frame that the widget is in: the camera goes off', { tag: '@slow' }, async ({
    launchWith,
    sites,
  }) => {
    const open = await launchWith({ clip: CLIPS.resting });
    const { page } = await open(`${sites.pages}/?as=nothing`);
    const framed = new URL(page.url());
    framed.searchParams.delete('as');
    await page.route(`${sites.pages}/?framed`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><iframe allow="camera" width="1200" height="850" src="${framed.href.replaceAll('&', '&amp;')}"></iframe>`,
      }),
    );
    await page.goto(`${sites.pages}/?framed`);
    await expect.poll(() => page.frames().length).toBe(2);
    const widget = new Widget(page.frames()[1] ?? page);
    await toPositioning(widget);
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      frame.style.opacity = '0';
    });
    await widget.expectFailed('capture.interrupted');
  });

  const STATES = [
    ['notice', (widget: Widget) => widget.expectState('notice')],
    ['positioning', toPositioning],
    ['recording', toRecording],
    ['review', toReview],
  ] as const;
  for (const [state, reach] of STATES) {
    const tag = state === 'positioning' ? [] : ['@slow'];
    const title = `leaves the page of the widget in ${state}: the camera goes off`;
    test(title, { tag }, async ({ launchWith, sites }) => {
      const open = await launchWith({ clip: CLIPS.answering });
      const { page, widget, network } = await open(sites.pages);
      await reach(widget);
      await page.evaluate(() => window.unmount());
      await expectCameraOff(page);
      // Without its worker nothing fetches models any more. A request that was under way is told later than it began.
      await expect.poll(() => page.workers().length).toBe(0);
      await network.quiet();
      const before = network.all().length;
      await page.waitForTimeout(WATCHED_MS);
      expect(network.all().slice(before)).toEqual([]);
    });
  }

  test('leaves while the browser still asks: a camera that opens afterwards is closed', async ({
    launchWith,
    sites,
  }) => {
    const late = `const { getUserMedia } = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = function (...args) {
        return new Promise((resolve) => { window.answer = () => resolve(getUserMedia.apply(this, args)); });
      };`;
    const open = await launchWith({ clip: CLIPS.resting, initScript: late });
    const { page, widget } = await open(sites.pages);
    await widget.agree();
    await widget.expectState('permission');
    await page.waitForFunction(() => 'answer' in window);
    await page.evaluate(() => window.unmount());
    await page.evaluate(() => Reflect.get(window, 'answer')());
    await expect.poll(async () => (await cameraUse(page)).mostLiveTracks).toBe(1);
    await expectCameraOff(page);
  });
});
