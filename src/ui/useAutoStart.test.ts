import { afterEach, expect, it } from 'vitest';
import { consented, endAll, until, untilReady } from '../flow/flow-steps.fixture.js';
import { Stages } from '../flow/port-doubles.fixture.js';
import { startOnceSeen } from './useAutoStart.js';

/** The component's flow does not start by itself: what its effect does, over a flow of doubles. */

afterEach(endAll);

it('records at once where the page is seen', async () => {
  const stages = new Stages();
  const flow = await consented(stages, { autoStart: false });
  await untilReady(flow);
  const giveUp = startOnceSeen(flow.send, { current: false });
  await until(flow, 'review');
  giveUp();
  expect(stages.sessionsOpened).toBe(1);
});

it('records when the page is seen again, where the face became steady while it was hidden', async () => {
  const stages = new Stages();
  const flow = await consented(stages, { autoStart: false });
  await until(flow, 'positioning');
  stages.turn('hidden');
  await untilReady(flow);
  const giveUp = startOnceSeen(flow.send, { current: false });
  expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false });
  stages.turn('shown');
  await until(flow, 'review');
  giveUp();
  expect(stages.sessionsOpened).toBe(1);
});

it('records nothing any more once the face was not steady before the page was seen', async () => {
  const stages = new Stages();
  const flow = await consented(stages, { autoStart: false });
  await until(flow, 'positioning');
  stages.turn('hidden');
  await untilReady(flow);
  const giveUp = startOnceSeen(flow.send, { current: false });
  giveUp();
  stages.turn('shown');
  expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false });
});

it('records nothing while the seller practises, and records after it', async () => {
  const stages = new Stages();
  const flow = await consented(stages, { autoStart: false });
  await untilReady(flow);
  const practising = { current: true };
  const giveUp = startOnceSeen(flow.send, practising);
  expect(flow.getState()).toMatchObject({ kind: 'positioning', starting: false });
  practising.current = false;
  await until(flow, 'review');
  giveUp();
  expect(stages.sessionsOpened).toBe(1);
});
