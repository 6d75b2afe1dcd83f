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

export interface Looked {
  /** Of the first part of the pictures' names. */
  readonly name: string;
  readonly root?: string;
  /** A folder for pictures of the whole page; none without it. */
  readonly pictures?: string | undefined;
}

/** On a phone and on a desk, light and dark: what axe finds, and what is wider than the window. Empty where all is well. */
export async function faultsOn(page: Page, { name, root, pictures }: Looked): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1_280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const key = `${name}-${width}-${colorScheme}`;
      faults.push(...(await violationsOn(page, root)).map((violation) => `${key}: ${violation}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${key} is ${overflow} px wider than the window`);
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${key}.png`, fullPage: true });
    }
  }
  return faults;
}
