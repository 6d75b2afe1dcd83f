import { expect, type Locator, type Page } from '@playwright/test';
import type { Widget } from '../../tools/lab/widget.js';
import { cameraUse } from './camera-spy.js';
import { READY } from './clips.js';

/** How far a seller goes before something else happens. */

export async function toPositioning(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.expectState('positioning');
}

/** As soon as the widget allows it: what is recorded is not judged. */
export async function toRecording(widget: Widget): Promise<void> {
  await widget.agree();
  await expect(widget.action('start')).toBeEnabled({ timeout: 40_000 });
  await widget.action('start').click();
  await widget.expectState('recording');
}

export async function toReview(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.record(READY);
}

export async function expectHint(widget: Widget, hint: string): Promise<void> {
  await expect(widget.root.locator('[data-hint]')).toHaveAttribute('data-hint', hint, { timeout: 40_000 });
}

/** No camera is on, and no address of a clip is left that would keep it in memory (requirement P-16). */
export async function expectCameraOff(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { liveTracks, objectUrls } = await cameraUse(page);
      return { liveTracks, objectUrls };
    })
    .toEqual({ liveTracks: 0, objectUrls: 0 });
}

/** The file that a press brings. */
export async function fileOf(page: Page, control: Locator): Promise<string> {
  const downloading = page.waitForEvent('download');
  await control.click();
  return (await downloading).path();
}
