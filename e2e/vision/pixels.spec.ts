import { expect, type Page } from '@playwright/test';
import { beforeWorker, type Farbling, farbling } from '../../tools/lab/worker-hooks.js';
import { cosine, embeddingOf, test } from './vision-test.js';

/** Browsers and add-ons that give a script other pixels than were drawn: what is sent must be the camera's face, or nothing. */

const PICTURES = ['person', 'person', 'person'];

type Ways = { readonly imageData?: Farbling; readonly webGl?: Farbling };

async function changing(page: Page, ways: Ways, atOnce = true): Promise<void> {
  await beforeWorker(page.context(), farbling(ways, atOnce));
}

const HARMLESS: readonly { readonly says: string; readonly ways: Ways; readonly likeness: number }[] = [
  { says: 'random pixels from the canvas', ways: { imageData: 'random' }, likeness: 0.99999 },
  { says: 'unsteady pixels from the canvas', ways: { imageData: 'unsteady' }, likeness: 0.99999 },
  { says: 'no pixels from the canvas', ways: { imageData: 'refused' }, likeness: 0.99999 },
  {
    says: 'pixels that are off by one, the same ones each time, wherever it looks',
    ways: { imageData: 'repeatable', webGl: 'repeatable' },
    likeness: 0.9999,
  },
];
for (const { says, ways, likeness } of HARMLESS) {
  test(`a browser that gives ${says} embeds the same face`, { tag: '@slow' }, async ({ open, launch }) => {
    const plain = await embeddingOf(await open(), PICTURES);
    const page = await (await launch())('plain');
    await changing(page, ways);
    const farbled = await embeddingOf(page, PICTURES);
    expect(farbled.count).toBe(plain.count);
    expect(cosine(plain.embedding, farbled.embedding)).toBeGreaterThan(likeness);
  });
}

const USELESS: readonly { readonly says: string; readonly ways: Ways }[] = [
  { says: 'random pixels wherever it looks', ways: { imageData: 'random', webGl: 'random' } },
  { says: 'no pixels wherever it looks', ways: { imageData: 'refused', webGl: 'refused' } },
  {
    says: 'pixels that are off by one, others at each look',
    ways: { imageData: 'unsteady', webGl: 'unsteady' },
  },
];
for (const { says, ways } of USELESS) {
  test(`a browser that gives ${says} is told so before anything is recorded`, async ({ open }) => {
    const page = await open();
    await changing(page, ways);
    expect(await page.evaluate(() => window.bench.startingFailure())).toMatchObject({
      code: 'env.pixels_unreadable',
    });
  });
}

test('equal pictures are equal although the canvas changes them at each look', async ({ open }) => {
  const page = await open();
  await changing(page, { imageData: 'unsteady' });
  const hashes = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const seen: number[] = [];
    for (const [id, name] of ['person', 'person', 'other', 'person'].entries()) {
      const observation = await vision.observe(await window.bench.picture(name), id, id * 33);
      seen.push(Reflect.get(observation, 'pixelHash'));
    }
    vision.close();
    return seen;
  });
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
  expect(hashes[3]).toBe(hashes[0]);
});

for (const { ways, ends } of [
  { ways: { imageData: 'random' }, ends: null },
  { ways: { imageData: 'random', webGl: 'random' }, ends: 'env.pixels_unreadable' },
] as const) {
  const does = ends === null ? 'is read another way' : 'ends with a code';
  test(`a capture whose ${Object.keys(ways).join(' and ')} changes midway ${does}`, async ({ open }) => {
    const page = await open();
    await changing(page, ways, false);
    const vision = await page.evaluateHandle(async () => {
      const started = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
      await started.observe(await window.bench.picture('person'), 0, 0);
      await started.embeddingReady;
      await started.reset();
      return started;
    });
    const next = (id: number): Promise<string | null> =>
      vision.evaluate(
        async (started, frameId) =>
          started.observe(await window.bench.picture('person'), frameId, frameId * 33).then(
            () => started.embed(frameId).then(() => null),
            (error: { code: string }) => error.code,
          ),
        id,
      );
    expect(await next(1)).toBeNull();
    await page.workers()[0]?.evaluate(() => Reflect.set(globalThis, 'farbles', true));
    expect(await next(2)).toBe(ends);
    const finished = await vision.evaluate((started) => started.finish());
    expect(finished.count).toBe(ends === null ? 2 : 1);
    expect(finished.lowestSimilarity).toBeGreaterThan(0.9999);
    await vision.evaluate((started) => started.close());
  });
}
