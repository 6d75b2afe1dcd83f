import { expect, type Page } from '@playwright/test';
import type { Widget } from '../tools/lab/widget.js';
import { test, type Visit } from './support/candor-test.js';
import { ANSWERING_FROM_AFAR, CLIPS, LATER, ONE_MOVEMENT, READY } from './support/clips.js';
import { openSent } from './support/open-sent.js';
import { expectHint } from './support/steps.js';

/** What the seller may choose about the check, on the real path (requirements C-07, C-09, A-02, A-08). */

const MOST_TABS = 60;
const MOST_RECORDINGS = 3;

/** Reaches a control by the tab key alone, forwards and else backwards, and presses it by the key that a control listens to. */
async function pressByKey(page: Page, widget: Widget, name: string): Promise<void> {
  await expect(widget.action(name)).toBeEnabled();
  for (let tabs = 0; tabs < 2 * MOST_TABS; tabs += 1) {
    await page.keyboard.press(tabs < MOST_TABS ? 'Tab' : 'Shift+Tab');
    const reached = await page.evaluate(() => document.activeElement?.getAttribute('data-action'));
    if (reached === name) return page.keyboard.press('Enter');
  }
  throw new Error(`${name} is not within ${MOST_TABS} tabs of either direction`);
}

interface Shown {
  readonly cues: readonly string[];
  /** In order; the time is the page's, ms. */
  readonly colours: readonly { readonly rgb: string; readonly fromMs: number }[];
}

declare global {
  interface Window {
    shown: { readonly cues: Set<string>; readonly colours: { rgb: string; fromMs: number }[] };
  }
}

/** Remembers every cue and every colour that the page shows from now on. */
function watchScreen(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.shown = { cues: new Set(), colours: [] };
    const show = (rgb: string): void => {
      if (window.shown.colours.at(-1)?.rgb !== rgb)
        window.shown.colours.push({ rgb, fromMs: performance.now() });
    };
    const look = (): void => {
      for (const cue of document.querySelectorAll('.candor-cue'))
        window.shown.cues.add(cue.getAttribute('data-cue') ?? '');
      for (const layer of document.querySelectorAll('[data-light]'))
        show(layer.getAttribute('data-light') ?? '');
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => ({ cues: [...window.shown.cues], colours: window.shown.colours }));
}

/** What the machine was too busy for is recorded again, as a seller would. */
async function untilJudged(
  widget: Widget,
  record: (press: 'start' | 'redo') => Promise<void>,
): Promise<void> {
  await record('start');
  for (let times = 1; times < MOST_RECORDINGS; times += 1) {
    await widget.expectState('review');
    const findings = await widget.findings();
    if (!findings.some((finding) => /camera\.too_slow|frames\.too_few/.test(finding))) return;
    console.log(`recorded again: ${findings.join(' ')}`);
    await record('redo');
  }
}

function sessionRequests({ network }: Visit): readonly unknown[] {
  return network
    .all()
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/sessions'))
    .map(({ body }) => JSON.parse(body?.toString('utf8') ?? ''));
}

/** Numbers with a fraction in what a person, or a script of the page, can read: a score would be one. */
async function fractionsIn(page: Page): Promise<readonly string[]> {
  const markup = await page.locator('[data-state]').evaluate((root) => {
    const copy = root.cloneNode(true) as Element; // the copy of an element is one
    for (const drawing of copy.querySelectorAll('svg')) drawing.remove();
    return copy.outerHTML;
  });
  return markup.match(/\b\d*[.]\d{2,}\b/g) ?? [];
}

test('who chooses no movements gets to a person by the keyboard alone, and no gesture', async ({
  launchWith,
  receiver,
}) => {
  const visit = await (await launchWith({ clip: CLIPS.resting }))();
  const { page, widget, network } = visit;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await widget.expectState('notice');
  await watchScreen(page);
  await pressByKey(page, widget, 'consent');
  await widget.expectState('positioning');
  await pressByKey(page, widget, 'choices');
  await expect(widget.action('profile')).toContainText(
    'A person will look at the result, not at the recording.',
  );
  await pressByKey(page, widget, 'profile');
  await expect(widget.action('profile')).toHaveAttribute('aria-pressed', 'true');
  await untilJudged(widget, async (press) => {
    if (press === 'redo') await pressByKey(page, widget, 'redo');
    await pressByKey(page, widget, 'start');
  });

  await widget.expectVerdict('inconclusive');
  for (const check of ['challenge', 'parallax'])
    await expect(widget.root.locator(`[data-check="${check}"]`)).toHaveAttribute('data-band', 'absent');
  expect(await shown(page)).toEqual({ cues: [], colours: [] });
  expect(await fractionsIn(page)).toEqual([]);
  expect(said.filter((line) => /score|similar|\b0\.\d{2,}/i.test(line))).toEqual([]);
  for (const request of sessionRequests(visit))
    expect(request).toMatchObject({ profile: 'no-gestures', light: false });

  await pressByKey(page, widget, 'send');
  await widget.expectState('done');
  const { payload } = await openSent(network, receiver);
  expect(payload.liveness).toMatchObject({ profile: 'no-gestures', verdict: 'inconclusive' });
  await expect(widget.action('contest')).toBeVisible();
});

