import { expect } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import { expectCameraOff, expectHint, toPositioning, toRecording } from './support/steps.js';
import { KEEP_GL_CONTEXTS, loseGpu } from './support/worker-hooks.js';

/** The GPU goes away under the analysis. MediaPipe then answers with the last landmarks for ever and says nothing. */

const HOOKED = { clip: CLIPS.answering, workerScript: KEEP_GL_CONTEXTS } as const;

test('while positioning: another worker takes over, and the recording is live', async ({ launchWith }) => {
  const { page, widget } = await (await launchWith(HOOKED))();
  await toPositioning(widget);
  await expectHint(widget, 'ready');
  const before = page.workers().at(-1);
  await loseGpu(page);
  await expectHint(widget, 'preparing');
  await expect(widget.action('start')).toBeDisabled();
  await expect.poll(() => page.workers().filter((worker) => worker !== before).length).toBe(1);
  await widget.record(READY);
  await widget.expectVerdict('live');
  expect(page.workers()).not.toContain(before);
});

test('while recording: the recording ends with a code, nothing is sent, and the next one works', async ({
  launchWith,
  receiver,
}) => {
  const { page, widget, network } = await (await launchWith(HOOKED))();
  await toRecording(widget);
  await loseGpu(page);
  await widget.expectFailed('runtime.gpu_lost', 4_000);
  await expectCameraOff(page);
  expect(network.to(receiver.url)).not.toContain('POST /verifications');
  await widget.action('retry').click();
  await widget.record(READY);
  await widget.expectVerdict('live');
});

test('again and again: the seller hears of it in the end', async ({ launchWith }) => {
  const { page, widget } = await (await launchWith(HOOKED))();
  await toPositioning(widget);
  for (let times = 1; times <= 3; times += 1) {
    await expectHint(widget, 'ready');
    await loseGpu(page);
    if (times < 3) await expectHint(widget, 'preparing');
  }
  await widget.expectFailed('runtime.gpu_lost');
});
