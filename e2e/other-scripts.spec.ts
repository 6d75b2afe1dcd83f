import { expect, type Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { expectCameraOff, toPositioning } from './support/steps.js';

/** Scripts that are neither the page's nor ours change the page's nodes: translators, add-ons. */

/** As browsers' translators do it: each text becomes another element's, but where the page says no. */
function translate(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const wanted = texts.filter(
      ({ data, parentElement }) => data.trim() !== '' && parentElement?.closest('[translate="no"]') === null,
    );
    for (const text of wanted) {
      const font = document.createElement('font');
      font.textContent = `«${text.data}»`;
      text.replaceWith(font);
    }
    return wanted.length;
  });
}

test('a translator changes the page, and no word that the seller agrees to', async ({ launchWith }) => {
  const visit = await launchWith({ clip: CLIPS.answering });
  const { page, widget } = await visit();
  await widget.expectState('notice');
  expect(await translate(page)).toBeGreaterThan(3);
  await expect(widget.root.locator('font')).toHaveCount(0);
  await toPositioning(widget);
});

test('a script that takes the widget’s nodes takes neither the page nor the camera with it', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: CLIPS.answering });
  const { page, widget } = await open(`${sites.pages}/?as=signed-in&subject=ada`);
  await toPositioning(widget);
  await page.evaluate(() => {
    document.body.append('the page’s own');
    const screen = document.querySelector('.candor-screen');
    const wrapper = document.createElement('font');
    screen?.replaceWith(wrapper);
    if (screen !== null) wrapper.append(screen);
  });
  await widget.action('cancel').click();
  await widget.expectFailed('internal');
  await expect(page.getByText('the page’s own')).toBeVisible();
  await expectCameraOff(page);
  await widget.action('retry').click();
  await widget.expectState('notice');
});
