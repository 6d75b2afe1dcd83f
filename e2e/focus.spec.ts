import { expect, type Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { toPositioning } from './support/steps.js';

/** Where the focus is when what had it is gone (WCAG 2.4.3). Of “My data” in e2e/receiver/seller-side.test.ts. */

/** A second camera, which is the first by another name. */
const SECOND_CAMERA = `{
  const devices = navigator.mediaDevices;
  const list = devices.enumerateDevices.bind(devices);
  const open = devices.getUserMedia.bind(devices);
  const second = { kind: 'videoinput', deviceId: 'second', groupId: '', label: 'Second camera' };
  devices.enumerateDevices = async () => [...(await list()), second];
  devices.getUserMedia = ({ video }) => open({ video: { ...video, deviceId: undefined } });
}`;

test('another language is chosen from a list that keeps the focus', async ({ launchWith }) => {
  const { widget } = await (await launchWith({ clip: null }))();
  await widget.expectState('notice');
  const list = widget.action('language');
  await list.focus();
  await list.selectOption('de');
  await expect(widget.root.locator('h2')).toHaveText('Dürfen wir Ihr Gesicht prüfen?');
  await expect(list).toBeFocused();
});

test('another camera is chosen from a list that keeps the focus', async ({ launchWith }) => {
  const { widget } = await (await launchWith({ clip: CLIPS.resting, initScript: SECOND_CAMERA }))();
  await toPositioning(widget);
  const list = widget.action('switch-camera');
  await list.focus();
  await list.evaluate((select) => {
    select.dataset.was = 'here';
  });
  await list.selectOption('Second camera');
  await expect(list).not.toHaveAttribute('data-was', 'here');
  await expect(list).toBeFocused();
});

test('a no that could not be told, and is told again, leaves the focus at the way that was chosen', async ({
  launchWith,
}) => {
  const { page, widget } = await (await launchWith({ clip: null }))();
  await page.route(/\/opt-outs$/, (route) => route.abort());
  await widget.action('opt-out').press('Enter');
  await expect(widget.root.locator('[data-problem="optout.unreachable"]')).toBeVisible();
  await page.unroute(/\/opt-outs$/);
  await widget.action('retry').press('Enter');
  await expect(widget.root.locator('[data-case]')).toBeVisible();
  await expect(widget.root.locator('.candor-chosen h3')).toBeFocused();
});

const HEADER_PX = 64;

/** Puts the page's own header over the window, says so, and leaves the widget's top at `topPx` of the window. */
async function under(page: Page, topPx: number): Promise<void> {
  await page.evaluate(
    ([height, top]) => {
      const header = document.createElement('div');
      const over = { position: 'fixed', inset: '0 0 auto', height: `${height}px`, zIndex: '9' };
      Object.assign(header.style, over);
      document.body.append(header);
      Object.assign(document.body.style, { paddingTop: '400px', paddingBottom: '1500px' });
      document.documentElement.style.setProperty('--candor-scroll-margin', `${height}px`);
      const screen = document.querySelector('.candor-screen');
      if (screen !== null) scrollBy(0, screen.getBoundingClientRect().top - (top ?? 0));
    },
    [HEADER_PX, topPx] as const,
  );
}

for (const [where, topPx] of [
  ['is under the page’s own header', 5],
  ['is above the window', -200],
] as const) {
  test(`a new step whose heading ${where} is brought below that header`, async ({ launchWith }) => {
    const { page, widget } = await (await launchWith({ clip: null }))();
    await widget.expectState('notice');
    await widget.action('consent').focus();
    await under(page, topPx);
    await page.keyboard.press('Enter');
    await widget.expectFailed('camera.not_found');
    const heading = widget.root.locator('h2');
    await expect(heading).toBeFocused();
    const box = await heading.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(HEADER_PX);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  });
}
