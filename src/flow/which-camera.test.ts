import { afterEach, expect, it, vi } from 'vitest';
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

async function positioned(identity: Partial<CameraIdentity> = {}): Promise<Stages> {
  const stages = new Stages();
  stages.cameraIdentity = { ...stages.cameraIdentity, ...identity };
  flow = startFlow({ endpoint: 'https://market.example' }, stages.ports);
  await untilState({ kind: 'notice' });
  flow.send({ type: 'consent', method: 'button', purposeIds: ['duplicate-check'] });
  await untilState({ kind: 'positioning' });
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
  expect(stages.camerasWanted).toEqual([undefined, 'camera-1']);
});

it('wants from then on the camera that came', async () => {
  const stages = await positioned({ deviceId: 'camera-2', isStandIn: true });
  stages.cameraIdentity = { ...stages.cameraIdentity, isStandIn: false };
  await loseAndRetry(stages);
  await untilState({ kind: 'positioning', standIn: null });
  expect(stages.camerasWanted).toEqual([undefined, 'camera-2']);
});

it('wants no camera in particular where the browser told no id', async () => {
  const stages = await positioned({ deviceId: '' });
  await loseAndRetry(stages);
  await untilState({ kind: 'positioning', cameraId: '' });
  expect(stages.camerasWanted).toEqual([undefined, undefined]);
});

it('lists the cameras anew when one comes or goes', async () => {
  const stages = await positioned();
  const usb = { deviceId: 'camera-2', label: 'USB Camera' };
  stages.camera?.plug([usb]);
  await untilState({ kind: 'positioning', cameras: [usb] });
  stages.camera?.plug([]);
  await untilState({ kind: 'positioning', cameras: [] });
});
