import { expect } from '@playwright/test';
import { demoOptions, SHIPPED_MODEL } from '../../receiver/index.js';
import { cosine, embeddingOf, load, test } from './vision-test.js';

/** The embedding, and the backends that compute it. */

test('one person is alike across captures and unlike another, in vectors of unit length', async ({
  open,
}) => {
  const page = await open();
  const once = await embeddingOf(page, ['person', 'turning-5', 'turning-6']);
  const again = await embeddingOf(page, ['person-later']);
  const other = await embeddingOf(page, ['other']);
  for (const { embedding } of [once, again, other]) {
    expect(embedding).toHaveLength(SHIPPED_MODEL.dim);
    expect(cosine(embedding, embedding)).toBeCloseTo(1, 5);
  }
  expect(once.count).toBe(3);
  expect(once.lowestSimilarity).toBeGreaterThan(demoOptions().threshold.value);
  expect(once.lowestSimilarity).toBeLessThan(1);
  expect(again.lowestSimilarity).toBe(1);
  const [same, different] = [
    cosine(once.embedding, again.embedding),
    cosine(once.embedding, other.embedding),
  ];
  console.log(`vision: same person ${same.toFixed(4)}, another ${different.toFixed(4)}`);
  expect(same).toBeGreaterThan(demoOptions().threshold.value);
  expect(different).toBeLessThan(demoOptions().threshold.value);
});

test('what is held is embedded when the capture is finished, and comes to the very same numbers', async ({
  open,
}) => {
  const page = await open();
  const captures = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const finished = async (how: 'embed' | 'hold') => {
      await vision.reset();
      for (const [id, name] of [
        [1, 'person'],
        [2, 'turning-5'],
        [3, 'turning-6'],
      ] as const) {
        await vision.observe(await window.bench.picture(name), id, id * 33);
        await vision.embeddingReady;
        await vision[how](id, id === 3 ? 'turned' : 'front');
      }
      // More than the worker keeps of what nobody holds.
      for (const id of [4, 5, 6, 7]) await vision.observe(await window.bench.picture('person'), id, id * 33);
      const { embedding, count, turnedSimilarities } = await vision.finish();
      return { embedding: [...embedding], count, turnedSimilarities };
    };
    const [embedded, held] = [await finished('embed'), await finished('hold')];
    await vision.observe(await window.bench.picture('person'), 1, 33);
    await vision.hold(1);
    await vision.reset();
    const forgotten = await vision.finish().catch((error: { code: string }) => error.code);
    vision.close();
    return { embedded, held, forgotten };
  });
  expect(captures.held).toEqual(captures.embedded);
  expect(captures.held.count).toBe(2);
  expect(captures.forgotten).toBe('embedding.low_quality');
});

test('a capture holds only what was embedded since the reset, and forgets it when finished', async ({
  open,
}) => {
  const page = await open();
  const seen = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const watch = async (id: number): Promise<unknown> =>
      vision.observe(await window.bench.picture('person'), id, id * 33);
    await watch(1);
    await vision.embeddingReady;
    const embedded = [await vision.embed(1), await vision.embed(2)];
    await vision.reset();
    const afterReset = await vision.embed(1);
    const empty = await vision.finish().catch((error: { code: string }) => error.code);
    for (const id of [10, 11, 12, 13, 14, 15]) await watch(id);
    const kept = [await vision.embed(10), await vision.embed(13), await vision.embed(15)];
    // A turned face is compared with the template and no part of it.
    const turned = await vision.embed(14, 'turned');
    const { count, turnedSimilarities } = await vision.finish();
    const finishedTwice = await vision.finish().catch((error: { code: string }) => error.code);
    vision.close();
    const comparedTurns = turnedSimilarities.length;
    return { embedded, afterReset, empty, kept, turned, count, comparedTurns, finishedTwice };
  });
  expect(seen).toEqual({
    embedded: [true, false],
    afterReset: false,
    empty: 'embedding.low_quality',
    kept: [false, true, true],
    turned: true,
    count: 2,
    comparedTurns: 1,
    finishedTwice: 'embedding.low_quality',
  });
});

test('threads, where the page is isolated, give the same embedding', { tag: '@slow' }, async ({
  page,
  sites,
}) => {
  const names = ['person', 'person-later'];
  const single = await embeddingOf(await load(page, sites.plain), names);
  await load(page, sites.isolated);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const threaded = await embeddingOf(page, names);
  expect(single.runtime).toEqual({ backend: 'wasm', threads: 1 });
  expect(threaded.runtime.threads).toBeGreaterThan(1);
  expect(Math.abs(1 - cosine(single.embedding, threaded.embedding))).toBeLessThan(1e-3);
});

// An emulated GPU takes longer for it than all other tests of this file for theirs.
test('WebGPU, where an adapter answers, gives the same embedding', { tag: '@slow' }, async ({ launch }) => {
  const page = await (await launch(['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']))('plain');
  const adapter = await page.evaluate(async () => {
    const { gpu } = navigator as Navigator & { gpu?: { requestAdapter(): Promise<object | null> } };
    return gpu === undefined ? null : String(await gpu.requestAdapter());
  });
  if (adapter === null || adapter === 'null')
    console.log('vision: WebGPU was skipped: no adapter answers here');
  test.skip(adapter === null || adapter === 'null', 'no WebGPU adapter answers here');
  const plain = await embeddingOf(page, ['person']);
  const onGpu = await embeddingOf(page, ['person'], 'webgpu');
  expect(onGpu.runtime.backend).toBe('webgpu');
  const difference = Math.abs(1 - cosine(plain.embedding, onGpu.embedding));
  console.log(`vision: WebGPU differs by ${difference.toExponential(1)} in cosine`);
  expect(difference).toBeLessThan(1e-3);
});

test('without a WebGPU adapter its 27 MB are not fetched, and whoever demands it is told', async ({
  launch,
}) => {
  const page = await (await launch(['--disable-features=WebGPU,WebGPUService']))('plain');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const codes = await page.evaluate(async () => {
    const start = async (backend: 'auto' | 'webgpu'): Promise<string> => {
      const options = { backend, assetsUrl: '/assets/' };
      const vision = await window.bench.stage.startVision(options, window.bench.never);
      await vision.observe(await window.bench.picture('person'), 1, 0);
      const outcome = await vision.embeddingReady.then(
        (runtime) => runtime.backend,
        (error: { code: string }) => error.code,
      );
      vision.close();
      return outcome;
    };
    return { auto: await start('auto'), webgpu: await start('webgpu') };
  });
  expect(codes).toEqual({ auto: 'wasm', webgpu: 'env.unsupported' });
  expect(fetched.some((url) => url.endsWith('ort-wasm-simd-threaded.wasm'))).toBe(true);
  expect(fetched.some((url) => url.includes('asyncify'))).toBe(false);
});
