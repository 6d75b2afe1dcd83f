import { expect, type Page } from '@playwright/test';
import { FAKE_DEVICE, FAKE_UI, test } from './camera-test.js';

/** Opening, refusing, choosing and losing the camera. */

/** The code that opening the camera fails with, or `opened`. */
async function openingCode(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      const camera = await window.stage.openCamera(window.receipt, {}, window.never);
      camera.close();
      return 'opened';
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
}

test('the camera opens, delivers frames on a clock that starts at zero, and is off after close', async ({
  launch,
}) => {
  const open = await launch();
  const page = await open();
  const seen = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    const times: number[] = [];
    const ids: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const frame = await camera.frames.next(window.never);
      frame.image.close();
      times.push(frame.mediaTimeMs);
      ids.push(frame.frameId);
    }
    const [settings] = camera.stream.getVideoTracks().map((track) => track.getSettings());
    camera.close();
    camera.close();
    const afterClose = await camera.frames.next(window.never).catch((error: { code: string }) => error.code);
    const states = camera.stream.getTracks().map((track) => `${track.kind} ${track.readyState}`);
    return { times, ids, settings, states, afterClose, deviceId: camera.deviceId };
  });
  expect(seen.times[0]).toBe(0);
  expect(seen.times).toEqual(seen.times.toSorted((a, b) => a - b));
  expect(new Set(seen.ids).size).toBe(10);
  expect(seen.settings).toMatchObject({ width: 640, height: 480, deviceId: seen.deviceId });
  expect(seen.states).toEqual(['video ended']);
  expect(seen.afterClose).toBe('camera.lost');
});

test('every refusal of the browser has its own code', async ({ launch }) => {
  const without = await launch([FAKE_UI, `${FAKE_DEVICE}=device-count=0`]);
  expect(await openingCode(await without())).toBe('camera.not_found');
  const denying = await launch([`${FAKE_UI}=deny`, FAKE_DEVICE]);
  expect(await openingCode(await denying())).toBe('camera.permission_denied');
  expect(await openingCode(await denying({ path: '/blocked' }))).toBe('env.policy_blocked');
  const granting = await launch([FAKE_UI, FAKE_DEVICE, '--host-resolver-rules=MAP shop.example 127.0.0.1']);
  expect(await openingCode(await granting({ path: '/blocked' }))).toBe('env.policy_blocked');
  expect(await openingCode(await granting({ host: 'shop.example' }))).toBe('env.insecure_context');
  expect(await openingCode(await granting())).toBe('opened');
});

test('a frame of another origin needs allow="camera", and its error blames the page', async ({
  launch,
  server,
}) => {
  const open = await launch();
  const page = await open();
  const codeInFrame = async (allow: string): Promise<string> => {
    const frame = await page.evaluateHandle(
      async ([src, allowed]) => {
        const iframe = document.createElement('iframe');
        Object.assign(iframe, { src, allow: allowed });
        const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve));
        document.body.append(iframe);
        await loaded;
        return iframe;
      },
      [`http://127.0.0.1:${server.port}/`, allow] as const,
    );
    const content = await frame.asElement()?.contentFrame();
    if (!content) throw new Error('the frame did not load');
    await content.waitForSelector('html[data-loaded]', { state: 'attached' });
    return openingCode(content as unknown as Page); // a Frame evaluates as a Page does
  };
  expect(await codeInFrame('')).toBe('env.policy_blocked');
  expect(await codeInFrame('camera')).toBe('opened');
});

test('the seller can switch between two cameras', async ({ launch }) => {
  const open = await launch([FAKE_UI, `${FAKE_DEVICE}=device-count=2`]);
  const page = await open();
  const switched = await page.evaluate(async () => {
    const first = await window.stage.openCamera(window.receipt, {}, window.never);
    const choices = await first.choices();
    const other = choices.find(({ deviceId }) => deviceId !== first.deviceId);
    first.close();
    const second = await window.stage.openCamera(window.receipt, { deviceId: other?.deviceId }, window.never);
    second.close();
    return { labels: choices.map(({ label }) => label), wanted: other?.deviceId, got: second.deviceId };
  });
  expect(switched.labels).toEqual(['fake_device_0', 'fake_device_1']);
  expect(switched.got).toBe(switched.wanted);
});

test('a track that the host page stops behind the widget is lost too', async ({ launch }) => {
  const open = await launch();
  const page = await open();
  const lost = await page.evaluate(async () => {
    const camera = await window.stage.openCamera(window.receipt, {}, window.never);
    for (const track of camera.stream.getTracks()) track.stop();
    await camera.lost;
    camera.close();
    return true;
  });
  expect(lost).toBe(true);
});
