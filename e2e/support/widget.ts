import { expect, type Locator, type Page } from '@playwright/test';
import type { FlowStateKind } from '../../src/index.js';

/** The widget as a person who knows no language of it: by `data-state` and `data-action` alone (docs/embedding.md). */
export class Widget {
  readonly page: Page;
  readonly root: Locator;

  /** @param scope - selector of the element that holds the widget, where there is more than one. */
  constructor(page: Page, scope = 'body') {
    this.page = page;
    this.root = page.locator(`${scope} [data-state]`).first();
  }

  action(name: string, value?: string): Locator {
    const valued = value === undefined ? '' : `[data-value="${value}"]`;
    return this.root.locator(`[data-action="${name}"]${valued}`);
  }

  async expectState(kind: FlowStateKind, timeoutMs = 30_000): Promise<void> {
    await expect(this.root).toHaveAttribute('data-state', kind, { timeout: timeoutMs });
  }

  async expectFailed(code: string, timeoutMs = 30_000): Promise<void> {
    await this.expectState('failed', timeoutMs);
    await expect(this.root).toHaveAttribute('data-code', code);
  }

  async agree(): Promise<void> {
    await this.expectState('notice');
    await this.action('consent').click();
  }

  /** Presses start when the clip is where the person is about to answer.
   * @param atS - time in the clip. @param clipS - length of the clip, after which it starts again. */
  async startAt(atS: number, clipS: number): Promise<void> {
    await this.expectState('positioning');
    const handles = [this.root.locator('video'), this.action('start')].map((locator) =>
      locator.elementHandle(),
    );
    await this.page.waitForFunction(
      ([video, button, wantedS, lengthS]) => {
        if (!(video instanceof HTMLVideoElement) || !(button instanceof HTMLButtonElement)) return false;
        const lateS = (video.currentTime - wantedS + lengthS) % lengthS;
        if (button.disabled || lateS > 0.25) return false;
        button.click();
        return true;
      },
      [await handles[0], await handles[1], atS, clipS] as const,
      { polling: 'raf', timeout: 60_000 },
    );
  }
}
