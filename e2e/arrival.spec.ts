import { expect, type Page, type Route } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { toPositioning } from './support/steps.js';

/** How the widget's own scripts arrive, and what a page's policy keeps from arriving. */

/** What is wrong the first few times. */
const MISHAPS = {
  'is cut off': (route: Route) => route.abort('connectionreset'),
  'meets a busy server': (route: Route) => route.fulfill({ status: 503, body: '' }),
  'arrives half': async (route: Route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.slice(0, body.length >> 1) });
  },
} as const;

/** Spoils the first answers to addresses like this.
 * @returns how often one was asked for so far. */
async function spoil(
  page: Page,
  address: RegExp,
  mishap: keyof typeof MISHAPS,
  times: number,
): Promise<() => number> {
  let asked = 0;
  await page.route(address, (route) => {
    asked += 1;
    return asked <= times ? MISHAPS[mishap](route) : route.continue();
  });
  return () => asked;
}

/** The stages (sealing among them), the later screens with their words, and the storage. */
const PARTS = [
  /candor-stages-[^/]*\.js/,
  /candor-later-[^/]*\.js/,
  /candor-DeskScreens-[^/]*\.js/,
  /candor-load-rest-[^/]*\.js/,
  /candor-en-later-[^/]*\.js/,
  /candor-en-desk-[^/]*\.js/,
  /candor-vault-[^/]*\.js/,
];
for (const mishap of ['is cut off', 'meets a busy server', 'arrives half'] as const) {
  const tag = mishap === 'arrives half' ? [] : ['@slow'];
  test(`each script that is fetched later ${mishap} once: the seller hears nothing of it`, { tag }, async ({
    launchWith,
  }) => {
    const { page, widget } = await (await launchWith({ clip: CLIPS.resting }))();
    const asked = await Promise.all(PARTS.map((address) => spoil(page, address, mishap, 1)));
    await toPositioning(widget);
    await expect(widget.action('start')).toBeVisible();
    await expect(widget.root.locator('[data-problem]')).toHaveCount(0);
    for (const times of asked) expect(times()).toBeGreaterThan(1);
  });
}

test('a script that stays broken is told before the camera opens, and fetched anew when the seller tries again', async ({
  launchWith,
}) => {
  const { page, widget } = await (await launchWith({ clip: CLIPS.resting }))();
  await spoil(page, /candor-stages-[^/]*\.js/, 'arrives half', 3);
  await widget.agree();
  await widget.expectFailed('assets.load_failed');
  expect(await page.evaluate(() => window.cameraUse().then(({ getUserMedia }) => getUserMedia))).toBe(0);
  await widget.action('retry').click();
  await widget.expectState('positioning');
});

for (const part of ['later', 'DeskScreens', 'en-later']) {
  const tag = part === 'later' ? [] : ['@slow'];
  test(`screens or words that stay broken (${part}) are told before the camera opens`, { tag }, async ({
    launchWith,
  }) => {
    const { page, widget } = await (await launchWith({ clip: CLIPS.resting }))();
    await spoil(page, new RegExp(`candor-${part}-[^/]*\\.js`), 'arrives half', 3);
    await widget.agree();
    await expect(widget.root.locator('[data-problem="assets.load_failed"]')).toBeVisible();
    expect(await page.evaluate(() => window.cameraUse().then(({ getUserMedia }) => getUserMedia))).toBe(0);
    await widget.action('retry').click();
    await widget.expectState('positioning');
  });
}

test('words in another language arrive though the first answer was half', async ({ launchWith }) => {
  const { page, widget } = await (await launchWith({ clip: null }))();
  await spoil(page, /candor-de-[^/]*\.js/, 'arrives half', 1);
  await widget.expectState('notice');
  await widget.action('language').selectOption('de');
  await expect(widget.root).toHaveAttribute('lang', 'de');
  await expect(widget.root).toHaveAttribute('aria-label', 'Gesichtsprüfung');
});

test('the stylesheet of the element arrives though the first answer was none', async ({
  launchWith,
  sites,
}) => {
  const open = await launchWith({ clip: null });
  const { page, widget } = await open('about:blank');
  const asked = await spoil(page, /style-[^/]*\.css|style\.css/, 'meets a busy server', 1);
  await page.goto(`${sites.pages}/?as=element`);
  await widget.expectState('notice');
  await expect(page.locator('candor-verification .candor')).toHaveCSS('box-sizing', 'border-box');
  expect(asked()).toBeGreaterThan(1);
});

const DOORS = ['react', 'element'] as const;
for (const door of DOORS) {
  test(`the ${door} door works under Trusted Types and breaks no policy of the page`, async ({
    launchWith,
    sites,
  }) => {
    const open = await launchWith({
      clip: CLIPS.resting,
      initScript: `
        globalThis.refused = [];
        addEventListener('securitypolicyviolation', (event) =>
          refused.push(event.effectiveDirective + ' ' + event.blockedURI));
      `,
    });
    const { page, widget } = await open(`${sites.pages}/?as=${door}`);
    const { headers } = await fetch(sites.pages);
    expect(headers.get('content-security-policy')).toContain(
      "require-trusted-types-for 'script'; trusted-types candor",
    );
    await toPositioning(widget);
    await expect(widget.root.locator('[data-hint]:not([data-hint="preparing"])')).toBeVisible();
    expect(await page.evaluate('refused')).toEqual([]);
  });
}

test('a connect-src without the receiver is told as the page’s fault, with what it lacks', async ({
  launchWith,
  sites,
  receiver,
}) => {
  const open = await launchWith({
    clip: null,
    // The element's events do not bubble; on their way down they are seen.
    initScript: `addEventListener('error', ({ detail }) => {
      if (detail?.code) globalThis.failure = { code: detail.code, detail: detail.detail };
    }, true);`,
  });
  const { page, widget } = await open('about:blank');
  await page.route(`${sites.pages}/?as=element`, async (route) => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'] ?? '';
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy.replace(` ${receiver.url}`, '') },
    });
  });
  await page.goto(`${sites.pages}/?as=element`);
  await widget.expectFailed('env.csp_blocked');
  expect(await page.evaluate('failure')).toEqual({
    code: 'env.csp_blocked',
    detail: `connect-src ${receiver.url}`,
  });
});
