import { expect, type Locator, type Page, test } from '@playwright/test';
import { type LoneScreens, makeLoneScreens } from './support/lone-screens.js';

/** What a seller has before them on a phone, screen by screen, without a camera. */

/** A phone whose browser shows its bars. */
const PHONE = { width: 390, height: 664 };
/** A small one on its side. */
const ON_ITS_SIDE = { width: 667, height: 375 };

let lone: LoneScreens;
test.beforeAll(async () => {
  lone = await makeLoneScreens();
});

/** Upper and lower edge of what must be seen together, in the window, px. */
async function span(screen: Locator, parts: readonly string[]): Promise<readonly [number, number]> {
  const boxes = await Promise.all(parts.map((part) => screen.locator(part).boundingBox()));
  const edges = boxes.map((box, index) => {
    if (box === null) throw new Error(`${parts[index]} is not on the screen`);
    return [box.y, box.y + box.height] as const;
  });
  return [Math.min(...edges.map(([top]) => top)), Math.max(...edges.map(([, bottom]) => bottom))];
}

for (const size of [PHONE, ON_ITS_SIDE]) {
  test(`picture, panel and control are in view together at ${size.width} × ${size.height}, in every language`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(size);
    await lone.open(page);
    const { languages } = await lone.list(page);
    expect(languages).toHaveLength(26);
    for (const locale of languages) {
      for (const [name, control] of [
        ['positioning', 'start'],
        ['recording', 'stop'],
      ] as const) {
        await test.step(`${name}, ${locale}`, async () => {
          const screen = await lone.show(page, name, locale);
          // As the widget does on each step (Screen.tsx).
          await screen.locator('.candor-screen').evaluate((one) => one.scrollIntoView({ block: 'start' }));
          const parts = ['.candor-stage', '.candor-panel', `[data-action="${control}"]`];
          const [top, bottom] = await span(screen, parts);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(size.height);
        });
      }
    }
  });
}

/** What reaches beyond the window to either side. The oval is drawn wider than the picture that cuts it off. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = (element: Element): string => `${element.className}: ${element.textContent?.slice(0, 40)}`;
    return [...document.querySelectorAll('.candor-screen, .candor-screen :not(svg, svg *)')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 1 || left < -1);
      })
      .map(said);
  });
}

/** Long words, long sentences, and the other direction. */
const LONG = ['de', 'el', 'ar'];
const IN_LANGUAGES = [
  { where: 'where words are long', of: LONG, tag: [] },
  { where: 'in any language', of: null, tag: ['@slow'] },
] as const;

test('text of twice the size is cut off on no screen', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(PHONE);
  await lone.open(page);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const { screens } = await lone.list(page);
  expect(screens.length).toBeGreaterThan(15);
  for (const locale of LONG) {
    for (const name of screens) {
      const screen = await lone.show(page, name, locale);
      await screen.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await tooWide(page), `${name}, ${locale}`).toEqual([]);
    }
  }
});

/** Most of the picture that what lies over it may take, 0…1. */
const MOST_COVERED = 0.65;

const FACE_IN_VIEW =
  'text of twice the size leaves the face in view while recording, with the cue whole and stop in reach,';

for (const { where, of, tag } of IN_LANGUAGES) {
  test(`${FACE_IN_VIEW} ${where}`, { tag: [...tag] }, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(PHONE);
    await lone.open(page);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const { languages } = await lone.list(page);
    for (const locale of of ?? languages) await expectFaceInView(page, locale);
  });
}

async function expectFaceInView(page: Page, locale: string): Promise<void> {
  for (const name of ['recording', 'a cue']) {
    await test.step(`${name}, ${locale}`, async () => {
      const screen = await lone.show(page, name, locale);
      await screen.locator('.candor-screen').evaluate((one) => one.scrollIntoView({ block: 'start' }));
      const [top, bottom] = await span(screen, ['.candor-stage', '.candor-panel', '[data-action="stop"]']);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(PHONE.height);
      const [from, to] = await span(screen, ['.candor-stage']);
      const [panelFrom, panelTo] = await span(screen, ['.candor-panel']);
      expect(panelTo).toBeLessThanOrEqual(to);
      expect((panelTo - panelFrom) / (to - from)).toBeLessThanOrEqual(MOST_COVERED);
      if (name === 'a cue') {
        const [, arrowTo] = await span(screen, ['.candor-cue .candor-icon']);
        expect(arrowTo).toBeLessThanOrEqual(panelFrom);
      }
      await expect(screen.locator('.candor-left > b')).toBeVisible();
      expect(await isWordBroken(screen.locator('.candor-hint span').last())).toBe(false);
    });
  }
  const still = await lone.show(page, 'recording without movements', locale);
  const [, pictureTo] = await span(still, ['.candor-stage']);
  const [sentenceFrom] = await span(still, ['.candor-hint']);
  expect(sentenceFrom, `the long sentence is below the picture, ${locale}`).toBeGreaterThanOrEqual(pictureTo);
}

/** Whether a word of it only fits where it is taken apart. */
function isWordBroken(words: Locator): Promise<boolean> {
  return words.evaluate((element) => {
    element.style.overflowWrap = 'normal';
    return element.scrollWidth > element.clientWidth;
  });
}

for (const { where, of, tag } of IN_LANGUAGES) {
  test(`no screen is wider than 320 px ${where}`, { tag: [...tag] }, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await lone.open(page);
    const { screens, languages } = await lone.list(page);
    for (const name of screens) {
      for (const locale of of ?? languages) {
        const screen = await lone.show(page, name, locale);
        await screen.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        expect.soft(await tooWide(page), `${name}, ${locale}`).toEqual([]);
      }
    }
  });
}

/** A thumb needs at least this much, px. */
const LEAST_THUMB_PX = 44;

test('what is pressed to go on is as high as a thumb needs, on every screen', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await lone.open(page);
  const { screens } = await lone.list(page);
  for (const name of screens) {
    const screen = await lone.show(page, name, 'en');
    const heights = await screen
      .locator('.candor-bar .candor-control')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(
      heights.filter((height) => height < LEAST_THUMB_PX),
      name,
    ).toEqual([]);
  }
});
