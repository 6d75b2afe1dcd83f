import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWidgetPage, type WidgetPage } from '../support/widget-page.fixture.js';

/** What a page puts into the widget: elements in its slots, and in React nodes and components of its own. It is the page's, and may be
 * wrong: then the widget goes on without it. */

let site: WidgetPage;

/** The page's components, by what they do. `lesser` makes a no smaller. */
const SCRIPT = `
const { createElement: h, forwardRef } = candor;
window.reported = [];
addEventListener('error', ({ message }) => window.reported.push(message));

const Button = forwardRef(({ look, ...props }, ref) => h('button', { ...props, ref, className: 'shop-button ' + look }));
const BUTTONS = {
  good: Button,
  throws: () => { throw new TypeError('the shop’s button is broken'); },
  'forgets the ref': ({ look, ref, ...props }) => h('button', props),
  'forgets aria': forwardRef(({ children, 'data-action': action, type }, ref) => h('button', { ref, type, 'data-action': action }, children)),
  'forgets the words': forwardRef(({ children, look, ...props }, ref) => h('button', { ...props, ref })),
  'is a link': forwardRef(({ look, ...props }, ref) => h('a', { ...props, ref })),
  'stops the press': forwardRef(({ look, ...props }, ref) => h('button', { ...props, ref, onClickCapture: (event) => event.preventDefault(), onClick: (event) => event.stopPropagation() })),
  'makes a no paler': forwardRef(({ look, ...props }, ref) => h('button', { ...props, ref, className: 'shop-button ' + props['data-action'] })),
  'makes a no smaller': forwardRef(({ look, ...props }, ref) => h('button', { ...props, ref, className: 'shop-button small-' + props['data-action'] })),
};
const Link = forwardRef(({ look, ...props }, ref) => h('a', { ...props, ref, className: 'shop-link' }));
const Heading = forwardRef(({ level, ...props }, ref) => h('h' + level, { ...props, ref, className: 'shop-heading' }));
const Flat = forwardRef(({ level, ...props }, ref) => h('h4', { ...props, ref }));
const components = options.button === undefined ? undefined
  : { Button: BUTTONS[options.button], Link, Heading: options.heading === 'flat' ? Flat : Heading };
const Broken = () => { throw new TypeError('the shop’s header is broken'); };

function mountReact() {
  candor.createRoot(document.querySelector('#root')).render(h(candor.SellerVerification, {
    endpoint: options.endpoint,
    components,
    brand: h('b', { id: 'brand' }, 'Shop'),
    header: options.header === 'broken' ? h(Broken) : h('p', { id: 'header' }, 'Above'),
    footer: h('button', { id: 'footer', className: 'shop-button' }, 'Call us'),
  }));
}

function mountElement() {
  const element = document.createElement(candor.ELEMENT_NAME);
  element.endpoint = options.endpoint;
  for (const slot of ['brand', 'header', 'footer']) {
    const own = document.createElement('p');
    Object.assign(own, { id: slot, slot, textContent: 'The shop’s ' + slot });
    element.append(own);
  }
  document.querySelector('#root').append(element);
}

if (options.as === 'element') mountElement(); else mountReact();`;

const STYLES = `
.shop-button { padding: 12px; border: 0; border-radius: 30px; background: rgb(60 20 90); color: #fff; font: 700 18px serif; inline-size: 100% }
.shop-button.opt-out { background: rgb(240 240 240); color: #777 }
.small-opt-out { font-size: 11px }
.shop-link { color: rgb(60 20 90) } .shop-heading { color: rgb(60 20 90); font: 700 24px serif }
#header, [slot] { color: rgb(200 0 0) }`;

beforeAll(async () => {
  site = await startWidgetPage({
    exports: {
      SellerVerification: 'src/ui/SellerVerification.tsx',
      ELEMENT_NAME: 'src/element/element.ts',
      createRoot: 'node_modules/react-dom/client.js',
      createElement: 'node_modules/react/index.js',
      forwardRef: 'node_modules/react/index.js',
    },
    script: SCRIPT,
    styles: STYLES,
  });
});
afterAll(() => site.close());

async function openNotice(options: Readonly<Record<string, string>>): Promise<Page> {
  const page = await site.open(options, { viewport: { width: 390, height: 844 } });
  await page.locator('section[data-state="notice"]').waitFor();
  return page;
}

const reportedOn = (page: Page): Promise<string> =>
  page.evaluate(() => (Reflect.get(window, 'reported') as string[]).join('\n'));

const answer = (page: Page, action: string) => page.locator(`.candor-asking [data-action="${action}"]`);

