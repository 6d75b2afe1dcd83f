import type { BrowserContext, Page } from '@playwright/test';

/** Scripts that run in the analysis worker before its own. */

/** Puts `script` before the worker's file, wherever a page of this context loads it. */
export async function beforeWorker(context: BrowserContext, script: string): Promise<void> {
  await context.route(/candor-worker[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${script}}\n${await response.text()}` });
  });
}

/** Keeps the WebGL2 contexts that the worker makes: {@link loseGpu} takes the newest one, which is MediaPipe's. */
export const KEEP_GL_CONTEXTS = `
  const { getContext } = OffscreenCanvas.prototype;
  globalThis.glContexts = new Set();
  OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
    const context = getContext.call(this, kind, ...rest);
    if (kind === 'webgl2' && context !== null) globalThis.glContexts.add(context);
    return context;
  };
`;

/** What a driver that crashes does to the worker: its context is lost, for good. */
export async function loseGpu(page: Page): Promise<void> {
  const worker = page.workers().at(-1);
  if (worker === undefined) throw new Error('there is a worker');
  await worker.evaluate(() => {
    const contexts: ReadonlySet<WebGL2RenderingContext> = Reflect.get(globalThis, 'glContexts');
    const last = [...contexts].at(-1);
    if (last === undefined || last.isContextLost()) throw new Error('there is a context');
    last.getExtension('WEBGL_lose_context')?.loseContext();
  });
}
