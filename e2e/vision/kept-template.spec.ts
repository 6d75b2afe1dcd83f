import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { SHIPPED_MODEL } from '../../receiver/index.js';
import type { ShareTerms } from '../../src/vision/seller-vision.js';
import { suiteOf } from '../../tools/lab/open-envelope.js';
import { openParts } from '../../tools/lab/open-parts.js';
import { KEEP_WORKER_MESSAGES, templatesIn, workerMessages } from '../support/worker-messages.js';
import { cosine, embeddingOf, load, test } from './vision-test.js';

/** Where three operators are named: both built workers in a real browser, without a camera. */

const AUDIENCE = 'https://verify.example/candor';
const PICTURES = ['person', 'turning-5', 'turning-6'];

const kem = 'x-wing';

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** @param keyFile - by place, where its private key is written. */
async function operatorsWith(keyFile: (place: number) => string): Promise<ShareTerms['operators']> {
  const operatorAt = async (place: number): Promise<ShareTerms['operators'][0]> => {
    const suite = suiteOf(kem);
    const pair = await suite.GenerateKeyPair(true);
    const privateKey = base64Url(await suite.SerializePrivateKey(pair.privateKey));
    const kid = base64Url(new Uint8Array(16).fill(place));
    await writeFile(keyFile(place), JSON.stringify([{ kid, kem, privateKey }]));
    return { kid, kem, publicKey: base64Url(await suite.SerializePublicKey(pair.publicKey)) };
  };
  return [await operatorAt(0), await operatorAt(1), await operatorAt(2)];
}

test('a template that a worker keeps is the one that the page would have had, and the page hears nothing of it', async ({
  page,
  sites,
}, info) => {
  await page.addInitScript(KEEP_WORKER_MESSAGES);
  await load(page, sites.plain);
  const { embedding } = await embeddingOf(page, PICTURES);
  const heardWhole = await workerMessages(page);
  expect(templatesIn(heardWhole.large, embedding)).toEqual(['bytes as float32']);

  await load(page, sites.plain);
  const keyFile = (place: number): string => info.outputPath(`operator-${place}.json`);
  const operators = await operatorsWith(keyFile);
  // Parts are bound to a header whatever it says.
  const header = { v: 1, modelId: 'model' } as ShareTerms['header'];
  const terms: ShareTerms = { header, operators, audience: AUDIENCE };
  const given = await page.evaluate(
    async ([names, split]) => {
      const { stage, never, take } = window.bench;
      const options = { backend: 'wasm', assetsUrl: '/assets/', operators: split.operators } as const;
      const vision = await stage.startSellerVision(options, never);
      await take(vision, names);
      const capture = await vision.finish();
      if (capture.kind !== 'kept') throw new TypeError('a template that is kept');
      const shares = await capture.split(split);
      const again = await capture.split(split).catch((error: { code: string }) => error.code);
      vision.close();
      return { shares, again, fields: Object.keys(capture).toSorted(), count: capture.evidence.count };
    },
    [PICTURES, terms] as const,
  );
  expect(given).toMatchObject({ count: PICTURES.length, again: 'runtime.model_failed' });
  expect(given.fields).toEqual(['dim', 'evidence', 'kind', 'split', 'wipe']);

  const body = Buffer.from(JSON.stringify(given.shares));
  const { template } = await openParts(body, [0, 1, 2].map(keyFile), AUDIENCE, SHIPPED_MODEL.dim);
  const length = Math.hypot(...template);
  expect(
    cosine(
      [...template].map((number) => number / length),
      embedding,
    ),
  ).toBeCloseTo(1, 4);

  const { messages, large } = await workerMessages(page);
  expect(messages).toBeGreaterThan(PICTURES.length);
  expect(
    large.map(({ kind }) => kind),
    'the sealed parts',
  ).toContain('text');
  for (const looked of [embedding, template]) expect(templatesIn(large, looked)).toEqual([]);
  await expect.poll(() => page.workers().length).toBe(0);
});
