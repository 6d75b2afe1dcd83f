import { expect } from '@playwright/test';
import { farbling, KEEP_GL_CONTEXTS, loseGpu } from '../tools/lab/worker-hooks.js';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import { expectCameraOff, expectHint, toPositioning, toRecording } from './support/steps.js';

/** The GPU goes away under the analysis of a browser whose canvas is not true, so that pictures are read through WebGL2. No other
 * browser's analysis has one (vision/without-webgl.spec.ts). */

const HOOKED = {
  clip: CLIPS.answering,
  workerScript: `{${KEEP_GL_CONTEXTS}} {${farbling({ imageData: 'random' })}}`,
} as const;

test('while positioning: another worker takes over, and the recording is live', { tag: '@slow' }, async ({
  launchWith,
}) => {
  const { page, widget } = await (await launchWith(HOOKED))();
  await toPositioning(widget);
  await expectHint(widget, 'ready');
  const before = page.workers().at(-1);
  const another = page.waitForEvent('worker');
  await loseGpu(page);
  await another;
  await expect.poll(() => page.workers()).not.toContain(before);
  await widget.record(READY);
  await widget.expectVerdict('live');
});

test('while recording: the recording ends with a code, nothing is sent, and the next one works', {
  tag: '@slow',
}, async ({ launchWith, receiver }) => {
  const { page, widget, network } = await (await launchWith(HOOKED))();
  await toRecording(widget);
  await loseGpu(page);
  await widget.expectFailed('runtime.gpu_lost', 4_000);
  await expectCameraOff(page);
  await network.quiet();
  expect(network.to(receiver.url)).not.toContain('POST /verifications');
  await widget.action('retry').click();
  await expectHint(widget, 'ready');
});

test('again and again: the seller hears of it in the end', { tag: '@slow' }, async ({ launchWith }) => {
  const { page, widget } = await (await launchWith(HOOKED))();
  await toPositioning(widget);
  for (let times = 1; times <= 2; times += 1) {
    await expectHint(widget, 'ready');
    // Its hint says so for a moment only, which a quick machine makes too short to be seen.
    const another = page.waitForEvent('worker');
    await loseGpu(page);
    await another;
  }
  await expectHint(widget, 'ready');
  await loseGpu(page);
  await widget.expectFailed('runtime.gpu_lost');
});
