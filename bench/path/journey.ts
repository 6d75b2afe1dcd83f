import type { CDPSession, Page } from '@playwright/test';
import { Widget } from '../../tools/lab/widget.js';
import type { Marks } from '../pages/journey.js';

/** One verification as a seller goes it, measured. */
export interface Journey {
  readonly consentToFirstFrameMs: number;
  readonly clipEndToPayloadMs: number;
  readonly sendToAcceptedMs: number;
  readonly longTasksMs: readonly number[];
  readonly verdict: string;
  /** How often was recorded until the clip could be judged. */
  readonly recordings: number;
  readonly envelope: Buffer;
  /** Page heap after a forced collection, with the widget gone, MB. */
  readonly heapMb: number;
}

/** When in the clip the person is about to answer the cues, s. */
export const START_AT_S = 7;
export const CLIP_S = 15;
const FRAMES_PER_SECOND = 30;
const WAIT_MS = 60_000;

async function heapMb(page: Page, devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await page.waitForTimeout(50);
  return usedSize / 1e6;
}

function between(marks: Marks, from: keyof Marks, to: keyof Marks): number {
  const [start, end] = [marks[from], marks[to]];
  if (start === undefined || end === undefined) throw new Error(`no mark for ${from} or ${to}`);
  return end - start;
}

/** Goes from the notice to the receipt. @throws when the way ends anywhere else. */
export async function goThrough(page: Page, devtools: CDPSession): Promise<Journey> {
  const sent = page.waitForRequest((request) => request.url().endsWith('/verifications'), {
    timeout: 3 * WAIT_MS,
  });
  // What fails first is told; the request that then never comes is no second failure.
  sent.catch(() => {});
  await page.evaluate(() => window.mount());
  await page.locator('[data-action="consent"]').click();
  const recordings = await new Widget(page).record({
    atS: START_AT_S,
    clipS: CLIP_S,
    framesPerSecond: FRAMES_PER_SECOND,
  });
  await page.locator('[data-action="send"]').click({ timeout: WAIT_MS });
  const envelope = (await sent).postDataBuffer();
  await page.locator('[data-state="done"]').waitFor({ timeout: WAIT_MS });
  const verdict = await page.locator('[data-state="done"]').getAttribute('data-verdict');
  const [marks, longTasksMs] = await page.evaluate(
    () => [{ ...window.marks }, [...window.longTasks]] as const,
  );
  await page.evaluate(() => window.unmount());
  return {
    consentToFirstFrameMs: between(marks, 'consentClick', 'firstAnalysedFrame'),
    clipEndToPayloadMs: between(marks, 'clipEnd', 'payloadReady'),
    sendToAcceptedMs: between(marks, 'sendClick', 'accepted'),
    longTasksMs,
    verdict: verdict ?? 'none',
    recordings,
    envelope: envelope ?? Buffer.alloc(0),
    heapMb: await heapMb(page, devtools),
  };
}
