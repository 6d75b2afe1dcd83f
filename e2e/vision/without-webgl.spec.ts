import { expect, type Page } from '@playwright/test';
import { beforeWorker, KEEP_GL_CONTEXTS } from '../../tools/lab/worker-hooks.js';
import { cosine, embeddingOf, faceOf, observe, test } from './vision-test.js';

/** The analysis has no use for a GPU: what MediaPipe takes for WebGL2 is memory. */

const NO_WEBGL = ['--disable-gpu', '--disable-software-rasterizer'];
const PERSON = ['person', 'person', 'person'];

function hasWebGl2(page: Page): Promise<boolean> {
  return page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
}

test('a browser without WebGL2 sees and embeds the same face', async ({ open, launch }) => {
  const plain = await open();
  const bare = await (await launch(NO_WEBGL))('plain');
  expect([await hasWebGl2(plain), await hasWebGl2(bare)]).toEqual([true, false]);
  const [face, other] = [await observe(plain, ['person']), await observe(bare, ['person'])];
  const { yawDeg, iedPx, eyeMidpointPx } = faceOf(face.person);
  expect(faceOf(other.person)).toMatchObject({ yawDeg, iedPx, eyeMidpointPx });
  const [embedded, embeddedWithout] = [await embeddingOf(plain, PERSON), await embeddingOf(bare, PERSON)];
  expect(embeddedWithout.count).toBe(embedded.count);
  expect(cosine(embedded.embedding, embeddedWithout.embedding)).toBeGreaterThan(0.9999);
});

test('a browser whose canvas is true is asked for no WebGL2 by the worker', async ({ open }) => {
  const page = await open();
  await beforeWorker(page.context(), KEEP_GL_CONTEXTS);
  const vision = await page.evaluateHandle(async () => {
    const started = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    await started.observe(await window.bench.picture('person'), 0, 0);
    return started;
  });
  const contexts = (): number => Reflect.get(globalThis, 'glContexts').size;
  expect(await page.workers()[0]?.evaluate(contexts)).toBe(0);
  await vision.evaluate((started) => started.close());
});
