import { expect, type Page } from '@playwright/test';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';

/** The element as a control of a form: React's, with an action. */

const submitted = (page: Page) => page.evaluate(() => window.submitted);

/** What the form says of it. */
function control(page: Page) {
  return page.locator('candor-verification').evaluate((found) => {
    const { value, form, validity, willValidate } = found as HTMLElementTagNameMap['candor-verification'];
    return { value, inForm: form !== null, missing: validity.valueMissing, willValidate };
  });
}

test('an answer is required, and no is one', async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: null });
  const { page, widget } = await open(`${sites.pages}/?as=form`);
  await widget.expectState('notice');
  expect(await control(page)).toEqual({ value: '', inForm: true, missing: true, willValidate: true });
  await page.locator('#sign-up').click();
  const focused = await page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    return [document.activeElement?.localName, inside?.localName];
  });
  expect(focused, 'the browser leads to where the answer is given').toEqual(['candor-verification', 'h2']);
  expect(await submitted(page)).toEqual([]);
  await widget.action('opt-out').first().click();
  await widget.expectState('opted-out');
  expect(await control(page)).toMatchObject({ value: '', missing: false });
  await page.locator('#sign-up').click();
  await expect.poll(() => submitted(page)).toEqual([{ shop: "Ada's" }]);
  // React resets a form whose action is through.
  await widget.expectState('notice');
  expect(await control(page)).toMatchObject({ missing: true });
});

test('whoever writes elsewhere in the form is left there when the widget goes on', async ({
  launchWith,
  sites,
}) => {
  const refusedLate = `navigator.mediaDevices.getUserMedia = () => new Promise((_, refuse) =>
    setTimeout(refuse, 1_500, new DOMException('none', 'NotFoundError')));`;
  const open = await launchWith({ clip: null, initScript: refusedLate });
  const { page, widget } = await open(`${sites.pages}/?as=form`);
  await widget.agree();
  await page.getByLabel('Shop').fill('Ada and Bao');
  await widget.expectFailed('camera.not_found');
  await expect(page.getByLabel('Shop')).toBeFocused();
  await expect(page.locator('candor-verification').getByRole('status')).not.toBeEmpty();
  await widget.action('retry').click();
  await widget.expectFailed('camera.not_found');
  await expect(widget.root.getByRole('heading', { level: 2 })).toBeFocused();
});

test('disabled, nothing in it can be pressed, and a camera that is on goes off', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: CLIPS.resting });
  const { page, widget } = await open(`${sites.pages}/?as=form`);
  const disable = (isDisabled: boolean) =>
    page.locator('form > fieldset').evaluate((found, to) => {
      (found as HTMLFieldSetElement).disabled = to;
    }, isDisabled);
  await widget.agree();
  await widget.expectState('positioning');
  await expect.poll(async () => (await cameraUse(page)).liveTracks).toBe(1);
  await disable(true);
  await expect.poll(async () => (await cameraUse(page)).liveTracks).toBe(0);
  await widget.expectState('notice');
  await expect(page.locator('candor-verification:disabled')).toHaveCount(1);
  expect(await control(page)).toMatchObject({ willValidate: false });
  const pressed = await page.evaluate(() => {
    const button = document.querySelector('candor-verification')?.shadowRoot?.querySelector('button');
    return button?.closest('[inert]') !== null;
  });
  expect(pressed, 'inert').toBe(true);
  await disable(false);
  await widget.action('opt-out').first().click();
  await widget.expectState('opted-out');
});
