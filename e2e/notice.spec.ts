import { expect, type Locator, type Page } from '@playwright/test';
import { demoOptions } from '../receiver/index.js';
import { type Launch, test, type Visit } from './support/candor-test.js';

/** The first layer of the notice: what one sees before anything else, and the two answers. */

interface Circumstance {
  readonly width: number;
  readonly height: number;
  /** The page to open. Default: the demo. */
  readonly address?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
}

async function openNotice(launchWith: Launch, circumstance: Circumstance): Promise<Visit> {
  const { width, height, address, ...media } = circumstance;
  const context = { viewport: { width, height }, ...media };
  const open = await launchWith({ clip: null, context, initScript: SEARCHES_MANY });
  const visit = await open(address);
  await visit.widget.expectState('notice');
  return visit;
}

/** Languages of the widget that the demo's marketplace has no notice in, each with the language whose notice stands in for one: as
 * long as that one is, in a related script where there is one. */
const STAND_INS: Readonly<Record<string, string>> = {
  cs: 'pl',
  el: 'fr',
  he: 'ar',
  hi: 'fr',
  id: 'fr',
  ko: 'ja',
  nl: 'de',
  'pt-PT': 'pt-BR',
  ro: 'it',
  ru: 'fr',
  sv: 'de',
  th: 'vi',
  uk: 'fr',
  'zh-Hans': 'ja',
  'zh-Hant': 'ja',
};
const OF_THE_DEMO = Object.keys(demoOptions().notices);
const LANGUAGES = [...OF_THE_DEMO, ...Object.keys(STAND_INS)];

/** The receiver says that it compares with many and how often that goes wrong: the longest first lines. It has a notice for every
 * language of the widget. */
const SEARCHES_MANY = `
  const { fetch } = globalThis;
  globalThis.fetch = async (...given) => {
    const answer = await fetch(...given);
    if (!answer.url.endsWith('/.well-known/candor')) return answer;
    const search = {
      scope: 'gallery',
      templates: 123456,
      overall: { falseHits: 0.0025, fpir: 0.0025 },
      worstGroup: { falseHits: 0.0834, fpir: 0.08 },
    };
    const discovery = await answer.json();
    const others = Object.entries(${JSON.stringify(STAND_INS)});
    const standIns = Object.fromEntries(others.map(([to, from]) => [to, discovery.notices[from]]));
    const notices = { ...discovery.notices, ...standIns };
    const { status, headers } = answer;
    return new Response(JSON.stringify({ ...discovery, notices, search }), { status, headers });
  };
`;

/** What a person sees of a control, and how far it is from the keyboard. */
async function looksOf(control: Locator): Promise<Readonly<Record<string, number | string>>> {
  const box = await control.boundingBox();
  if (box === null) throw new Error('the control is not on the page');
  const styles = await control.evaluate((element) => {
    const { color, backgroundColor, borderColor, fontSize, fontWeight, fontFamily, opacity } =
      getComputedStyle(element);
    return { color, backgroundColor, borderColor, fontSize, fontWeight, fontFamily, opacity };
  });
  return { ...styles, widthPx: Math.round(box.width), heightPx: Math.round(box.height) };
}

async function expectEqual({ widget }: Visit): Promise<void> {
  const [refusal, consent] = await Promise.all(
    ['opt-out', 'consent'].map((name) => looksOf(widget.action(name))),
  );
  expect(refusal).toEqual(consent);
}

/** Both answers, whole, without scrolling. */
async function expectInView(page: Page, { widget }: Visit, heightPx: number): Promise<void> {
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const name of ['opt-out', 'consent']) {
    const box = await widget.action(name).boundingBox();
    expect(box, name).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(heightPx);
  }
}

/** A window, and whether both answers must be in view in it without scrolling. */
const WINDOWS = [
  { width: 320, height: 640, inView: false },
  { width: 390, height: 844, inView: true },
  { width: 1280, height: 800, inView: true },
] as const;

test('both answers are equal in every language of the widget and, on a phone and on a desk, in view', async ({
  launchWith,
}) => {
  test.setTimeout(240_000);
  expect(LANGUAGES).toHaveLength(26);
  const visit = await openNotice(launchWith, WINDOWS[0]);
  const { page, widget } = visit;
  for (const locale of LANGUAGES) {
    await widget.action('language').selectOption(locale);
    await expect(widget.root).toHaveAttribute('lang', locale);
    // The page around it follows, where it has words: its lines are above the answers on a desk.
    const around = { 'pt-PT': 'pt-BR' }[locale] ?? (OF_THE_DEMO.includes(locale) ? locale : 'en');
    await expect(page.locator('html')).toHaveAttribute('lang', around);
    await expect(widget.root).toContainText(/123[.,\s\u066c]?456|1,23,456|١٢٣/);
    for (const { width, height, inView } of WINDOWS) {
      await test.step(`${locale}, ${width} × ${height}`, async () => {
        await page.setViewportSize({ width, height });
        // Choosing a language scrolled to its list.
        await page.evaluate(() => scrollTo(0, 0));
        await expectEqual(visit);
        await expectNoSideways(page);
        if (inView) await expectInView(page, visit, height);
      });
    }
  }
});

test('a no and a yes are equal wherever they are seen', async ({ launchWith }) => {
  const circumstances: readonly Circumstance[] = [
    { width: 320, height: 640 },
    { width: 390, height: 844, colorScheme: 'dark' },
    { width: 1280, height: 800 },
    { width: 1280, height: 800, colorScheme: 'dark' },
    { width: 390, height: 844, forcedColors: 'active' },
  ];
  for (const circumstance of circumstances) {
    await test.step(JSON.stringify(circumstance), async () => {
      await expectEqual(await openNotice(launchWith, circumstance));
    });
  }
  const visit = await openNotice(launchWith, { width: 390, height: 844 });
  await test.step('text of twice the size', async () => {
    await visit.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await expectEqual(visit);
    await expectNoSideways(visit.page);
  });
  await test.step('from right to left', async () => {
    await visit.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await expectEqual(visit);
    await expectNoSideways(visit.page);
  });
});

async function expectNoSideways(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

test('everything else is in the document before an answer, closed, and keeps its state over a change of language', async ({
  launchWith,
}) => {
  const visit = await openNotice(launchWith, { width: 390, height: 844 });
  const groups = visit.widget.root.locator('details');
  await expect(groups).toHaveCount(5);
  expect(await groups.evaluateAll((all) => all.filter((one) => one.hasAttribute('open')).length)).toBe(0);
  expect(await groups.evaluateAll((all) => all.map((one) => one.textContent ?? '').join(' '))).toContain(
    'privacy@marktkiste.example',
  );
  await groups.nth(1).locator('summary').click();
  await visit.widget.action('language').selectOption('de');
  await expect(visit.widget.action('language')).toHaveValue('de');
  expect(await groups.evaluateAll((all) => all.map((one) => one.hasAttribute('open')))).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
});

test('printed, nothing of it is behind a fold', async ({ launchWith }) => {
  const { page, widget } = await openNotice(launchWith, { width: 1280, height: 800 });
  const groups = widget.root.locator('details');
  await expect(groups).toHaveCount(5);
  expect(await groups.evaluateAll((all) => all.filter((one) => one.hasAttribute('open')))).toHaveLength(0);
  await page.pdf();
  expect(await groups.evaluateAll((all) => all.every((one) => one.hasAttribute('open')))).toBe(true);
});