test('who is told the same for eight seconds may record as it is, and a person looks', {
  tag: '@slow',
}, async ({ launchWith, receiver }) => {
  const { widget, network } = await (await launchWith({ clip: ANSWERING_FROM_AFAR }))();
  await widget.agree();
  await expectHint(widget, 'face.too_far');
  await expect(widget.action('start-anyway')).toHaveCount(0);
  await expect(widget.root.locator('[data-stuck="face.too_far"]')).toBeVisible({ timeout: 60_000 });
  await expect(widget.action('start')).toHaveAttribute('aria-disabled', 'true');
  await widget.record(LATER, 'start-anyway');

  await widget.expectVerdict('inconclusive');
  await expect(widget.root.locator('[data-check="quality"]')).toHaveAttribute('data-band', 'fail');
  await expect(widget.root.locator('[data-reason="face.too_far"]')).toBeVisible();
  await widget.action('send').click();
  await widget.expectState('done');
  const { payload } = await openSent(network, receiver);
  const quality = payload.liveness.checks.find(({ id }) => id === 'quality');
  expect([payload.liveness.verdict, quality?.band, quality?.reason]).toEqual([
    'inconclusive',
    'fail',
    'face.too_far',
  ]);
  // Shown for `needs_review` alone.
  await expect(widget.action('contest')).toBeVisible();
});

test('who chooses more time is asked for one movement, and no colour is ever shown', {
  tag: '@slow',
}, async ({ launchWith }) => {
  const visit = await (await launchWith({ clip: ONE_MOVEMENT }))();
  const { page, widget } = visit;
  await widget.expectState('notice');
  await watchScreen(page);
  await widget.agree();
  await widget.expectState('positioning');
  await widget.action('choices').click();
  await widget.action('more-time').click();
  await expect(widget.action('more-time')).toHaveAttribute('aria-pressed', 'true');
  await expect(widget.action('colour-check')).toHaveCount(0);
  await widget.record(READY);
  await widget.expectVerdict('live');
  expect(await shown(page)).toEqual({ cues: ['turn-left'], colours: [] });
  for (const request of sessionRequests(visit))
    expect(request).toMatchObject({ profile: 'standard', moreTime: true, light: false });
});

test('light is shown only where the integrator and the seller want it, never where less motion is asked for', {
  tag: '@slow',
}, async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: CLIPS.resting });
  const visit = await open(`${sites.pages}/?as=light`);
  const { page, widget } = visit;
  await widget.agree();
  await widget.expectState('positioning');
  const light = widget.action('colour-check');
  await expect(light).toHaveAttribute('aria-pressed', 'false');
  await widget.action('choices').click();
  await light.click();
  await expect(light).toHaveAttribute('aria-pressed', 'true');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(light).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(light).toHaveAttribute('aria-pressed', 'false');

  await light.click();
  await watchScreen(page);
  await widget.action('start').click();
  await widget.expectState('review');
  const { colours } = await shown(page);
  console.log(`choices: colours from ${colours.map(({ fromMs }) => Math.round(fromMs)).join(', ')} ms`);
  expect(colours.length).toBeGreaterThanOrEqual(5);
  const stayedMs = colours.slice(1).map(({ fromMs }, index) => fromMs - (colours[index]?.fromMs ?? 0));
  // At most three changes in any second (WCAG 2.3.1), however unsteadily the camera plays.
  expect(Math.min(...stayedMs)).toBeGreaterThan(334);
  await expect(page.locator('[data-light]')).toHaveCount(0);
  for (const request of sessionRequests(visit)) expect(request).toMatchObject({ light: true });
});
