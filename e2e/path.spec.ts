import { expect, type Page } from '@playwright/test';
import { SHIPPED_MODEL } from '../receiver/index.js';
import type { FlowStateKind } from '../src/index.js';
import { IDENTITIES } from '../src/testing/index.js';
import { cosineSimilarity, type OpenedEnvelope } from '../tools/lab/open-envelope.js';
import type { TestReceiver } from '../tools/lab/receiver.js';
import { cameraUse } from './support/camera-spy.js';
import { test, type Visit } from './support/candor-test.js';
import { answering, CLIPS, READY } from './support/clips.js';
import { hidingsOf, pictureIn } from './support/leaks.js';
import { openSent } from './support/open-sent.js';

/** From the question to the receipt, as a seller goes it. */

const { ada, bao } = IDENTITIES;

interface Verified extends Visit {
  readonly opened: OpenedEnvelope;
  readonly clip: Buffer;
  readonly recordings: number;
  /** Requests until the recording could begin. */
  readonly requestsBefore: number;
}

/** Goes the whole way. */
async function verify(visit: Visit, receiver: TestReceiver): Promise<Verified> {
  const { page, widget, network } = visit;
  await widget.agree();
  await expect(widget.action('start')).toBeEnabled({ timeout: 40_000 });
  const requestsBefore = network.all().length;
  const recordings = await widget.record(READY);
  await widget.expectVerdict('live');
  const recorded = await cameraUse(page);
  expect(recorded.objectUrls, 'the clip that the seller may watch').toBe(1);
  await widget.action('send').click();
  await widget.expectState('done');
  return {
    ...visit,
    opened: await openSent(network, receiver),
    clip: recorded.clip,
    recordings,
    requestsBefore,
  };
}

/** Every value that `data-state` takes from now on. */
async function watchStates(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const root = document.querySelector('[data-state]');
    const seen: (string | null)[] = [];
    Object.assign(window, { seen });
    if (root === null) throw new Error('the widget has no root');
    new MutationObserver(() => seen.push(root.getAttribute('data-state'))).observe(root, {
      attributeFilter: ['data-state'],
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'seen'));
}

test('a seller goes from the question to the receipt', async ({ launchWith, receiver }) => {
  const visit = await (await launchWith({ clip: CLIPS.answering }))();
  const { page, widget, network, origin } = visit;
  await widget.expectState('notice');
  const statesSeen = await watchStates(page);
  const { opened, clip, recordings, requestsBefore } = await verify(visit, receiver);

  await test.step('every state of the way was on the root, in order', async () => {
    const recorded: readonly FlowStateKind[] = ['permission', 'positioning', 'recording', 'review'];
    const again = Array.from({ length: recordings }, () => recorded).flat();
    expect(await statesSeen()).toEqual(['downloading', ...again, 'sending', 'done']);
  });

  await test.step('the receiver was asked for what docs/protocol.md lists, and nothing else was', () => {
    expect(network.to(receiver.url)).toEqual([
      'GET /.well-known/candor',
      ...Array<string>(recordings).fill('POST /sessions'),
      'POST /verifications',
    ]);
    const others = network.all().filter(({ url }) => !url.startsWith(`${receiver.url}/`));
    // blob: is the clip, which the seller watches.
    expect(others.filter(({ url }) => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
    expect(others.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  await test.step('from the recording on, the receiver was asked and nobody else: all that the rest needs was there', () => {
    expect(network.to(origin, requestsBefore)).toEqual([]);
  });

  await test.step('what was sealed is what docs/protocol.md says', () => {
    const { payload, embedding } = opened;
    expect(Object.keys(payload).sort()).toEqual(['capture', 'consent', 'embedding', 'liveness']);
    expect(payload.embedding).toMatchObject({ dtype: 'f32le', dim: SHIPPED_MODEL.dim });
    expect(Math.hypot(...embedding)).toBeCloseTo(1, 3);
    expect(payload.liveness.verdict).toBe('live');
    expect(Math.abs(payload.capture.durationMs - 5_000)).toBeLessThanOrEqual(200);
  });

  await test.step('no request carries the clip, a picture or the embedding in the open', () => {
    expect(clip.length).toBeGreaterThan(10_000);
    for (const { body, url } of network.all()) {
      if (body === null) continue;
      expect(pictureIn(body), url).toBeNull();
      expect(hidingsOf(opened.embeddingBytes, body), url).toEqual([]);
      expect(hidingsOf(clip, body), url).toEqual([]);
    }
  });

  await test.step('the camera is off, and no address of the clip is left', async () => {
    expect(await cameraUse(page)).toMatchObject({
      getUserMedia: recordings,
      liveTracks: 0,
      mostLiveTracks: 1,
      objectUrls: 0,
    });
  });

  await test.step('my data, then withdrawal', async () => {
    await widget.action('my-data').click();
    await expect(widget.root.locator('[data-record]')).toBeVisible();
    await widget.action('withdraw').click();
    await widget.expectState('withdrawn');
    expect(
      network
        .to(receiver.url)
        .slice(2 + recordings)
        .map((line) => line.replace(/[^/]+$/, 'ID')),
    ).toEqual(['GET /verifications/ID', 'DELETE /verifications/ID']);
  });
});

test('the same person is within the published threshold, another one beyond it', {
  tag: '@slow',
}, async ({ launchWith, receiver }) => {
  test.setTimeout(240_000);
  const clips = [CLIPS.answering, answering({ identity: ada, take: 2 }), answering({ identity: bao })];
  const embeddings: Float32Array[] = [];
  for (const clip of clips) {
    const visit = await (await launchWith({ clip }))();
    embeddings.push((await verify(visit, receiver)).opened.embedding);
  }
  const [one, again, other] = embeddings;
  if (one === undefined || again === undefined || other === undefined)
    throw new Error('one embedding per clip');

  const { threshold } = await (await fetch(`${receiver.url}/.well-known/candor`)).json();
  expect(cosineSimilarity(one, again)).toBeGreaterThan(threshold.value);
  expect(cosineSimilarity(one, other)).toBeLessThan(threshold.value);
  expect(cosineSimilarity(again, other)).toBeLessThan(threshold.value);
});
