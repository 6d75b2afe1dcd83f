import { expect } from '@playwright/test';
import { startTestReceiver } from '../tools/lab/receiver.js';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { expectCameraOff, toPositioning, toRecording, toReview } from './support/steps.js';

/** A seller says no: before the camera opens, and at every moment after it. */

/** Before the page's scripts: the browser never answers the question for the camera. */
const NEVER_ANSWERS = 'MediaDevices.prototype.getUserMedia = () => new Promise(() => {});';

test.describe('before the seller answers', () => {
  test('nothing happens but discovery', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: CLIPS.resting }))();
    await widget.expectState('notice');
    // Longer than any preloading that waits for the page to be idle.
    await page.waitForTimeout(1_500);
    expect(await cameraUse(page)).toMatchObject({ getUserMedia: 0, enumerateDevices: 0 });
    expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor']);
    const models = network
      .all()
      .filter(({ url }) => /[.](wasm|onnx|task)|worker/.test(new URL(url).pathname));
    expect(models).toEqual([]);
    const stored = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
    }));
    expect(stored).toEqual({ databases: 0, caches: 0, local: 0, session: 0, cookies: '' });
  });
});

test.describe('a seller who declines', () => {
  test('never has the camera asked for, and is told the next step', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: CLIPS.resting }))();
    await widget.expectState('notice');
    await widget.action('opt-out').click();
    await widget.expectState('opted-out');
    await expect(widget.root.locator('[data-case]')).toBeVisible();
    expect(await cameraUse(page)).toMatchObject({ getUserMedia: 0, enumerateDevices: 0, mostLiveTracks: 0 });
    expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor', 'POST /opt-outs']);
    const { body } = network.only('POST', '/opt-outs');
    expect(Object.keys(JSON.parse(body?.toString() ?? '')).sort()).toEqual(['alternative', 'locale']);
  });

  test('may choose each of the alternatives', async ({ launchWith, receiver }) => {
    const { alternatives } = await (await fetch(`${receiver.url}/.well-known/candor`)).json();
    const open = await launchWith({ clip: null });
    for (const { id } of alternatives) {
      const { widget, network } = await open();
      await widget.expectState('notice');
      await widget.action('alternative', id).click();
      await widget.expectState('opted-out');
      await expect(widget.root.locator('[data-case]')).toBeVisible();
      expect(JSON.parse(network.only('POST', '/opt-outs').body?.toString() ?? '')).toMatchObject({
        alternative: id,
      });
    }
  });

  const STATES = [
    ['positioning', toPositioning],
    ['recording', toRecording],
    ['review', toReview],
  ] as const;
  for (const [state, reach] of STATES) {
    // From the review too; `while the envelope is on its way`, which follows it, is tried each time.
    const tag = state === 'review' ? ['@slow'] : [];
    test(`may still decline in ${state}: the camera goes off and nothing of the face is sent`, {
      tag,
    }, async ({ launchWith, receiver }) => {
      const { page, widget, network } = await (await launchWith({ clip: CLIPS.answering }))();
      await reach(widget);
      await widget.action('opt-out').click();
      await widget.expectState('opted-out');
      await expectCameraOff(page);
      await expect(widget.root.locator('[data-case]')).toBeVisible();
      await network.quiet();
      expect(network.to(receiver.url)).not.toContain('POST /verifications');
    });
  }

  test('may still decline while the browser asks for the camera', async ({ launchWith }) => {
    const open = await launchWith({ clip: CLIPS.resting, initScript: NEVER_ANSWERS });
    const { widget } = await open();
    await widget.agree();
    await widget.expectState('permission');
    await widget.action('opt-out').click();
    await widget.expectState('opted-out');
  });

  test('may still decline while the envelope is on its way', { tag: '@slow' }, async ({
    launchWith,
    receiver,
  }) => {
    const { page, widget, network } = await (await launchWith({ clip: CLIPS.answering }))();
    await page.route(`${receiver.url}/verifications`, () => {});
    await toReview(widget);
    await widget.action('send').click();
    await widget.expectState('sending');
    await widget.action('opt-out').click();
    await widget.expectState('opted-out');
    expect(network.to(receiver.url)).toContain('POST /opt-outs');
  });

  test('may decline after a failure', async ({ launchWith }) => {
    const { widget } = await (await launchWith({ clip: null }))();
    await widget.agree();
    await widget.expectFailed('camera.not_found');
    await widget.action('opt-out').or(widget.action('alternative')).first().click();
    await widget.expectState('opted-out');
  });

  test('is not held up by a receiver that is down', async ({ launchWith, sites }) => {
    const own = await startTestReceiver();
    try {
      const open = await launchWith({ clip: null });
      const { widget } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await widget.expectState('notice');
      await own.stop();
      await widget.action('opt-out').click();
      await widget.expectState('opted-out');
      await expect(widget.action('retry')).toBeVisible();
      await own.start();
      await widget.action('retry').click();
      await expect(widget.root.locator('[data-case]')).toBeVisible();
    } finally {
      await own.remove();
    }
  });
});
