import { expect, type Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS, DIM, DIM_CAMERA, READY } from './support/clips.js';
import { expectHint, toPositioning, toRecording } from './support/steps.js';

/** Cameras as they are: sizes and rates. */

/** Of the preview's track. */
async function pictureSize(page: Page): Promise<string> {
  return page.locator('video').evaluate((video) => {
    const { videoWidth, videoHeight } = video as HTMLVideoElement; // by its selector
    return `${videoWidth} × ${videoHeight}`;
  });
}

const GOOD = [
  ['320 × 240', CLIPS.smallCamera, '320 × 240', '@slow'],
  ['480 × 640, upright: the whole picture', CLIPS.uprightCamera, '480 × 640'],
  ['480 × 480', CLIPS.squareCamera, /480/, '@slow'],
  ['3840 × 2160', CLIPS.largeCamera, '640 × 480', '@slow'],
  ['640 × 480 at fifteen pictures a second', CLIPS.fifteenCamera, '640 × 480', '@slow'],
] as const;
for (const [camera, clip, size, ...tag] of GOOD) {
  test(`a camera of ${camera} gets a seller ready`, { tag }, async ({ launchWith }) => {
    const { page, widget } = await (await launchWith({ clip }))();
    await toPositioning(widget);
    await expectHint(widget, 'ready');
    if (typeof size === 'string') expect(await pictureSize(page)).toBe(size);
    else expect(await pictureSize(page)).toMatch(size);
  });
}

const POOR = [
  ['of 320 × 180', CLIPS.tinyCamera, 'picture_too_small'],
  ['of four pictures a second', CLIPS.slowCamera, 'camera.too_slow'],
] as const;
for (const [camera, clip, hint] of POOR) {
  test(`a camera ${camera} is named before an attempt is spent`, async ({ launchWith, receiver }) => {
    const { widget, network } = await (await launchWith({ clip }))();
    await toPositioning(widget);
    await expectHint(widget, hint);
    await expect(widget.action('start')).toBeDisabled();
    expect(network.to(receiver.url)).not.toContain('POST /sessions');
  });
}

test('a webcam in dim light, 7.5 pictures a second: live', { tag: '@slow' }, async ({ launchWith }) => {
  const { widget } = await (await launchWith({ clip: DIM_CAMERA }))();
  await widget.agree();
  await widget.record(DIM);
  await widget.expectVerdict('live');
});

/** What a device that is turned does to its camera's picture. */
function resize(page: Page, width: number, height: number): Promise<void> {
  return page.locator('video').evaluate(
    async (video, size) => {
      const [track] = ((video as HTMLVideoElement).srcObject as MediaStream).getVideoTracks(); // the preview
      await track?.applyConstraints(size);
    },
    { width, height },
  );
}

test('a phone that is turned while it records is told so, and may try again', {
  tag: '@slow',
}, async ({ launchWith, receiver }) => {
  const { page, widget, network } = await (await launchWith({ clip: CLIPS.answering }))();
  await toRecording(widget);
  // A second in: pictures of the shape before have been analysed.
  await expect(widget.root.locator('.candor-hint-cue')).not.toHaveAttribute('data-cue', 'ahead');
  await resize(page, 480, 640);
  await widget.expectFailed('capture.interrupted');
  expect(network.to(receiver.url)).not.toContain('POST /verifications');
  await widget.action('retry').click();
  await widget.expectState('positioning');
});

test('a camera that changes its size midway is followed', { tag: '@slow' }, async ({ launchWith }) => {
  const { page, widget } = await (await launchWith({ clip: CLIPS.answering }))();
  await toPositioning(widget);
  await expectHint(widget, 'ready');
  await resize(page, 320, 240);
  await expectHint(widget, 'face.too_far');
  await resize(page, 640, 480);
  await widget.record(READY);
  await widget.expectVerdict('live');
});
