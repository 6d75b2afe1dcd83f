import type { Browser } from '@playwright/test';
import { beforeWorker, type FrameSplit, frameSplits, timePictures } from '../../tools/lab/worker-hooks.js';
import { ms, spreadOf } from './statistics.js';

/** Where the milliseconds of a frame go: the worker as it is built, with the canvas functions that it calls timed. */

/** Where the worker finds pixels that are those which were drawn. */
const WAYS = ['canvas', 'webgl'] as const;
type PixelWay = (typeof WAYS)[number];

export interface SplitFrame extends FrameSplit {
  /** All that the worker did, ms. */
  readonly workMs: number;
}

export type Splits = Readonly<Record<PixelWay, readonly SplitFrame[]>>;

async function measureWay(
  browser: Browser,
  site: string,
  pixels: PixelWay,
  count: number,
): Promise<readonly SplitFrame[]> {
  const context = await browser.newContext();
  try {
    await beforeWorker(context, timePictures(pixels));
    const page = await context.newPage();
    await page.goto(`${site}/frames.html`);
    await page.waitForFunction(() => 'observe' in window);
    const worksMs = await page.evaluate((pictures) => window.observe(pictures), count);
    const splits = await frameSplits(page, worksMs.length);
    return splits.map((split, at) => ({ ...split, workMs: worksMs[at] ?? Number.NaN }));
  } finally {
    await context.close();
  }
}

/** @param site - where bench/pages/frames.html is served, with the clip and the worker. */
export async function measureSplits(browser: Browser, site: string, count: number): Promise<Splits> {
  const canvas = await measureWay(browser, site, 'canvas', count);
  return { canvas, webgl: await measureWay(browser, site, 'webgl', count) };
}

const NAMES: Readonly<Record<PixelWay, string>> = {
  canvas: '`getImageData`, as everywhere where it is true',
  webgl: 'WebGL2, where `getImageData` is not true',
};

function rowOf(name: string, frames: readonly SplitFrame[]): string {
  const median = (pick: (frame: SplitFrame) => number): string => ms(spreadOf(frames.map(pick)).median);
  const cells = [
    name,
    median(({ workMs }) => workMs),
    median(({ drawMs }) => drawMs),
    median(({ readMs }) => readMs),
    median(({ workMs, drawMs, readMs }) => workMs - drawMs - readMs),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A part of docs/benchmarks.md. */
export function splitSection(splits: Splits): string {
  return [
    '## Where the milliseconds go',
    '',
    `The same pictures (${splits.canvas.length}) through Candor's worker alone, as it is built, each of its calls to the canvas timed by a clock of 0.1 ms: medians of a frame, each column by itself.`,
    'A canvas draws when it is read, so that a part of the drawing is in the reading. The rest is MediaPipe and the measures.',
    '',
    '| pixels by | all | drawing | reading back | landmarks and measures |',
    '|---|---|---|---|---|',
    ...WAYS.map((way) => rowOf(NAMES[way], splits[way])),
  ].join('\n');
}
