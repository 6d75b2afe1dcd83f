import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Profile } from '../core/types.js';
import { chosen, requested, shown } from './choices.js';
import { startFlow } from './create-flow.js';
import type { LivenessPort } from './liveness-port.js';
import { Stages } from './port-doubles.fixture.js';
import { COLOURS, DISCOVERY, session } from './samples.fixture.js';
import type { Choices, Flow, FlowOptions, Offers } from './state.js';

const FIRST: Choices = { profile: 'standard', moreTime: false, colourCheck: false };
const ALL: Offers = { profile: true, moreTime: true, colourCheck: true };
const NONE: Offers = { profile: false, moreTime: false, colourCheck: false };

describe('chosen', () => {
  it('takes what is offered, and gives it back', () => {
    for (const wanted of [{ profile: 'no-gestures' }, { moreTime: true }, { colourCheck: true }] as const) {
      const taken = chosen(FIRST, wanted, ALL);
      expect(taken).toEqual({ ...FIRST, ...wanted });
      const [name] = Object.keys(wanted);
      expect(chosen(taken, { [`${name}`]: FIRST[name as keyof Choices] }, ALL)).toEqual(FIRST);
    }
  });

  it('takes nothing that is not offered', () => {
    expect(chosen(FIRST, { profile: 'no-gestures', moreTime: true, colourCheck: true }, NONE)).toEqual(FIRST);
  });

  it('asks for movements with more time, or for none', () => {
    const slow = chosen(FIRST, { moreTime: true }, ALL);
    expect(chosen(slow, { profile: 'no-gestures' }, ALL)).toMatchObject({ moreTime: false });
    const still = chosen(FIRST, { profile: 'no-gestures' }, ALL);
    expect(chosen(still, { moreTime: true }, ALL)).toMatchObject({ profile: 'standard', moreTime: true });
  });
});

describe('requested', () => {
  it('names more time only where it was chosen: older receivers know no such field', () => {
    expect(requested(FIRST)).toEqual({ profile: 'standard', light: false });
    expect(requested({ ...FIRST, moreTime: true })).toEqual({
      profile: 'standard',
      moreTime: true,
      light: false,
    });
  });
});

describe('shown', () => {
  const challenge = { ...session().challenge, colours: COLOURS };

  it('leaves out colours that nobody chose', () => {
    expect(shown(challenge, FIRST)).toEqual(session().challenge);
    expect(shown(challenge, { ...FIRST, colourCheck: true })).toEqual(challenge);
  });
});

