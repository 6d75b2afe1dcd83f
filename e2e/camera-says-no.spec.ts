import { expect } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { expectCameraOff, toPositioning } from './support/steps.js';

/** The browser gives no camera, it shows nothing that could be used, or it goes away. */

test.describe('a camera that says no', () => {
  test('denied: says so, and offers another try and another way', async ({ launchWith }) => {
    const { widget } = await (await launchWith({ clip: CLIPS.resting, permission: 'denied' }))();
    await widget.agree();
    await widget.expectFailed('camera.permission_denied');
    await expect(widget.action('retry')).toBeVisible();
    await expect(widget.action('opt-out')).toBeVisible();
  });

  test('none: says so', async ({ launchWith }) => {
    const { widget } = await (await launchWith({ clip: null }))();
    await widget.agree();
    await widget.expectFailed('camera.not_found');
  });

  const SCENES = [
    ['an empty room', CLIPS.nobody, 'face.none'],
    ['two faces', CLIPS.twoFaces, 'face.multiple'],
    ['a face too far away', CLIPS.tooFar, 'face.too_far', '@slow'],
    ['hardly any light', CLIPS.tooDark, 'light.too_dark', '@slow'],
    ['a picture that is black all over, as of a covered lens', CLIPS.black, 'camera.no_frames', '@slow'],
  ] as const;
  for (const [scene, clip, hint, ...tag] of SCENES) {
    test(`${scene}: the hint is ${hint}, and the recording cannot be started`, { tag }, async ({
      launchWith,
      receiver,
    }) => {
      const { widget, network } = await (await launchWith({ clip }))();
      await toPositioning(widget);
      await expect(widget.root.locator('[data-hint]')).toHaveAttribute('data-hint', hint);
      await expect(widget.action('start')).toBeDisabled();
      expect(network.to(receiver.url)).not.toContain('POST /sessions');
    });
  }

  test('torn off in the middle of the clip: camera.lost, and nothing is sent', { tag: '@slow' }, async ({
    launchWith,
    receiver,
  }) => {
    const clip = CLIPS.tornOff;
    const { page, widget, network } = await (await launchWith({ clip }))();
    await widget.agree();
    await widget.startAt({ atS: 5, clipS: 15, framesPerSecond: clip.framesPerSecond });
    await widget.expectState('recording');
    await widget.expectFailed('camera.lost');
    await expectCameraOff(page);
    expect(network.to(receiver.url)).not.toContain('POST /verifications');
  });
});
