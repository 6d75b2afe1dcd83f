import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Scripts that run in the analysis worker before its own. */

/** Puts `script` before the worker's file, wherever a page of this context loads it. */
export async function beforeWorker(context: BrowserContext, script: string): Promise<void> {
  await context.route(/candor-worker[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${script}}\n${await response.text()}` });
  });
}

/** Keeps the WebGL2 contexts that the worker makes and counts the pictures that it reads from them, for {@link loseGpu}. */
export const KEEP_GL_CONTEXTS = `
  const { getContext } = OffscreenCanvas.prototype;
  globalThis.glContexts = new Set();
  OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
    const context = getContext.call(this, kind, ...rest);
    if (kind === 'webgl2' && context !== null) globalThis.glContexts.add(context);
    return context;
  };
  const { readPixels } = WebGL2RenderingContext.prototype;
  globalThis.picturesRead = 0;
  WebGL2RenderingContext.prototype.readPixels = function (...into) {
    globalThis.picturesRead += 1;
    return readPixels.apply(this, into);
  };
`;

/** What one picture cost the worker, ms. */
export interface FrameSplit {
  readonly drawMs: number;
  /** By whichever way the pixels come. */
  readonly readMs: number;
}

/** Times what the worker draws and what it reads back, for each picture that it takes: {@link frameSplits}. A picture begins where
 * something else than a canvas is drawn. */
const TIME_PICTURES = `
  globalThis.frameSplits = [];
  const time = (key, prototype, name) => {
    const original = prototype[name];
    prototype[name] = function (...given) {
      if (name === 'drawImage' && !(given[0] instanceof OffscreenCanvas))
        globalThis.frameSplits.push({ drawMs: 0, readMs: 0 });
      const startedMs = performance.now();
      const result = original.apply(this, given);
      const frame = globalThis.frameSplits.at(-1);
      if (frame !== undefined) frame[key] += performance.now() - startedMs;
      return result;
    };
  };
  time('drawMs', OffscreenCanvasRenderingContext2D.prototype, 'drawImage');
  time('readMs', OffscreenCanvasRenderingContext2D.prototype, 'getImageData');
  for (const name of ['texImage2D', 'readPixels']) time('readMs', WebGL2RenderingContext.prototype, name);
`;

/** @param pixels - where the worker finds true ones: the canvas's are changed for it where it is to take WebGL's. */
export function timePictures(pixels: 'canvas' | 'webgl'): string {
  const change = pixels === 'webgl' ? `{${farbling({ imageData: 'random' })}}` : '';
  return `{${TIME_PICTURES}} ${change}`;
}

/** @returns the newest pictures, the oldest first. */
export async function frameSplits(page: Page, count: number): Promise<readonly FrameSplit[]> {
  const worker = page.workers().find((one) => one.url().includes('candor-worker'));
  if (worker === undefined) throw new Error('there is a worker');
  const all = await worker.evaluate((): readonly FrameSplit[] => Reflect.get(globalThis, 'frameSplits'));
  if (all.length < count) throw new Error(`${count} pictures were taken, and ${all.length} timed`);
  return all.slice(-count);
}

/** What a driver that crashes does to the worker, once it analyses pictures: its contexts are lost, for good. */
export async function loseGpu(page: Page): Promise<void> {
  const worker = page.workers().at(-1);
  if (worker === undefined) throw new Error('there is a worker');
  await expect.poll(() => worker.evaluate(() => Reflect.get(globalThis, 'picturesRead'))).toBeGreaterThan(1);
  await worker.evaluate(() => {
    const contexts: ReadonlySet<WebGL2RenderingContext> = Reflect.get(globalThis, 'glContexts');
    const alive = [...contexts].filter((context) => !context.isContextLost());
    if (alive.length === 0) throw new Error('there is a context');
    for (const context of alive) context.getExtension('WEBGL_lose_context')?.loseContext();
  });
}

/** How a protection against fingerprinting changes what a script reads. */
export type Farbling =
  /** Firefox's `resistFingerprinting`. */
  | 'random'
  /** Some values are off by one, the same ones for the same picture: Brave. */
  | 'repeatable'
  /** Some values are off by one, others at each look: add-ons. */
  | 'unsteady'
  /** It throws in their place. */
  | 'refused';

const FARBLINGS: Readonly<Record<Farbling, string>> = {
  random: 'values.forEach((_, at) => { if (at % 4 !== 3) values[at] = Math.random() * 256; });',
  repeatable: `let state = values.reduce((sum, value) => (Math.imul(sum, 31) + value) | 0, 7);
    values.forEach((value, at) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      if (at % 4 !== 3 && state >>> 28 === 0) values[at] = value ^ 1;
    });`,
  unsteady:
    'values.forEach((value, at) => { if (at % 4 !== 3 && Math.random() < 0.05) values[at] = value ^ 1; });',
  refused: "throw new DOMException('The operation is insecure.', 'SecurityError');",
};

/** What the worker reads is changed in these ways, as soon as its global `farbles` says so.
 * @param atOnce - or from the start. */
export function farbling(
  { imageData, webGl }: { readonly imageData?: Farbling; readonly webGl?: Farbling },
  atOnce = true,
): string {
  const change = (kind: Farbling | undefined): string =>
    kind === undefined ? '() => {}' : `(values) => { if (globalThis.farbles) { ${FARBLINGS[kind]} } }`;
  return `
    globalThis.farbles = ${atOnce};
    const changeImage = ${change(imageData)};
    const changeGl = ${change(webGl)};
    const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
    OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...area) {
      const image = getImageData.apply(this, area);
      changeImage(image.data);
      return image;
    };
    const { readPixels } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.readPixels = function (...into) {
      readPixels.apply(this, into);
      const [, , width, height, , , values, offset = 0] = into;
      if (values instanceof Uint8Array) changeGl(values.subarray(offset, offset + 4 * width * height));
    };
  `;
}
