import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWidgetPage, type WidgetPage } from '../support/widget-page.fixture.js';

/** A page's stylesheet reaches the parts of the element. It may make both answers its own, and neither less than the other
 * (requirement L-02, docs/embedding.md “Look”). */

let site: WidgetPage;

beforeAll(async () => {
  site = await startWidgetPage({
    exports: { ELEMENT_NAME: 'src/element/element.ts' },
    script: `const element = document.createElement(candor.ELEMENT_NAME);
Object.assign(element, { endpoint: options.endpoint, answerOrder: options.order });
for (const name of ['brand', 'header', 'footer']) {
  const own = document.createElement('p');
  own.slot = name;
  own.textContent = 'The shop’s ' + name;
  element.append(own);
}
document.querySelector('#root').append(element);`,
    styles: 'main { padding: 1rem } p { margin-block: 0 }',
  });
});
afterAll(() => site.close());

async function openNotice(widthPx = 390): Promise<Page> {
  const page = await site.open({ order: 'agree-first' }, { viewport: { width: widthPx, height: 900 } });
  await page.locator('section[data-state="notice"]').waitFor();
  return page;
}

async function style(page: Page, rules: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, rules);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Answer {
  readonly box: Box;
  /** Computed values of its face and of that one's pseudo-elements, but the sizes. */
  readonly look: Readonly<Record<string, string>>;
  /** Whether a click in its middle would reach it. */
  readonly isOnTop: boolean;
}

/** Of an answer, scrolled into view. */
function seen(button: Element): Answer {
  button.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = button.getBoundingClientRect();
  const face = button.querySelector('.candor-face') ?? button;
  const sizes = /size|width$|height$|origin|^grid-template|^inset|^(top|bottom|left|right)$|^d$/;
  const look = ['', '::before', '::after'].flatMap((pseudo) => {
    const computed = getComputedStyle(face, pseudo);
    return [...computed]
      .filter((name) => !sizes.test(name) || name === 'font-size')
      .map((name) => [`${pseudo} ${name}`, computed.getPropertyValue(name)]);
  });
  const root = button.getRootNode() as ShadowRoot; // of the element
  const onTop = root.elementFromPoint(x + width / 2, y + height / 2);
  return {
    box: { x, y, width, height },
    look: Object.fromEntries(look),
    isOnTop: onTop?.closest('button') === button,
  };
}

