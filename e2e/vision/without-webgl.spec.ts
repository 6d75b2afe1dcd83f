import { expect, type Page } from '@playwright/test';
import { cosine, embeddingOf, faceOf, observe, test } from './vision-test.js';

/** A machine without a graphics driver, and browsers without WebGL2 in workers: the landmarks are taken from pixels in memory. */

const NO_WEBGL = ['--disable-gpu', '--disable-software-rasterizer'];
const NAMES = ['person', 'left', 'eyes-shut', 'mouth-open'];

function hasWebGl2(page: Page): Promise<boolean> {
  return page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
}

test('without WebGL2 the worker sees and embeds the same face', async ({ open, launch }) => {
  const plain = await open();
  const bare = await (await launch(NO_WEBGL))('plain');
  expect([await hasWebGl2(plain), await hasWebGl2(bare)]).toEqual([true, false]);
  const [seen, seenWithout] = [await observe(plain, NAMES), await observe(bare, NAMES)];
  for (const name of NAMES) {
    const [face, other] = [faceOf(seen[name]), faceOf(seenWithout[name])];
    expect(Math.abs(other.yawDeg - face.yawDeg), name).toBeLessThan(0.5);
    expect(Math.abs(other.iedPx - face.iedPx), name).toBeLessThan(0.5);
    expect(Math.abs(other.lidGapRatio - face.lidGapRatio), name).toBeLessThan(0.005);
  }
  const [embedded, embeddedWithout] = [
    await embeddingOf(plain, ['person', 'person', 'person']),
    await embeddingOf(bare, ['person', 'person', 'person']),
  ];
  expect(embeddedWithout.count).toBe(embedded.count);
  expect(cosine(embedded.embedding, embeddedWithout.embedding)).toBeGreaterThan(0.999);
});
