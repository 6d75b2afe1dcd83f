import { describe, expect, it } from 'vitest';
import { SCREENS } from './every-screen.fixture.js';
import { show } from './screens.fixture.js';

/** axe finds the same in a browser, but only on the screens that a fast test brings it to, and not behind a fold that is shut. */

/** Levels in the order of the document, folds included. */
function levelsOf(markup: string): readonly number[] {
  return [...markup.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
}

describe('the headings of a screen', () => {
  it.each(SCREENS)('are one h2, and under it no level that skips another: %s', (_screen, element) => {
    const levels = levelsOf(show(element));
    expect(levels[0]).toBe(2);
    expect(levels.filter((level) => level === 2)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level, levels.join()).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });
});

describe('the live regions of a widget', () => {
  it.each(SCREENS)('are the root’s two: no screen has one of its own: %s', (_screen, element) => {
    expect(show(element)).not.toMatch(/role="(status|alert|log)"|aria-live|<output/);
  });
});
