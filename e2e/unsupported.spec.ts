import { expect } from '@playwright/test';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { faultsOn } from './support/look.js';
import { toReview } from './support/steps.js';

/** A browser that cannot do the check: the seller is told before they agree to anything, and has another way. And one that can, without WebGL2. */

const NO_CANVAS = 'OffscreenCanvas.prototype.getContext = () => null;';

test('where nothing can be drawn off the screen the seller is told before consent and camera, and becomes a seller another way', async ({
  launchWith,
  receiver,
}) => {
  const { page, widget, network } = await (
    await launchWith({ clip: CLIPS.resting, initScript: NO_CANVAS })
  )();
  await widget.expectFailed('env.unsupported');
  await expect(widget.action('consent')).toHaveCount(0);
  await expect(widget.action('retry')).toHaveCount(0);
  await expect(widget.root.locator('h2')).toHaveText('The face check is not possible here');
  const controls = widget.root.locator('[data-action]');
  await expect(controls.first()).toHaveAttribute('data-action', 'opt-out');
  expect(await faultsOn(page, { name: 'unsupported', root: '[data-state]' })).toEqual([]);
  expect(await cameraUse(page)).toMatchObject({ getUserMedia: 0, enumerateDevices: 0 });
  expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor']);
  const fetched = network.all().map(({ url }) => new URL(url).pathname);
  expect(fetched.filter((path) => /[.](wasm|onnx|task)|worker/.test(path))).toEqual([]);
  await widget.action('opt-out').click();
  await widget.expectState('opted-out');
  await expect.poll(() => network.to(receiver.url)).toContain('POST /opt-outs');
});

test('what is asked of the browser is one context, and offends no policy', async ({ launchWith }) => {
  const initScript = `
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
    window.contexts = [];
    window.contextMs = 0;
    const { getContext } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = function (...wanted) {
      contexts.push(wanted[0]);
      const from = performance.now();
      const context = getContext.apply(this, wanted);
      window.contextMs += performance.now() - from;
      return context;
    };`;
  const { page, widget } = await (await launchWith({ clip: null, initScript }))();
  await widget.expectState('notice');
  const seen = await page.evaluate(() => {
    interface Asked {
      readonly violations: readonly string[];
      readonly contexts: readonly string[];
      readonly contextMs: number;
    }
    const { violations, contexts, contextMs } = window as unknown as Asked; // set above
    return { violations, contexts, contextMs };
  });
  console.log(`The context on the page: ${seen.contextMs.toFixed(1)} ms`);
  expect(seen.violations).toEqual([]);
  expect(seen.contexts).toEqual(['2d']);
});

test('an address that is none tells whether a browser has module workers', async ({ launchWith }) => {
  const { page } = await (await launchWith({ clip: null }))();
  // The demo asks for Trusted Types, under which any address by itself is refused.
  await page.goto('about:blank');
  const told = await page.evaluate(() => {
    const read: string[] = [];
    const options: WorkerOptions = {
      get type(): WorkerType {
        read.push('type');
        return 'module';
      },
    };
    try {
      new Worker('https://:', options);
    } catch (error) {
      read.push(error instanceof DOMException ? error.name : 'another error');
    }
    return read;
  });
  expect(told).toEqual(['type', 'SyntaxError']);
});

test('whoever was here before still reaches what is kept of theirs, though their browser can no longer do it', {
  tag: '@slow',
}, async ({ launchWith, sites }) => {
  test.setTimeout(180_000);
  const initScript = `if (location.search.includes('no-canvas')) ${NO_CANVAS}`;
  const open = await launchWith({ clip: CLIPS.answering, initScript });
  const { page, widget } = await open(`${sites.demo}/?subject=ada`);
  await toReview(widget);
  await widget.action('send').click();
  await widget.expectState('done');
  await page.goto(`${sites.demo}/?subject=ada&no-canvas`);
  await widget.expectFailed('env.unsupported');
  await widget.action('my-data').press('Enter');
  const desk = page.locator('[data-desk]');
  await expect(desk.locator('[data-decision]')).toBeVisible();
  await desk.locator('[data-action="back"]').press('Enter');
  await expect(widget.action('opt-out')).toBeVisible();
  await expect(widget.root.locator('h2')).toBeFocused();
});

test('a machine without a graphics driver verifies all the same', { tag: '@slow' }, async ({
  launchWith,
}) => {
  const args = ['--disable-gpu', '--disable-software-rasterizer'];
  const { page, widget } = await (await launchWith({ clip: CLIPS.answering, args }))();
  expect(
    await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2')),
    'there is no WebGL2',
  ).toBeNull();
  await toReview(widget);
  await widget.expectVerdict('live');
  await widget.action('send').click();
  await widget.expectState('done');
});
