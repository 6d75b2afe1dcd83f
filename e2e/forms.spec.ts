import { expect, type Page } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { cameraUse } from './support/camera-spy.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { toReview } from './support/steps.js';

/** The element as a control of a form: React's, with an action, and one of plain HTML. Which id a form is submitted with is also in
 * `embed.spec.ts`. */

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

/** A form without a framework. Its markup is made here, because the page demands Trusted Types. What it is submitted with is on
 * `window.submitted`: the page's policy lets no form go anywhere. */
async function putPlainForm(page: Page): Promise<Widget> {
  await page.evaluate(async () => {
    const form = document.createElement('form');
    const element = document.createElement('candor-verification');
    const endpoint = document.querySelector<HTMLMetaElement>('meta[name="candor-endpoint"]')?.content ?? '';
    for (const [name, value] of Object.entries({ endpoint, name: 'verification', required: '' }))
      element.setAttribute(name, value);
    const allowedCameraLabels = new URLSearchParams(location.search).getAll('camera');
    Object.assign(element, { allowedCameraLabels });
    const shop = Object.assign(document.createElement('input'), { name: 'shop', value: 'Bao' });
    const button = Object.assign(document.createElement('button'), { id: 'sign-up', textContent: 'Sign up' });
    form.append(shop, element, button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      window.submitted.push(
        Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
      );
    });
    document.body.append(form);
    await window.defineElement();
  });
  return new Widget(page);
}

test('a plain form waits for an answer, and is submitted without an id after a no', async ({
  launchWith,
  sites,
}) => {
  const { page } = await (await launchWith({ clip: null }))(`${sites.pages}/?as=nothing`);
  const widget = await putPlainForm(page);
  await widget.expectState('notice');
  await page.locator('#sign-up').click();
  expect(await submitted(page)).toEqual([]);
  await widget.action('opt-out').first().click();
  await widget.expectState('opted-out');
  await page.locator('#sign-up').click();
  await expect.poll(() => submitted(page)).toEqual([{ shop: 'Bao' }]);
});

test('a plain form is submitted with the id of the confirmed check', { tag: '@slow' }, async ({
  launchWith,
  sites,
}) => {
  const { page } = await (await launchWith({ clip: CLIPS.answering }))(`${sites.pages}/?as=nothing`);
  const widget = await putPlainForm(page);
  await toReview(widget);
  await widget.action('send').click();
  await widget.expectState('done');
  const { value } = await control(page);
  expect(value).not.toBe('');
  await page.locator('#sign-up').click();
  await expect.poll(() => submitted(page)).toEqual([{ shop: 'Bao', verification: value }]);
});
