import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorError, type ErrorCode } from '../core/errors.js';
import type { CameraIdentity } from './camera-double.fixture.js';
import { startFlow } from './create-flow.js';
import { Stages } from './port-doubles.fixture.js';
import type { Flow, FlowState } from './state.js';

/** Which camera is asked for, and what the seller is told of the one that came. */

let flow: Flow;

afterEach(() => flow.destroy());

async function untilState(wanted: object): Promise<FlowState> {
  await vi.waitFor(() => expect(flow.getState()).toMatchObject(wanted), { timeout: 3_000, interval: 2 });
  return flow.getState();
}

const wantedOf = ({ cameraWishes }: Stages): readonly (string | undefined)[] =>
  cameraWishes.map(({ deviceId }) => deviceId);

async function positioned(identity: Partial<CameraIdentity> = {}): Promise<Stages> {
  const stages = new Stages();
  stages.cameraIdentity = { ...stages.cameraIdentity, ...identity };
  flow = startFlow({ endpoint: 'https://market.example' }, stages.ports);
  await untilState({ kind: 'notice' });
  flow.send({ type: 'consent', method: 'button', purposeIds: ['duplicate-check'] });
  await untilState({ kind: 'positioning', ready: true });
  return stages;
}

async function loseAndRetry(stages: Stages): Promise<void> {
  stages.camera?.lose();
  await untilState({ kind: 'failed', retryable: true });
  flow.send({ type: 'retry' });
}

it('asks again for the camera that was lost, and says which one came instead', async () => {
  const stages = await positioned();
  expect(flow.getState()).toMatchObject({ cameraId: 'camera-1', standIn: null });
  stages.cameraIdentity = { deviceId: 'camera-2', label: 'USB Camera', isStandIn: true };
  await loseAndRetry(stages);
  await untilState({ kind: 'positioning', cameraId: 'camera-2', standIn: { label: 'USB Camera' } });
  expect(wantedOf(stages)).toEqual([undefined, 'camera-1']);
});

it('wants from then on the camera that came', async () => {
  const stages = await positioned({ deviceId: 'camera-2', isStandIn: true });
  stages.cameraIdentity = { ...stages.cameraIdentity, isStandIn: false };
  await loseAndRetry(stages);
  await untilState({ kind: 'positioning', standIn: null });
  expect(wantedOf(stages)).toEqual([undefined, 'camera-2']);
});

it('wants no camera in particular where the browser told no id', async () => {
  const stages = await positioned({ deviceId: '' });
  await loseAndRetry(stages);
  await untilState({ kind: 'positioning', cameraId: '' });
  expect(wantedOf(stages)).toEqual([undefined, undefined]);
});

describe('a camera that the seller switched to, and that cannot be used', () => {
  const refused = (code: ErrorCode) => () => Promise.reject(new CandorError(code));

  async function switchedTo(stages: Stages, code: ErrorCode): Promise<void> {
    stages.openCamera = refused(code);
    flow.send({ type: 'switch-camera', deviceId: 'camera-2' });
    await untilState({ kind: 'failed', retryable: true, error: { code } });
    stages.openCamera = null;
    flow.send({ type: 'retry' });
    await untilState({ kind: 'positioning', ready: true });
  }

  it.each(['camera.no_answer', 'camera.permission_denied', 'camera.in_use', 'camera.lost'] as const)(
    '%s: the one that worked is asked for again',
    async (code) => {
      const stages = await positioned();
      await switchedTo(stages, code);
      expect(wantedOf(stages)).toEqual([undefined, 'camera-2', 'camera-1']);
    },
  );

  it('camera.no_frames: so it is after it had opened', async () => {
    const stages = await positioned();
    stages.cameraIdentity = { ...stages.cameraIdentity, deviceId: 'camera-2' };
    stages.framesFailure = new CandorError('camera.no_frames');
    flow.send({ type: 'switch-camera', deviceId: 'camera-2' });
    await untilState({ kind: 'failed', error: { code: 'camera.no_frames' } });
    flow.send({ type: 'retry' });
    await vi.waitFor(() => expect(wantedOf(stages)).toEqual([undefined, 'camera-2', 'camera-1']));
  });

  it('and is left for a new beginning', async () => {
    const stages = await positioned();
    stages.openCamera = () => new Promise(() => {});
    flow.send({ type: 'switch-camera', deviceId: 'camera-2' });
    await untilState({ kind: 'permission' });
    flow.send({ type: 'cancel' });
    await untilState({ kind: 'cancelled' });
    stages.openCamera = null;
    flow.send({ type: 'retry' });
    await untilState({ kind: 'notice' });
    flow.send({ type: 'consent', method: 'button', purposeIds: ['duplicate-check'] });
    await untilState({ kind: 'positioning' });
    expect(wantedOf(stages)).toEqual([undefined, 'camera-2', 'camera-1']);
  });
});

it('wants any camera where the one that worked does not answer any more', async () => {
  const stages = await positioned();
  stages.openCamera = () => Promise.reject(new CandorError('camera.no_answer'));
  await loseAndRetry(stages);
  await untilState({ kind: 'failed', error: { code: 'camera.no_answer' } });
  stages.openCamera = null;
  flow.send({ type: 'retry' });
  await untilState({ kind: 'positioning' });
  expect(wantedOf(stages)).toEqual([undefined, 'camera-1', undefined]);
});

it('leaves it to the browser no more to choose a camera that showed no picture', async () => {
  const stages = new Stages();
  stages.framesFailure = new CandorError('camera.no_frames');
  flow = startFlow({ endpoint: 'https://market.example' }, stages.ports);
  await untilState({ kind: 'notice' });
  flow.send({ type: 'consent', method: 'button', purposeIds: ['duplicate-check'] });
  await untilState({ kind: 'failed', error: { code: 'camera.no_frames' } });
  stages.framesFailure = null;
  flow.send({ type: 'retry' });
  await untilState({ kind: 'positioning', ready: true });
  expect(stages.cameraWishes).toEqual([
    { deviceId: undefined, silentIds: [] },
    { deviceId: undefined, silentIds: ['camera-1'] },
  ]);
});

it('lists the cameras anew when one comes or goes', async () => {
  const stages = await positioned();
  const usb = { deviceId: 'camera-2', label: 'USB Camera' };
  stages.camera?.plug([usb]);
  await untilState({ kind: 'positioning', cameras: [usb] });
  stages.camera?.plug([]);
  await untilState({ kind: 'positioning', cameras: [] });
});
