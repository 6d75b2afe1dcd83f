import { afterEach, expect, it, vi } from 'vitest';
import { consented, endAll, until, untilReady } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';

/** What breaks the machine itself, in place of one of its stages. */

const FAULT = new TypeError('cannot be');

afterEach(endAll);

it('is told as `internal` where one of its owners cannot even begin, and the seller may try again', async () => {
  const stages = new Stages();
  const { page } = stages.ports;
  const onPresence = vi.spyOn(page, 'onPresence').mockImplementation(() => {
    throw FAULT;
  });
  const flow = await consented(stages);
  await until(flow, 'failed');
  expect(flow.getState()).toMatchObject({ error: { code: 'internal', cause: FAULT }, retryable: true });
  expect([stages.camerasOpen, stages.visionsOpen]).toEqual([0, 0]);
  onPresence.mockRestore();
  flow.send({ type: 'retry' });
  await until(flow, 'notice');
});

it('leaves no camera on where it breaks in the middle', async () => {
  const stages = new Stages();
  const flow = await consented(stages);
  await untilReady(flow);
  vi.spyOn(stages.ports.page, 'presence').mockImplementation(() => {
    throw FAULT;
  });
  flow.send({ type: 'start' });
  await until(flow, 'failed');
  expect(flow.getState()).toMatchObject({ error: { code: 'internal' }, retryable: true });
  expect([stages.camerasOpen, stages.visionsOpen]).toEqual([0, 0]);
  flow.send({ type: 'cancel' });
  await until(flow, 'cancelled');
});
