import { expect } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { violationsOn } from './support/look.js';

/** What axe can see of WCAG 2.2 AA, on the real screens. What it cannot is in docs/accessibility.md. */

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing on the notice and after a no, ${width} px, ${colorScheme}`, async ({
      launchWith,
    }) => {
      const open = await launchWith({
        clip: null,
        context: { colorScheme, viewport: { width, height: 900 } },
      });
      const { page, widget } = await open();
      await widget.expectState('notice');
      expect(await violationsOn(page)).toEqual([]);
      await widget.action('opt-out').click();
      await widget.expectState('opted-out');
      expect(await violationsOn(page)).toEqual([]);
    });
  }
}

test('axe finds nothing while the seller sits before the camera, nor on a failure', async ({
  launchWith,
}) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, widget } = await open();
  await widget.agree();
  await widget.expectState('positioning');
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violationsOn(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  }

  const { page: without, widget: refused } = await (await launchWith({ clip: null }))();
  await refused.agree();
  await refused.expectFailed('camera.not_found');
  expect(await violationsOn(without)).toEqual([]);
});
