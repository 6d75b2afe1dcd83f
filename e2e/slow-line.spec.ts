import { expect } from '@playwright/test';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';

/** While the models are on their way: on a slow line that takes a minute. */

test('the camera stays off until its picture can be looked at, and the bar tells how much has come', async ({
  launchWith,
}) => {
  const { page, widget } = await (await launchWith({ clip: CLIPS.resting }))();
  let arrive: () => void = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.context().route(/face_landmarker[^/]*\.task/, async (route) => {
    await held;
    await route.continue();
  });
  await widget.agree();
  await widget.expectState('downloading');
  const bar = widget.root.getByRole('progressbar');
  // All but the file that is held.
  await expect(widget.root.locator('.candor-download')).toHaveText(/^13\.0 \/ 15\.8\sMB$/, {
    timeout: 60_000,
  });
  await expect(bar).toHaveAttribute('aria-valuetext', /^8[23]%$/);
  expect((await cameraUse(page)).getUserMedia).toBe(0);
  await expect(widget.action('opt-out')).toBeVisible();
  await expect(widget.action('cancel')).toBeVisible();
  arrive();
  await widget.expectState('positioning');
  expect((await cameraUse(page)).getUserMedia).toBe(1);
});
