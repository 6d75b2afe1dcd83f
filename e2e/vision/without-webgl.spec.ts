import { expect, type Page } from '@playwright/test';
import { median } from '../../src/core/geometry.js';
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
  const likeness = cosine(embedded.embedding, embeddedWithout.embedding);
  const shift = NAMES.map((name) => Math.abs(faceOf(seen[name]).yawDeg - faceOf(seenWithout[name]).yawDeg));
  console.log(
    `without WebGL2: cosine ${likeness.toFixed(6)}, yaw off by ${Math.max(...shift).toFixed(3)}° at most`,
  );
  expect(embeddedWithout.count).toBe(embedded.count);
  expect(likeness).toBeGreaterThan(0.999);
});

test('what a frame costs with and without it', { tag: '@slow' }, async ({ open, launch }) => {
  test.setTimeout(180_000);
  const pages = { with: await open(), without: await (await launch(NO_WEBGL))('plain') };
  const workMs: Record<keyof typeof pages, number[]> = { with: [], without: [] };
  for (let round = 0; round < 5; round += 1)
    for (const which of ['with', 'without'] as const)
      workMs[which].push(...Object.values(await observe(pages[which], NAMES)).map((seen) => seen.workMs));
  const [withMs, withoutMs] = [median(workMs.with), median(workMs.without)];
  const ratio = (withoutMs / withMs).toFixed(2);
  console.log(
    `a frame: ${withMs.toFixed(1)} ms with WebGL2, ${withoutMs.toFixed(1)} ms without, ratio ${ratio}, n = ${workMs.with.length} each`,
  );
  expect(workMs.without).toHaveLength(workMs.with.length);
});
