import { expect, type Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';

/** A page's own stylesheet reaches into the React door, which has no shadow tree: the widget looks the same all the same. */

const HOSTILE = `
  html { font-size: 62.5%; }
  body { letter-spacing: 3px; text-transform: uppercase; text-indent: 2em; font-style: italic; line-height: 3; }
  * { color: #c00; font-family: serif; word-spacing: 9px; text-shadow: 1px 1px #0f0; transition: all 4s; outline: 1px dotted; }
  section::before, section *::before { content: "!"; }
  section { padding: 5rem; background: #ff0; display: flex; border: 9px solid; column-count: 2; transform: rotate(1deg); }
  div, header, li, ul, span { padding: 7px; border: 2px solid; float: left; background: #0ff; opacity: 0.6; }
  h2, h3, p, strong, code { font-size: 60px; margin: 40px; text-align: right; color: #0f0; font-weight: 100; }
  button, input, select, a, label, summary { margin: 20px; border-radius: 30px; box-shadow: 0 0 9px; width: 40px; height: 15px;
    padding: 30px; text-transform: uppercase; font: italic 9px serif; position: relative; top: 30px; }
  button:hover, button:not(:disabled) { background: #f0f; letter-spacing: 8px; }
  video, svg, img { max-width: 40px; height: auto; filter: invert(1); display: inline; border-radius: 50%; }
  path { fill: #f00; stroke: #00f; stroke-width: 9; opacity: 0.2; }
  main section button, .shop section button, #root button, #root p { font-size: 8px; min-height: 0; color: #fff; }
`;

/** Only what both pages share: the widget has the same room in either. */
const ROOM = 'body { margin: 0; }';

/** A rule of the page: the strict policy forbids a style element, not this. */
async function addStyles(page: Page, text: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
    document.body.classList.add('shop');
  }, text);
}

type Look = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The root itself is the page's to place; what it holds is not. */
const INSIDE = '.candor-frame, .candor-frame *';

/** What is seen of a shape: it has no box and no text. */
const OF_SHAPES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'transform',
  'filter',
  'd',
];

/** Every computed property of every element that `selector` finds in the widget, and of its ::before. */
async function lookOf(page: Page, selector: string): Promise<Look> {
  return page.evaluate(
    ([wanted, ofShapes]) => {
      const look: Record<string, Record<string, string>> = {};
      for (const [index, element] of document.querySelectorAll(wanted).entries()) {
        const isShape = element instanceof SVGGeometryElement;
        for (const pseudo of isShape ? [''] : ['', '::before']) {
          const style = getComputedStyle(element, pseudo);
          const name = `${index} ${element.tagName} ${element.getAttribute('class')} ${pseudo}`;
          const seen = isShape ? ofShapes : [...style];
          look[name] = Object.fromEntries(
            seen.map((property) => [property, style.getPropertyValue(property)]),
          );
        }
      }
      return look;
    },
    [selector, OF_SHAPES] as const,
  );
}

/** What differs, one line each. */
function differences(before: Look, after: Look): readonly string[] {
  return Object.entries(before).flatMap(([name, style]) =>
    Object.entries(style)
      .filter(([property, value]) => after[name]?.[property] !== value)
      .map(([property, value]) => `${name}: ${property} ${value} → ${after[name]?.[property]}`),
  );
}

for (const width of [390, 1280]) {
  const tag = width === 1280 ? ['@slow'] : [];
  test(`the notice looks the same under a hostile stylesheet at ${width} px`, { tag }, async ({
    launchWith,
    sites,
  }) => {
    const open = await launchWith({ clip: null, context: { viewport: { width, height: 900 } } });
    const { page, widget } = await open(sites.pages);
    await widget.expectState('notice');
    await addStyles(page, ROOM);
    const before = await lookOf(page, INSIDE);
    expect(Object.keys(before).length).toBeGreaterThan(100);
    await addStyles(page, HOSTILE);
    expect(differences(before, await lookOf(page, INSIDE))).toEqual([]);
  });
}

test('the camera’s picture and its controls look the same under a hostile stylesheet', async ({
  launchWith,
  sites,
}) => {
  const controls =
    '.candor-stage, .candor-mirror, .candor-oval, .candor-oval *, .candor-title, [data-action], [data-action] *';
  const open = await launchWith({ clip: CLIPS.resting });
  const { page, widget } = await open(sites.pages);
  await addStyles(page, ROOM);
  await widget.agree();
  await expect(widget.action('start')).toBeEnabled();
  const before = await lookOf(page, controls);
  expect(Object.keys(before).length).toBeGreaterThan(20);
  await addStyles(page, HOSTILE);
  expect(differences(before, await lookOf(page, controls))).toEqual([]);
});

test('a class of the page still places the widget', async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: null });
  const { page, widget } = await open(sites.pages);
  await widget.expectState('notice');
  await addStyles(page, '.placed { margin-block-start: 40px; max-inline-size: 500px; }');
  const box = await page.locator('.candor').evaluate((root) => {
    root.classList.add('placed');
    const { marginBlockStart, inlineSize } = getComputedStyle(root);
    return { marginBlockStart, inlineSize };
  });
  expect(box).toEqual({ marginBlockStart: '40px', inlineSize: '500px' });
});
