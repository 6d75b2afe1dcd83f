import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type LoneScreens, makeLoneScreens } from './support/lone-screens.js';
import { faultsOn, type View } from './support/look.js';
import { SCREENS_FOLDER, SCREENS_LANGUAGES, SCREENS_TAGS, writeScreensPage } from './support/screens-page.js';

/** `npm run screens`, its second half: every screen with as much on it as there can be, also those that pass too quickly to be looked at
 * (loading, recording), as it stands in the window of a phone with and without the browser's bars, and with text of twice the size.
 * No camera and no receiver. */

const VIEWS: readonly View[] = [
  [390, 'light', 664],
  [390, 'dark', 844],
  [390, 'light', 664, 200],
  [390, 'dark', 844, 200],
  [667, 'light', 375],
];

test.describe.configure({ timeout: 600_000 });

let lone: LoneScreens;
test.beforeAll(async () => {
  mkdirSync(SCREENS_FOLDER, { recursive: true });
  lone = await makeLoneScreens();
});
test.afterAll(() => writeScreensPage());

for (const locale of SCREENS_LANGUAGES) {
  test(`every screen in a phone's window, ${locale}`, { tag: SCREENS_TAGS }, async ({ page }) => {
    await lone.open(page);
    const { screens } = await lone.list(page);
    for (const [index, screen] of screens.entries()) {
      await lone.show(page, screen, locale);
      await page.evaluate(() => document.querySelector('.candor-screen')?.scrollIntoView({ block: 'start' }));
      const number = String(index + 1).padStart(2, '0');
      const name = `phone-${number}-${screen.replaceAll(/\W+/g, '-')}.${locale}`;
      const faults = await faultsOn(page, {
        name,
        root: '[data-screen]',
        pictures: SCREENS_FOLDER,
        views: VIEWS,
      });
      expect.soft(faults).toEqual([]);
    }
  });
}
