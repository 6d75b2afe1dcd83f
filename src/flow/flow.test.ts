import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import {
  consented,
  endAll,
  sendInVain,
  start,
  until,
  untilReady,
  untilReview,
} from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { DISCOVERY, observation } from './samples.fixture.js';

afterEach(endAll);

describe('the flow', () => {
  it('leads from the notice to the receipt', async () => {
    const stages = new Stages();
    const flow = await consented(stages);
    await untilReview(flow);
    expect(stages.sent).toHaveLength(0);
    flow.send({ type: 'send' });
    await until(flow, 'done');
    expect(stages.sent).toHaveLength(1);
    expect(flow.getState()).toMatchObject({ receipt: { outcome: { status: 'needs_review' } } });
  });

  it('opens neither camera nor worker before the consent', async () => {
    const stages = new Stages();
    const flow = start(stages);
    await until(flow, 'notice');
    flow.send({ type: 'start' });
    flow.send({ type: 'send' });
    expect(stages.camerasOpened + stages.visionsOpen + stages.sessionsOpened).toBe(0);
  });

  it('turns the camera off as soon as the clip is recorded', async () => {
    const stages = new Stages();
    const flow = await consented(stages);
    await untilReview(flow);
    expect(stages.camerasOpen).toBe(0);
  });

  it('refuses a threshold that was made for another model', async () => {
    const stages = new Stages();
    stages.discover = async () => ({
      ...DISCOVERY,
      threshold: { ...DISCOVERY.threshold, modelSha256: 'b'.repeat(64) },
    });
    const flow = start(stages);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'discovery.model_mismatch' }, retryable: false });
  });

  it('asks the receiver anew when the seller begins again: the notice may be another by then', async () => {
    const stages = new Stages();
    const flow = start(stages);
    await until(flow, 'notice');
    flow.send({ type: 'cancel' });
    await until(flow, 'cancelled');
    const replaced = Object.values(DISCOVERY.notices).map((notice) => ({ ...notice, version: 'replaced' }));
    const [en = null] = replaced;
    stages.discover = async () => ({ ...DISCOVERY, notices: en === null ? {} : { en } });
    flow.send({ type: 'retry' });
    await until(flow, 'notice');
    expect(flow.getState()).toMatchObject({ view: { notice: { version: 'replaced' } } });
  });

  it('seals and sends nothing when the capture must be redone', async () => {
    const stages = new Stages();
    stages.redo = true;
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'send' });
    expect(flow.getState()).toMatchObject({ kind: 'review', afterVerdict: { kind: 'redo' }, preview: null });
    expect(stages.sealed + stages.sent.length).toBe(0);
    flow.send({ type: 'redo' });
    await untilReady(flow);
    expect(stages.camerasOpened).toBe(2);
  });

  it('goes on where no clip could be recorded, and keeps none', async () => {
    const stages = new Stages();
    stages.clipFailure = new CandorError('clip.unsupported');
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'keep-clip' });
    expect(flow.getState()).toMatchObject({ clip: { kind: 'none' }, clipKept: 'no' });
    expect(stages.clipsKept).toBe(0);
    flow.send({ type: 'send' });
    await until(flow, 'done');
  });

  it('offers no redo when no attempts are left', async () => {
    const stages = new Stages();
    stages.redo = true;
    stages.attemptsLeft = 0;
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'redo' });
    expect(flow.getState().kind).toBe('review');
  });

  it('starts by itself only where the host asked for it', async () => {
    const stages = new Stages();
    const flow = await consented(stages, { autoStart: true });
    await until(flow, 'review');
    expect(stages.sessionsOpened).toBe(1);
  });

  it('does not let a start through before the face is steady', async () => {
    const stages = new Stages();
    stages.hint = 'face.none';
    const flow = await consented(stages);
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ hint: 'face.none' }));
    flow.send({ type: 'start' });
    expect(flow.getState()).toMatchObject({ kind: 'positioning', ready: false });
    expect(stages.sessionsOpened).toBe(0);
  });

  it('tells of a camera that is too slow before a recording is spent on it, and lets it start when it is not', async () => {
    const stages = new Stages();
    stages.slowCamera = true;
    const flow = await consented(stages);
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ hint: 'camera.too_slow', ready: false }));
    flow.send({ type: 'start' });
    expect(stages.sessionsOpened).toBe(0);
    stages.slowCamera = false;
    await untilReady(flow);
  });

  it('tells of a camera that shows one picture for ever, and lets nobody start on it', async () => {
    const stages = new Stages();
    stages.observe = async (frameId, mediaTimeMs) => ({ ...observation(0, mediaTimeMs), frameId });
    const flow = await consented(stages, { autoStart: true });
    await vi.waitFor(() =>
      expect(flow.getState()).toMatchObject({ kind: 'positioning', hint: 'camera.no_frames', ready: false }),
    );
    stages.slowCamera = true;
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ hint: 'camera.too_slow' }));
    expect(stages.sessionsOpened).toBe(0);
    stages.slowCamera = false;
    stages.observe = async (...of) => observation(...of);
    await until(flow, 'review');
  });

  it('lets another worker take over where the first stands still, and says so when none helps', async () => {
    const stages = new Stages();
    let [stuck, renewals] = [true, 0];
    stages.observe = async (frameId, mediaTimeMs) => {
      const seen = observation(frameId, mediaTimeMs);
      return stuck ? { ...seen, face: observation(1, 0).face } : seen;
    };
    stages.renew = async () => {
      renewals += 1;
      stuck = false;
    };
    const flow = await consented(stages);
    await vi.waitFor(() => expect(renewals).toBe(1), { timeout: 3_000, interval: 2 });
    await untilReady(flow);
    stages.renew = (because) => Promise.reject(because);
    stuck = true;
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'runtime.frozen' }, retryable: true });
  });

  it.each(['runtime.worker_failed', 'runtime.model_failed', 'runtime.timeout', 'runtime.gpu_lost'] as const)(
    'lets another worker take over while nothing is recorded: %s',
    async (code) => {
      const stages = new Stages();
      const { observe } = stages;
      const renewedFor: string[] = [];
      stages.observe = () => Promise.reject(new CandorError(code));
      stages.renew = async (because) => {
        renewedFor.push(because.code);
        stages.observe = observe;
      };
      const flow = await consented(stages);
      await untilReady(flow);
      expect(renewedFor).toEqual([code]);
    },
  );

  it('sends nothing of a recording in which the worker stood still', async () => {
    const stages = new Stages();
    const flow = await consented(stages);
    await untilReady(flow);
    stages.observe = async (frameId, mediaTimeMs) => ({
      ...observation(frameId, mediaTimeMs),
      face: observation(1, 0).face,
    });
    flow.send({ type: 'start' });
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'runtime.frozen' } });
    expect(stages.sealed).toBe(0);
  });
});