describe('the flow', () => {
  let flows: Flow[] = [];
  afterEach(() => {
    vi.restoreAllMocks();
    for (const flow of flows) flow.destroy();
    flows = [];
  });

  async function positioned(stages: Stages, options: Partial<FlowOptions> = {}): Promise<Flow> {
    const flow = startFlow({ endpoint: 'https://market.example', ...options }, stages.ports);
    flows.push(flow);
    await vi.waitFor(() => expect(flow.getState().kind).toBe('notice'));
    flow.send({ type: 'consent', method: 'button', purposeIds: ['duplicate-check'] });
    await ready(flow);
    return flow;
  }

  function ready(flow: Flow): Promise<void> {
    return vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'positioning', ready: true }), {
      timeout: 3_000,
      interval: 2,
    });
  }

  async function reviewed(flow: Flow): Promise<void> {
    await ready(flow);
    flow.send({ type: 'start' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'review', preparing: false }), {
      timeout: 3_000,
      interval: 2,
    });
  }

  it('checks in the profile that was chosen, not in the one it began with', async () => {
    const stages = new Stages();
    const flow = await positioned(stages);
    flow.send({ type: 'choose', choices: { profile: 'no-gestures' } });
    expect(flow.getState()).toMatchObject({ ready: false, choices: { profile: 'no-gestures' } });
    await reviewed(flow);
    expect(stages.sessionRequest).toMatchObject({ profile: 'no-gestures', light: false });
    expect(stages.decided?.profile).toBe('no-gestures');
    expect(flow.getState()).toMatchObject({ verdict: { profile: 'no-gestures' } });
  });

  it('asks of the picture what the profile asks, while the place is found', async () => {
    const stages = new Stages();
    const asked: Profile[] = [];
    const liveness = await stages.ports.liveness();
    const positioningHint: LivenessPort['positioningHint'] = (_observation, _isPlaced, profile) => {
      asked.push(profile);
      return null;
    };
    Object.assign(stages.ports, { liveness: async () => ({ ...liveness, positioningHint }) });
    const flow = await positioned(stages);
    expect(new Set(asked)).toEqual(new Set(['standard']));
    flow.send({ type: 'choose', choices: { profile: 'no-gestures' } });
    await ready(flow);
    expect(asked.at(-1)).toBe('no-gestures');
  });

  it('goes back to the standard profile as easily', async () => {
    const stages = new Stages();
    const flow = await positioned(stages, { profile: 'no-gestures' });
    flow.send({ type: 'choose', choices: { profile: 'standard' } });
    await reviewed(flow);
    expect(stages.sessionRequest).toMatchObject({ profile: 'standard' });
  });

  it('offers no profile that the receiver does not take', async () => {
    const stages = new Stages();
    stages.discover = async () => ({ ...DISCOVERY, profiles: ['standard'] });
    const flow = await positioned(stages);
    flow.send({ type: 'choose', choices: { profile: 'no-gestures' } });
    expect(flow.getState()).toMatchObject({
      offers: { profile: false, moreTime: true },
      choices: { profile: 'standard' },
    });
  });

  it('starts by itself with what was chosen before the face was steady', async () => {
    const stages = new Stages();
    stages.hint = 'face.none';
    const flow = startFlow({ endpoint: 'https://market.example', autoStart: true }, stages.ports);
    flows.push(flow);
    await vi.waitFor(() => expect(flow.getState().kind).toBe('notice'));
    flow.send({ type: 'consent', method: 'button', purposeIds: ['duplicate-check'] });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ hint: 'face.none' }));
    flow.send({ type: 'choose', choices: { moreTime: true } });
    expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false });
    stages.hint = null;
    await vi.waitFor(() => expect(stages.sessionRequest).toMatchObject({ moreTime: true }));
  });

  it('records again with more time when that is chosen on the review', async () => {
    const stages = new Stages();
    stages.redo = true;
    const flow = await positioned(stages);
    await reviewed(flow);
    flow.send({ type: 'choose', choices: { moreTime: true } });
    expect(flow.getState()).toMatchObject({ kind: 'review', choices: { moreTime: true } });
    flow.send({ type: 'redo' });
    await reviewed(flow);
    expect(stages.sessionsOpened).toBe(2);
    expect(stages.sessionRequest).toMatchObject({ moreTime: true });
  });

  it('shows no colour unless the integrator offers it and the seller takes it', async () => {
    const stages = new Stages();
    const flow = await positioned(stages);
    flow.send({ type: 'choose', choices: { colourCheck: true } });
    expect(flow.getState()).toMatchObject({
      offers: { colourCheck: false },
      choices: { colourCheck: false },
    });
    await reviewed(flow);
    expect(stages.sessionRequest).toMatchObject({ light: false });
  });

  it('shows the colours of the challenge to whoever chose light', async () => {
    // A colour stays by the page's clock too, which is as much faster here as the camera's.
    const realMs = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => 1_000 * realMs());
    const stages = new Stages();
    const flow = await positioned(stages, { colourCheck: true });
    flow.send({ type: 'choose', choices: { colourCheck: true } });
    const seen = new Set<unknown>();
    flow.subscribe(() => {
      const state = flow.getState();
      if (state.kind === 'recording') seen.add(state.colour);
    });
    await reviewed(flow);
    expect([...seen]).toEqual([null, ...COLOURS.map(({ rgb }) => rgb)]);
    expect(stages.decided?.challenge.colours).toEqual(COLOURS);
  });

  it('offers no light where the system asks for less motion', async () => {
    const stages = new Stages();
    stages.motionReduced = true;
    const flow = await positioned(stages, { colourCheck: true });
    flow.send({ type: 'choose', choices: { colourCheck: true } });
    expect(flow.getState()).toMatchObject({
      offers: { colourCheck: false },
      choices: { colourCheck: false },
    });
  });

  it('takes the light back when that is asked for later, also while recording', async () => {
    const stages = new Stages();
    const flow = await positioned(stages, { colourCheck: true });
    flow.send({ type: 'choose', choices: { colourCheck: true } });
    await ready(flow);
    flow.send({ type: 'start' });
    await vi.waitFor(
      () => expect(flow.getState()).toMatchObject({ kind: 'recording', colour: expect.any(Array) }),
      {
        interval: 1,
      },
    );
    stages.reduceMotion(true);
    expect(flow.getState()).toMatchObject({ kind: 'recording', colour: null });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'review', preparing: false }));
    expect(stages.decided?.challenge.colours).toBeUndefined();
    expect(flow.getState()).toMatchObject({
      offers: { colourCheck: false },
      choices: { colourCheck: false },
    });
  });
});
