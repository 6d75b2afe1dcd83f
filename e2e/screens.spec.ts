import { mkdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { test, type Visit } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import { ALL_VIEWS, faultsOn, type View } from './support/look.js';
import { SCREENS_FOLDER, SCREENS_LANGUAGES, SCREENS_TAGS, writeScreensPage } from './support/screens-page.js';
import { expectHint } from './support/steps.js';

/** `npm run screens`: every state that stands still (the others are in screens-alone.spec.ts), on a phone and on a desk, light and dark, in four languages of which one is written from right to
 * left, photographed into test-results/screens/index.html. axe looks at each, and nothing may be wider than the window. */

/** Five seconds are too short for four looks. */
const WHILE_RECORDING: readonly View[] = [
  [390, 'light'],
  [1_280, 'dark'],
];

/** Of which README.md shows the window that a seller has (`npm run picture`). */
const IN_PICTURE: readonly View[] = [[390, 'light', 844], ...ALL_VIEWS];

/** The browser's own question, which nobody answers: a headless one would take it back. */
const NEVER_ANSWERED = 'navigator.mediaDevices.getUserMedia = () => new Promise(() => {});';

test.describe.configure({ timeout: 300_000 });
test.beforeAll(() => void mkdirSync(SCREENS_FOLDER, { recursive: true }));
test.afterAll(() => writeScreensPage());

for (const locale of SCREENS_LANGUAGES) {
  const address = (demo: string): string => `${demo}/?locale=${locale}&subject=screens-${locale}`;
  const look = async ({ page }: Visit, state: string, views = ALL_VIEWS): Promise<void> => {
    const faults = await faultsOn(page, { name: `${state}.${locale}`, pictures: SCREENS_FOLDER, views });
    expect.soft(faults).toEqual([]);
  };

  test(`from the notice to the withdrawal, ${locale}`, { tag: SCREENS_TAGS }, async ({
    launchWith,
    sites,
  }) => {
    const visit = await (await launchWith({ clip: CLIPS.answering }))(address(sites.demo));
    const { page, widget } = visit;
    await widget.expectState('notice');
    await expect(widget.action('language')).toHaveValue(locale);
    await look(visit, '01-notice', IN_PICTURE);
    await widget.root.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await look(visit, '02-notice-opened');
    await widget.agree();
    await expectHint(widget, 'ready');
    await look(visit, '04-positioning', IN_PICTURE);
    await widget.startAt(READY);
    await widget.expectState('recording');
    await look(visit, '05-recording', WHILE_RECORDING);
    await widget.expectState('review');
    await expect(widget.root).toHaveAttribute('data-verdict', /./);
    await look(visit, '06-review', IN_PICTURE);
    await widget.action('keep-clip').click();
    let letGo = (): void => {};
    const looked = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/verifications', (route) => looked.then(() => route.continue()));
    await widget.action('send').click();
    await widget.expectState('sending');
    await look(visit, '07-sending');
    letGo();
    await widget.expectState('done');
    await look(visit, '08-done', IN_PICTURE);
    await widget.action('my-data').click();
    await expect(widget.root.locator('[data-record]')).toBeVisible();
    await look(visit, '09-done-my-data');

    const tab = await page.context().newPage();
    await tab.goto(page.url());
    const later = { ...visit, page: tab, widget: new Widget(tab) };
    await later.widget.expectState('notice');
    await look(later, '10-notice-later');
    await later.widget.action('my-data').click();
    await expect(tab.locator('[data-desk]')).toBeVisible();
    await look(later, '11-my-data');

    await widget.action('withdraw').click();
    await widget.expectState('withdrawn');
    await look(visit, '12-withdrawn');
  });

  test(`what stops a seller, ${locale}`, { tag: SCREENS_TAGS }, async ({ launchWith, sites }) => {
    const visit = await (await launchWith({ clip: null }))(address(sites.demo));
    const { widget } = visit;
    await widget.agree();
    await widget.expectFailed('camera.not_found');
    await look(visit, '13-failed');
    await widget.action('cancel').click();
    await widget.expectState('cancelled');
    await look(visit, '14-cancelled');

    const asked = await (await launchWith({ clip: CLIPS.resting, initScript: NEVER_ANSWERED }))(
      address(sites.demo),
    );
    await asked.widget.agree();
    await asked.widget.expectState('permission');
    await look(asked, '03-permission');
    await asked.widget.action('opt-out').click();
    await asked.widget.expectState('opted-out');
    await look(asked, '15-opted-out');
  });
}
