import { afterEach, expect, it, vi } from 'vitest';
import { afterVerdict } from '../liveness/after-verdict.js';
import { faceView } from '../liveness/face-view.js';
import { type Change, evidenceOf, film, frame } from '../liveness/series.fixture.js';
import { decide } from '../liveness/verdict.js';
import { consented, endAll, until, untilReady } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { session } from './samples.fixture.js';
import type { Flow } from './state.js';

/** Recording although the picture is not good enough: offered late, never a pass, never a dead end. */

afterEach(endAll);

function untilStuck(flow: Flow, stuckFor: string): Promise<void> {
  return vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'positioning', stuckFor }), {
    timeout: 5_000,
    interval: 2,
  });
}

it('is not taken before the seller has been told what to try', async () => {
  const stages = new Stages();
  stages.hint = 'light.uneven';
  const flow = await consented(stages);
  await until(flow, 'positioning');
  flow.send({ type: 'start-anyway' });
  flow.send({ type: 'start' });
  expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false, mayStartAnyway: false });
  expect(stages.sessionsOpened).toBe(0);
});

it.each(['light.uneven', 'face.eyes_covered', 'face.mouth_covered'] as const)(
  'records with what stands in the way, and the check is told of it: %s',
  async (hint) => {
    const stages = new Stages();
    stages.hint = hint;
    const flow = await consented(stages);
    await untilStuck(flow, hint);
    expect(flow.getState()).toMatchObject({ ready: false, mayStartAnyway: true });
    flow.send({ type: 'start-anyway' });
    await until(flow, 'review');
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'review', preparing: false }));
    expect(stages.decided?.accepted).toBe(hint);
  },
);

it('waits for the models as the start does, while the advice is shown', async () => {
  const stages = new Stages();
  stages.hint = 'light.uneven';
  const { vision } = stages.ports;
  const { start } = vision;
  let arrive: () => void = () => {};
  const embeddingReady = new Promise((resolve) => {
    arrive = () => resolve({ backend: 'wasm', threads: 1 });
  });
  Object.assign(vision, {
    start: async (...given: Parameters<typeof start>) => ({ ...(await start(...given)), embeddingReady }),
  });
  const flow = await consented(stages);
  await untilStuck(flow, 'light.uneven');
  expect(flow.getState()).toMatchObject({ mayStartAnyway: false });
  flow.send({ type: 'start-anyway' });
  expect([flow.getState(), stages.sessionsOpened]).toMatchObject([{ starting: false }, 0]);
  arrive();
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ mayStartAnyway: true }));
  flow.send({ type: 'start-anyway' });
  await until(flow, 'review');
});

it('is forgotten with the next recording', async () => {
  const stages = new Stages();
  stages.hint = 'image.blurry';
  const flow = await consented(stages);
  await untilStuck(flow, 'image.blurry');
  flow.send({ type: 'start-anyway' });
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'review', preparing: false }), 5_000);
  stages.hint = null;
  flow.send({ type: 'redo' });
  await untilReady(flow);
  flow.send({ type: 'start' });
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'review', preparing: false }), 5_000);
  expect(stages.decided?.accepted).toBeNull();
});

it('is not offered where there is no face', async () => {
  const stages = new Stages();
  stages.hint = 'face.none';
  const flow = await consented(stages);
  await untilStuck(flow, 'face.none');
  flow.send({ type: 'start-anyway' });
  expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false, mayStartAnyway: false });
});

it('embeds frames with that defect, and with no other', () => {
  const blurred = frame({ face: { sharpness: 0.1 } });
  const unevenToo = frame({ face: { sharpness: 0.1, cheekLightRatio: 0.03 } });
  expect(faceView(blurred, 'standard', [], null)).toBeNull();
  expect(faceView(blurred, 'standard', [], 'image.blurry')).toBe('front');
  expect(faceView(unevenToo, 'standard', [], 'image.blurry')).toBeNull();
});

it('embeds a face of which one part is hidden, and none of which both are', () => {
  const mouth = { lipContrast: 0.08, lipColourDistance: 0.02 };
  const eyes = { eyeContrast: 0.08, orbitLightRatio: 0.15 };
  const view = (face: NonNullable<Change['face']>, accepted: 'face.eyes_covered' | 'face.mouth_covered') =>
    faceView(frame({ face }), 'standard', [], accepted);
  expect([view(mouth, 'face.mouth_covered'), view(eyes, 'face.eyes_covered')]).toEqual(['front', 'front']);
  expect([view(mouth, 'face.eyes_covered'), view(eyes, 'face.mouth_covered')]).toEqual([null, null]);
  const both = { ...mouth, ...eyes };
  expect([view(both, 'face.mouth_covered'), view(both, 'face.eyes_covered')]).toEqual([null, null]);
});

it.each(['face.eyes_covered', 'face.mouth_covered'] as const)(
  'goes to a person with %s, and is never live',
  (hidden) => {
    const { challenge } = session();
    const verdict = decide(evidenceOf(film()), { ...challenge, steps: [] }, 'standard', hidden);
    expect(verdict.verdict).toBe('inconclusive');
    expect(afterVerdict(verdict, hidden)).toMatchObject({ kind: 'send-by-choice' });
  },
);

it('is never live, and goes to a person by the seller’s own choice', () => {
  const { challenge } = session();
  const verdict = decide(evidenceOf(film()), { ...challenge, steps: [] }, 'standard', 'image.blurry');
  expect(verdict.verdict).toBe('inconclusive');
  expect(verdict.checks.find(({ id }) => id === 'quality')).toEqual({
    id: 'quality',
    band: 'fail',
    reason: 'image.blurry',
  });
  expect(afterVerdict(verdict, 'image.blurry').kind).toBe('send-by-choice');
  expect(afterVerdict(verdict).kind).toBe('redo');
});

it('does not excuse what else went wrong', () => {
  const { challenge } = session();
  const verdict = decide(evidenceOf(film()), challenge, 'standard', 'image.blurry');
  expect(afterVerdict(verdict, 'image.blurry')).toMatchObject({
    kind: 'redo',
    reasons: ['challenge.missing'],
  });
});
