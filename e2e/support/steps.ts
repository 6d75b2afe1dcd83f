import { expect, type Page } from '@playwright/test';
import { cameraUse } from './camera-spy.js';
import { READY } from './candor-test.js';
import type { Widget } from './widget.js';

/** How far a seller goes before something else happens. */

export async function toPositioning(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.expectState('positioning');
}

export async function toRecording(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.startAt(READY);
  await widget.expectState('recording');
}

export async function toReview(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.record(READY);
}

export async function expectCameraOff(page: Page): Promise<void> {
  await expect.poll(async () => (await cameraUse(page)).liveTracks).toBe(0);
}
