import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type LoneScreens, makeLoneScreens } from './support/lone-screens.js';
import { ALL_VIEWS, faultsOn, type View } from './support/look.js';

/** Screens that are written from right to left, by themselves: no camera, no receiver. The same with both, in four languages, is
 * `npm run screens`. */

/** A folder to look at them in, and the languages to look at. */
const PICTURES = process.env.CANDOR_SCREEN_PICTURES;
const LANGUAGES = (process.env.CANDOR_SCREEN_LANGUAGES ?? 'ar').split(',');

const SCREENS = [
  { screen: 'the notice', tag: [] },
  { screen: 'an opt-out', tag: ['@slow'] },
  { screen: 'the review', tag: [] },
  { screen: 'the review with the clip kept', tag: ['@slow'] },
  { screen: 'done', tag: [] },
  { screen: 'the wait of “My data”', tag: ['@slow'] },
  { screen: '“My data”', tag: [] },
  { screen: 'the list of receipts', tag: ['@slow'] },
  { screen: 'an open receipt', tag: [] },
  { screen: 'the question before a withdrawal', tag: ['@slow'] },
] as const;

/** Each width and each scheme once; all of them where somebody looks. */
const VIEWS: readonly View[] =
  PICTURES === undefined
    ? [
        [390, 'light'],
        [1_280, 'dark'],
      ]
    : ALL_VIEWS;

let lone: LoneScreens;
test.beforeAll(async () => {
  if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
  lone = await makeLoneScreens();
});

for (const locale of LANGUAGES) {
  for (const { screen, tag } of SCREENS) {
    test(`axe finds nothing, and nothing is too wide: ${screen}, ${locale}`, { tag: [...tag] }, async ({
      page,
    }) => {
      await lone.open(page);
      const root = await lone.show(page, screen, locale);
      // What is folded is looked at, too.
      await root.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      const name = `${screen.replaceAll(/\W+/g, '-')}.${locale}`;
      expect(await faultsOn(page, { name, root: '[data-screen]', pictures: PICTURES, views: VIEWS })).toEqual(
        [],
      );
    });
  }
}
