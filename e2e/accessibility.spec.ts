import { expect } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { faultsOn, type View, violationsOn } from './support/look.js';

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

/** Each width and each scheme once: what is particular to the direction is on both. The later screens are in right-to-left.spec.ts. */
const RTL_VIEWS: readonly View[] = [
  [390, 'light'],
  [1_280, 'dark'],
];

test('axe finds nothing from right to left, on the notice and after a no', async ({ launchWith, sites }) => {
  const { page, widget } = await (await launchWith({ clip: null }))(`${sites.demo}/?locale=ar`);
  await widget.expectState('notice');
  await expect(widget.root).toHaveAttribute('dir', 'rtl');
  expect(await faultsOn(page, { name: 'notice', views: RTL_VIEWS })).toEqual([]);
  await widget.action('opt-out').click();
  await widget.expectState('opted-out');
  expect(await faultsOn(page, { name: 'opted-out', views: RTL_VIEWS })).toEqual([]);
});
