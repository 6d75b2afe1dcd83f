import type { Page } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';

/** What the way from loading to the receipt asks of a seller on a phone: presses, words in view and seconds. It prints and judges
 * nothing: the seconds are this machine's, with a camera that answers every cue at once. */

const PHONE = { width: 390, height: 664 };

/** Words of the widget that are in the window. What only a screen reader is told is not among them. */
function wordsInView(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-state]');
    if (root === null) throw new Error('the widget has no root');
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    let words = 0;
    while (texts.nextNode() !== null) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const { top, bottom, width, height } = range.getBoundingClientRect();
      const element = texts.currentNode.parentElement;
      const isSeen = width > 1 && height > 1 && bottom > 0 && top < innerHeight;
      if (!isSeen || element === null || element.closest('.candor-unseen, option, video') !== null) continue;
      const parts = [...segmenter.segment(texts.currentNode.textContent ?? '')];
      words += parts.filter(({ isWordLike }) => isWordLike === true).length;
    }
    return words;
  });
}

const PRESSES = `
  window.presses = 0;
  addEventListener('click', () => { window.presses += 1; }, true);
`;

test('what it takes from loading to the receipt', { tag: ['@slow', '@screens'] }, async ({
  launchWith,
  sites,
}) => {
  test.setTimeout(120_000);
  const launched = { clip: CLIPS.answering, context: { viewport: PHONE }, initScript: PRESSES };
  const { page, widget } = await (await launchWith(launched))(`${sites.demo}/?locale=en&subject=journey`);
  const rows: Record<string, number>[] = [];
  const note = async (): Promise<void> => {
    const words = await wordsInView(page);
    const [presses, seconds] = await page.evaluate(() => [
      Number(Reflect.get(window, 'presses')),
      Math.round(performance.now() / 100) / 10,
    ]);
    rows.push({ words, presses: presses ?? 0, seconds: seconds ?? 0 });
  };
  const steps = ['notice', 'positioning', 'recording', 'review', 'done'] as const;
  for (const step of steps) {
    await widget.expectState(step);
    await note();
    if (step === 'notice') await widget.agree();
    if (step === 'positioning') await widget.startAt(READY);
    if (step === 'review') await widget.action('send').click();
  }
  console.table(Object.fromEntries(steps.map((step, index) => [step, rows[index]])));
});