describe('a delivery that fails', () => {
  it('is repeated with the same sealed bytes until the receiver answers', async () => {
    const stages = new Stages();
    stages.submitFailures = [new CandorError('submit.network')];
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'send' });
    await until(flow, 'done');
    expect(stages.sent).toHaveLength(2);
    expect(stages.sent[0]).toBe(stages.sent[1]);
    expect(stages.sealed).toBe(1);
  });

  it.each(['submit.network', 'submit.busy'] as const)(
    'keeps the envelope, and retry sends that one: %s',
    async (code) => {
      const stages = new Stages();
      stages.submitFailures = Array.from({ length: 4 }, () => new CandorError(code));
      const flow = await consented(stages);
      await untilReview(flow);
      await sendInVain(flow);
      expect(flow.getState()).toMatchObject({ envelopeKept: 'in-browser', retryable: true });
      flow.send({ type: 'retry' });
      await until(flow, 'done');
      expect(stages.sealed).toBe(1);
    },
  );

  it('drops an envelope whose session ended and offers to record again', async () => {
    const stages = new Stages();
    stages.submitFailures = [new CandorError('session.expired')];
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'send' });
    await until(flow, 'failed');
    expect(stages.waiting).toBeNull();
    expect(flow.getState()).toMatchObject({ envelopeKept: 'no', retryable: true });
    flow.send({ type: 'retry' });
    await untilReady(flow);
  });
});