/** The mean colour above the words, where no letter is, 0–255. */
async function groundOf(page: Page, { x, y, width }: Box): Promise<readonly number[]> {
  const window = page.viewportSize();
  if (window === null || x < 0 || y < 0 || x + width > window.width || y > window.height) return [Number.NaN];
  const clip = { x: x + width / 2 - 20, y: y + 3, width: 40, height: 5 };
  const { channels } = await sharp(await page.screenshot({ clip })).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

/** What tells one answer from the other, one line each. */
async function differences(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const grounds: (readonly number[])[] = [];
  const answers: Answer[] = [];
  for (const action of ['opt-out', 'consent']) {
    const answer = await page.locator(`.candor-asking [data-action="${action}"]`).evaluate(seen);
    answers.push(answer);
    grounds.push(await groundOf(page, answer.box));
  }
  const [no, yes] = answers;
  const [noGround = [], yesGround = []] = grounds;
  if (no === undefined || yes === undefined) throw new Error('there are two answers');
  return [
    ...Object.entries(no.look)
      .filter(([name, value]) => yes.look[name] !== value)
      .map(([name, value]) => `${name}: ${value} | ${yes.look[name]}`),
    ...[no, yes].filter(({ isOnTop }) => !isOnTop).map(() => 'one is covered'),
    ...(['width', 'height'] as const)
      .filter((side) => Math.abs(no.box[side] - yes.box[side]) > 1 || no.box[side] < 24)
      .map((side) => `${side}: ${no.box[side]} | ${yes.box[side]}`),
    ...noGround
      .filter((value, index) => !(Math.abs(value - (yesGround[index] ?? 0)) <= 6))
      .map((value) => `ground: ${value}`),
  ];
}

const HIDING =
  'display: none; visibility: hidden; opacity: 0; content-visibility: hidden; position: fixed; inset-inline-start: -9999px; max-block-size: 0; overflow: hidden; clip-path: inset(50%); translate: -9999px';

/** What a page might try, and what it would do to whatever is matched. */
const TRICKS: Readonly<Record<string, string>> = {
  'the first': '::part(answer):first-child { background: #ddd; color: #ccc }',
  'all but the first': '::part(answer):not(:first-child) { background: #ddd }',
  'the second': '::part(answer):nth-child(2) { background: #ddd }',
  'the last of its kind': '::part(answer):nth-last-of-type(1) { border: 4px solid red }',
  'its name': '::part(answer)[data-action="opt-out"] { background: #ddd }',
  'its name, by attr()':
    '::part(answer) { --which: attr(data-action type(<custom-ident>)); background: if(style(--which: opt-out): #ddd; else: #060) }',
  'its place among its siblings': '::part(answer) { background: rgb(calc(100 * sibling-index()) 0 0) }',
  'a counter': `@counter-style best { system: cyclic; symbols: "Recommended" "" }
    ::part(answer) { counter-increment: answer; display: list-item; list-style: best inside }
    ::part(answer)::after { content: counter(answer, best) }`,
  'a background of the window': '::part(answer) { background: linear-gradient(#fff, #000 900px) fixed }',
  'a timeline of scrolling': `@keyframes fade { from { background: #fff } to { background: #000 } }
    ::part(answer) { animation: fade linear both; animation-timeline: view() }`,
  'one over the other': '::part(answer) { position: absolute; inset: 0 }',
  'one over the other, by a margin': '::part(answer) { margin-block-start: -8rem }',
  'one over the other, moved': '::part(answer) { translate: 0 -5rem }',
  'one shadow over the other': '::part(answer) { box-shadow: 0 -6rem 0 #fff, 0 6rem 0 #fff }',
  'both at one place of the window': '::part(answer) { position: fixed; inset-block-start: 400px }',
  'one pushed out of the window': '::part(answer) { min-block-size: 200vh; padding-block: 50vh }',
  'a box that is too small': '::part(answers) { block-size: 9rem; max-block-size: 9rem; overflow: hidden }',
  'a step that is too small': '::part(screen) { block-size: 20rem; max-block-size: 20rem; overflow: hidden }',
  'a mask': '::part(answers) { mask: linear-gradient(#000 55%, transparent 75%) }',
  columns: '::part(answers) { display: block; columns: 2; block-size: 12rem }',
  'a ground that fades':
    '::part(answer) { background: none; color: #000 } ::part(answers) { background: linear-gradient(#fff, #000) }',
  'another part over them': '::part(details) { position: fixed; inset: 0; z-index: 99999; background: #fff }',
  'what comes after over them': '::part(after) { margin-block-start: -40rem; z-index: 9; background: #fff }',
  'a pseudo-element over them':
    '::part(screen)::after { content: ""; position: fixed; inset: 0; z-index: 99999; background: #fff }',
  'one of their own over them':
    '::part(answers)::after { content: ""; position: absolute; inset: 50% 0 0; z-index: 99999; background: #fff }',
  'a slot over them': 'p[slot] { position: fixed; inset: 0; z-index: 99999; background: #fff }',
  'a place over them':
    '::part(footer) { position: fixed; inset: 0; z-index: 99999; background: #fff; margin-block-start: -60rem }',
  'no answers at all': `::part(answers), ::part(answer), ::part(screen) { ${HIDING} }`,
};

describe('the parts of both answers', () => {
  it('take a page’s colours, type and corners, both alike', async () => {
    for (const widthPx of [390, 1_280]) {
      const page = await openNotice(widthPx);
      await style(
        page,
        '::part(answer) { background: rgb(90 20 60); color: #fff; border-radius: 40px; font-weight: 800; letter-spacing: 1px }',
      );
      expect(await differences(page)).toEqual([]);
      const faces = await page.locator('.candor-face').evaluateAll((all) =>
        all.map((face) => {
          const { backgroundColor, borderTopLeftRadius, fontWeight } = getComputedStyle(face);
          return { backgroundColor, borderTopLeftRadius, fontWeight };
        }),
      );
      const wanted = { backgroundColor: 'rgb(90, 20, 60)', borderTopLeftRadius: '40px', fontWeight: '800' };
      expect(faces).toEqual([wanted, wanted]);
      await page.context().close();
    }
  });

  it('cannot be told apart by a page’s stylesheet', async () => {
    const page = await openNotice();
    const found: Record<string, readonly string[]> = {};
    for (const [name, rules] of Object.entries(TRICKS)) {
      await style(page, rules);
      const told = await differences(page);
      if (told.length > 0) found[name] = told;
    }
    expect(found).toEqual({});
    await page.context().close();
  });

  it('would be found different here: a rule from inside of the shadow tree is', async () => {
    const page = await openNotice();
    await page.locator('candor-verification').evaluate((element) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.candor:not(#candor) [data-action="opt-out"] .candor-face { background: #ddd }');
      if (element.shadowRoot !== null) element.shadowRoot.adoptedStyleSheets = [sheet];
    });
    expect((await differences(page)).join('\n')).toMatch(/background-color.*\n.*ground/s);
    await page.context().close();
  });
});

/** So that what finds nothing on the faces is known to find something where there is something. */
describe('what could tell a button from another', () => {
  it.each(['its name, by attr()', 'a counter', 'a background of the window'])(
    'works in this browser, where nothing is in its way: %s',
    async (name) => {
      const page = await openNotice();
      await page.evaluate(() => {
        const host = document.createElement('div');
        const shadow = host.attachShadow({ mode: 'open' });
        for (const action of ['opt-out', 'consent']) {
          const button = document.createElement('button');
          button.textContent = 'One';
          button.dataset.action = action;
          button.setAttribute('part', 'answer');
          shadow.append(button, document.createElement('hr'));
        }
        document.body.prepend(host);
      });
      await style(page, TRICKS[name] ?? '');
      const buttons = page.locator('body > div button[part="answer"]');
      const pictures = [await buttons.nth(0).screenshot(), await buttons.nth(1).screenshot()];
      expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
      await page.context().close();
    },
  );
});

describe('the parts of the notice', () => {
  it('cannot be hidden by a page’s stylesheet', async () => {
    const page = await openNotice();
    const parts = await page
      .locator('candor-verification [part]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('part') ?? ''))]);
    expect(parts).toContain('details');
    await style(page, parts.map((part) => `::part(${part}) { ${HIDING} }`).join('\n'));
    const hidden = await page.locator('candor-verification [part]').evaluateAll((all) =>
      all
        // What stands in something that is closed, and what is the page's own.
        .filter((one) => one.closest('details') === null || one.localName === 'details')
        .filter((one) => !one.matches('.candor-place'))
        .filter((one) => {
          const { x, width, height } = one.getBoundingClientRect();
          return (
            !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
            x < 0 ||
            width * height === 0
          );
        })
        .map((one) => one.getAttribute('part')),
    );
    expect(hidden).toEqual([]);
    await page.context().close();
  });
});
