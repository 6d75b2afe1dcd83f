import { expect } from '@playwright/test';
import type { AssetName, Flaw } from './sites.js';
import { test } from './vision-test.js';

/** Whatever keeps the worker from its work has a code, and nothing waits for it in vain. */

/** One of each runtime is enough for every run. */
const CHECKED: readonly (readonly [AssetName, ...tag: '@slow'[]])[] = [
  ['vision_wasm_module_internal.wasm'],
  ['face_landmarker.task', '@slow'],
  ['ort-wasm-simd-threaded.wasm', '@slow'],
  ['face_embedding.onnx'],
];

for (const [name, ...tag] of CHECKED) {
  test(`a flipped byte in ${name} is refused, naming the file`, { tag }, async ({ open }) => {
    const page = await open();
    const failure = await page.evaluate((flaw) => window.bench.startingFailure(`/${flaw}/`), name);
    expect(failure?.code).toBe('assets.integrity_failed');
    expect(failure?.detail).toContain(name);
  });

  test(`without ${name} the failure names the file`, { tag }, async ({ open }) => {
    const page = await open();
    const failure = await page.evaluate(
      (flaw) => window.bench.startingFailure(`/${flaw}/`),
      `missing-${name}`,
    );
    expect(failure?.code).toBe('assets.load_failed');
    expect(failure?.detail).toContain(name);
  });
}

const FLAWS: readonly { readonly flaw: Flaw; readonly says: string; readonly code: string }[] = [
  { flaw: 'worker-missing', says: 'a worker file that is not there', code: 'assets.load_failed' },
  { flaw: 'worker-broken', says: 'a worker file that throws', code: 'runtime.worker_failed' },
  { flaw: 'worker-older', says: 'a worker of another version', code: 'assets.integrity_failed' },
  { flaw: 'worker-csp', says: "a worker served without 'wasm-unsafe-eval'", code: 'env.csp_blocked' },
];
for (const { flaw, says, code } of FLAWS) {
  test(`${says} is ${code} and no hang`, async ({ open }) => {
    const page = await open();
    expect(await page.evaluate((folder) => window.bench.startingFailure(`/${folder}/`), flaw)).toMatchObject({
      code,
    });
  });
}

test('a worker that dies rejects what waits for it and every later call', async ({ open }) => {
  const page = await open();
  const vision = await page.evaluateHandle(() =>
    window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never),
  );
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('there is a worker');
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory');
    }, 500);
  });
  const waiting = await vision.evaluate(async (started) => {
    for (let id = 1; ; id += 1) {
      const picture = await window.bench.picture('person');
      const code = await started.observe(picture, id, id).then(
        () => null,
        (error: { code: string }) => error.code,
      );
      if (code !== null) return code;
    }
  });
  expect(waiting).toBe('runtime.worker_failed');
  const later = await vision.evaluate(async (started) =>
    started.embed(1).catch((error: { code: string }) => error.code),
  );
  expect(later).toBe('runtime.worker_failed');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('an abort while the worker starts leaves no worker behind', async ({ open }) => {
  const page = await open();
  const reason = await page.evaluate(async () => {
    const stop = new AbortController();
    const starting = window.bench.stage.startVision({ backend: 'wasm' }, stop.signal);
    setTimeout(() => stop.abort('the seller left'), 50);
    return starting.then(
      () => 'started',
      (error: unknown) => error,
    );
  });
  expect(reason).toBe('the seller left');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('closing ends the worker and rejects what waits', async ({ open }) => {
  const page = await open();
  const code = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const waiting = vision.observe(await window.bench.picture('person'), 1, 0);
    vision.close();
    vision.close();
    return waiting.then(
      () => 'answered',
      (error: { code: string }) => error.code,
    );
  });
  expect(code).toBe('runtime.worker_failed');
  await expect.poll(() => page.workers().length).toBe(0);
});