describe('what a page puts around each step', () => {
  it.each(['react', 'element'])(
    'stands above and below it, and stays when the step changes: %s',
    async (as) => {
      const page = await openNotice({ as });
      const own = async () => {
        const boxes = await Promise.all(
          ['brand', 'header', 'footer'].map((id) => page.locator(`#${id}`).boundingBox()),
        );
        const heading = await page.locator('.candor h2').boundingBox();
        const tops = [boxes[0], boxes[1], heading, boxes[2]].map((box) => box?.y ?? Number.NaN);
        expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      };
      await own();
      expect(await page.locator('#header').evaluate((one) => getComputedStyle(one).color)).toBe(
        'rgb(200, 0, 0)',
      );
      const footer = await page.locator('#footer').elementHandle();
      await answer(page, 'opt-out').click();
      await page.locator('section[data-state="opted-out"]').waitFor();
      await own();
      expect(await footer?.evaluate((one) => one.isConnected)).toBe(true);
      await page.context().close();
    },
  );

  it('takes no room in an element without it', async () => {
    const page = await openNotice({ as: 'element' });
    await page.evaluate(() => {
      for (const own of document.querySelectorAll('[slot]')) own.remove();
    });
    const heights = await page
      .locator('.candor-place')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights).toEqual([0, 0, 0]);
    await page.context().close();
  });

  it('is left out and reported where it throws', async () => {
    const page = await openNotice({ header: 'broken' });
    expect(await reportedOn(page)).toContain('the shop’s header is broken');
    await answer(page, 'opt-out').click();
    await page.locator('section[data-state="opted-out"]').waitFor();
    await page.context().close();
  });
});

describe('components of a page’s own', () => {
  it('take the place of ours, with their own styles, and do all that ours do', async () => {
    const page = await openNotice({ button: 'good' });
    await page.locator('.shop-button.choice').first().waitFor();
    const answers = page.locator('.candor-asking .candor-bar button');
    expect(await answers.evaluateAll((all) => all.map((one) => one.className))).toEqual([
      'shop-button choice',
      'shop-button choice',
    ]);
    const style = await answers.evaluateAll((all) =>
      all.map((one) => {
        const { backgroundColor, fontSize, borderTopLeftRadius } = getComputedStyle(one);
        return [backgroundColor, fontSize, borderTopLeftRadius];
      }),
    );
    expect(style).toEqual(Array.from({ length: 2 }, () => ['rgb(60, 20, 90)', '18px', '30px']));
    expect(
      await page
        .locator('.shop-heading')
        .first()
        .evaluate((one) => one.localName),
    ).toBe('h2');
    expect(await page.locator('.shop-link').count()).toBeGreaterThan(0);
    await answer(page, 'opt-out').focus();
    await page.keyboard.press('Enter');
    await page.locator('section[data-state="opted-out"]').waitFor();
    const focused = await page.evaluate(() => document.activeElement?.className);
    expect(focused).toBe('shop-heading');
    expect(await reportedOn(page)).toBe('');
    await page.context().close();
  });

  it.each([
    ['throws', 'the shop’s button is broken'],
    ['forgets the ref', 'does not pass on ref'],
    ['forgets aria', 'does not pass on aria-describedby'],
    ['forgets the words', 'does not pass on children'],
    ['is a link', 'does not pass on ref to a button'],
    ['makes a no paler', 'unlike each other'],
    ['makes a no smaller', 'unlike each other'],
  ])('are given up where one %s, both answers at once, and nothing is lost', async (button, words) => {
    const page = await openNotice({ button });
    await expect.poll(() => reportedOn(page)).toContain(words);
    const reported = await reportedOn(page);
    expect(await page.locator('.candor-asking .candor-choice').count()).toBe(2);
    expect(reported.split(words)).toHaveLength(2);
    // Of another kind, they stay.
    expect(await page.locator('.shop-heading').count()).toBeGreaterThan(0);
    await answer(page, 'opt-out').click();
    await page.locator('section[data-state="opted-out"]').waitFor();
    await page.context().close();
  });

  it('cannot drop a press: it is heard on the element', async () => {
    const page = await openNotice({ button: 'stops the press' });
    await page.locator('.candor-asking .candor-theirs').first().waitFor();
    expect(await page.locator('.candor-asking .candor-choice').count()).toBe(0);
    await answer(page, 'opt-out').click();
    await page.locator('section[data-state="opted-out"]').waitFor();
    await page.context().close();
  });

  it('are given up where a heading is of another level, and buttons stay the page’s', async () => {
    const page = await openNotice({ button: 'good', heading: 'flat' });
    await expect.poll(() => reportedOn(page)).toContain('components.Heading does not pass on ref to a h');
    expect(await page.locator('.candor-asking .shop-button').count()).toBeGreaterThan(1);
    await page.context().close();
  });
});
