import { expect } from '@playwright/test';
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
