import { expect, type Page } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';

/** What frameworks and script tags do with a custom element's attributes and properties. */

/** Puts the element with its attributes into the page, as markup would, and then defines it. Not by `innerHTML`: the page
 * demands Trusted Types. */
async function putMarkup(page: Page, attributes: Readonly<Record<string, string>>): Promise<Widget> {
  await page.evaluate(async (wanted) => {
    const endpoint = document.querySelector<HTMLMetaElement>('meta[name="candor-endpoint"]')?.content ?? '';
    const element = document.createElement('candor-verification');
    for (const [name, value] of Object.entries({ endpoint, ...wanted })) element.setAttribute(name, value);
    document.body.append(element);
    await window.defineElement();
  }, attributes);
  return new Widget(page);
}

test('a switch whose attribute says false is off, as Vue, Svelte and React 18 mean it', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: null });
  const { page } = await open(`${sites.pages}/?as=nothing`);
  await putMarkup(page, { 'auto-start': 'false', 'colour-check': 'FALSE' });
  const element = page.locator('candor-verification');
  const switches = () =>
    element.evaluate((found) => {
      const { autoStart, colourCheck } = found as HTMLElementTagNameMap['candor-verification'];
      return { autoStart, colourCheck };
    });
  expect(await switches()).toEqual({ autoStart: false, colourCheck: false });
  await element.evaluate((found) => {
    found.setAttribute('auto-start', '');
    found.setAttribute('colour-check', 'true');
  });
  expect(await switches()).toEqual({ autoStart: true, colourCheck: true });
});

for (const { attributes, offered } of [
  { attributes: { 'colour-check': 'false' }, offered: 0 },
  { attributes: { 'colour-check': '' }, offered: 1 },
]) {
  test(`the flow follows it: colour-check="${attributes['colour-check']}"`, async ({ launchWith, sites }) => {
    const open = await launchWith({ clip: CLIPS.resting });
    const { page } = await open(`${sites.pages}/?as=nothing`);
    const widget = await putMarkup(page, attributes);
    await widget.agree();
    await widget.expectState('positioning');
    await expect(widget.action('start')).toBeVisible();
    await expect(widget.action('colour-check')).toHaveCount(offered);
  });
}

test('what was set before the element was defined is taken over', async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: null });
  const { page, network } = await open(`${sites.pages}/?as=nothing`);
  await page.evaluate(() => {
    const endpoint = document.querySelector<HTMLMetaElement>('meta[name="candor-endpoint"]')?.content;
    const element = document.createElement('candor-verification');
    Object.assign(element, {
      endpoint,
      locale: 'de',
      subject: 'shop:early',
      autoStart: false,
      colourCheck: true,
      headers: { Authorization: 'Bearer early' },
      allowedCameraLabels: ['kiosk'],
    });
    document.body.append(element);
  });
  await page.evaluate(() => window.defineElement());
  const widget = new Widget(page);
  await widget.expectState('notice');
  await expect(page.locator('.candor')).toHaveAttribute('lang', 'de');
  const taken = await page.locator('candor-verification').evaluate((found) => {
    const element = found as HTMLElementTagNameMap['candor-verification'];
    const { subject, autoStart, colourCheck, allowedCameraLabels } = element;
    const attributes = Object.fromEntries(
      element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
    );
    return { own: Object.keys(element), subject, autoStart, colourCheck, allowedCameraLabels, attributes };
  });
  expect(taken).toMatchObject({
    own: [],
    subject: 'shop:early',
    autoStart: false,
    colourCheck: true,
    allowedCameraLabels: ['kiosk'],
    attributes: { locale: 'de', subject: 'shop:early', 'colour-check': '' },
  });
  expect(taken.attributes).not.toHaveProperty('auto-start');
  await widget.action('opt-out').first().click();
  await widget.expectState('opted-out');
  const [post] = network.all().filter(({ method }) => method === 'POST');
  expect(post?.headers.authorization).toBe('Bearer early');
  expect(JSON.parse(post?.body?.toString() ?? '{}').subject).toBe('shop:early');
});

test('properties and attributes say the same, and absent is absent', async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: null });
  const { page } = await open(`${sites.pages}/?as=element`);
  const said = await page.locator('candor-verification').evaluate((found) => {
    const element = found as HTMLElementTagNameMap['candor-verification'];
    Object.assign(element, { theme: 'dark', assetsUrl: '/candor/', autoStart: 'false', colourCheck: true });
    const set = ['theme', 'assets-url', 'auto-start', 'colour-check'].map((name) =>
      element.getAttribute(name),
    );
    Object.assign(element, {
      theme: undefined,
      assetsUrl: null,
      headers: null,
      messages: null,
      colourCheck: undefined,
    });
    const unset = ['theme', 'assets-url', 'colour-check'].map((name) => element.getAttribute(name));
    const { theme, assetsUrl, headers, messages, colourCheck } = element;
    return { set, unset, read: [theme, assetsUrl, headers, messages, colourCheck] };
  });
  expect(said).toEqual({
    set: ['dark', '/candor/', null, ''],
    unset: [null, null, null],
    read: [undefined, undefined, undefined, undefined, false],
  });
});

test('a style-src that forbids the stylesheet is named, once, and the element is there without it', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: null });
  const { page } = await open(`${sites.pages}/?as=nothing`);
  await page.evaluate(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'nonce-of-this-page'";
    document.head.append(policy);
  });
  const widget = await putMarkup(page, {});
  await widget.expectState('notice');
  await expect(widget.action('consent')).toBeVisible();
  const reported = () => page.evaluate(() => window.reported.filter((message) => message.includes('style')));
  await expect.poll(reported).toEqual([expect.stringContaining(`style-src ${sites.pages}`)]);
});
