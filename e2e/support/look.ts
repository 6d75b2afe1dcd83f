import type { Page } from '@playwright/test';
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has against what is shown, and which element. A page's policy forbids its scripts, not the browser's own tools.
 * @param root - selector of what is looked at. */
export async function violationsOn(page: Page, root = '[data-state]'): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    ([selector, tags]) =>
      (window as unknown as { axe: typeof axe }).axe.run(selector, {
        runOnly: { type: 'tag', values: [...tags] },
      }),
    [root, RULES] as const,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

type ColorScheme = 'light' | 'dark';
/** With a height, what is in the window is photographed, and not the whole page. */
export type View = readonly [
  widthPx: number,
  colorScheme: ColorScheme,
  heightPx?: number,
  textPercent?: 100 | 200,
];

/** On a phone and on a desk, light and dark. */
export const ALL_VIEWS: readonly View[] = [
  [390, 'light'],
  [1_280, 'light'],
  [390, 'dark'],
  [1_280, 'dark'],
];

export interface Looked {
  /** Of the first part of the pictures' names. */
  readonly name: string;
  readonly root?: string;
  /** A folder for pictures of the whole page; none without it. */
  readonly pictures?: string | undefined;
  /** Default: all of them. */
  readonly views?: readonly View[];
}

/** What axe finds, and what is wider than the window. Empty where all is well. */
export async function faultsOn(
  page: Page,
  { name, root = '[data-state]', pictures, views = ALL_VIEWS }: Looked,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [width, colorScheme, heightPx, textPercent = 100] of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: heightPx ?? 900 });
    await page.evaluate(
      (size) => {
        document.documentElement.style.fontSize = size;
      },
      textPercent === 100 ? '' : `${textPercent}%`,
    );
    // Where it stood in another window says nothing of this one.
    if (heightPx !== undefined)
      await page.evaluate((at) => document.querySelector(at)?.scrollIntoView({ block: 'start' }), root);
    const sizes = heightPx === undefined ? `${width}` : `${width}x${heightPx}`;
    const key = `${name}-${sizes}-${colorScheme}${textPercent === 100 ? '' : `-text-${textPercent}`}`;
    faults.push(...(await violationsOn(page, root)).map((violation) => `${key}: ${violation}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) faults.push(`${key} is ${overflow} px wider than the window`);
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/${key}.png`, fullPage: heightPx === undefined });
  }
  return faults;
}

/** A finger needs at least this much (WCAG 2.5.8), px. */
const LEAST_TARGET_PX = 24;

/** Links, fields and controls that are smaller than a finger needs, each with its size. A link within a sentence is as high as its line. */
export function smallTargetsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate((leastPx) => {
    const targets = [...document.querySelectorAll('a, button, summary, select, input:not([type="hidden"])')];
    return targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || (width >= leastPx && height >= leastPx)) return [];
      return [`${target.outerHTML.slice(0, 80)}: ${Math.round(width)} × ${Math.round(height)} px`];
    });
  }, LEAST_TARGET_PX);
}
