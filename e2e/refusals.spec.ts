import { expect, type Page } from '@playwright/test';
import { dark, far, IDENTITIES, neutralOnly, noFace, twoFaces, unplugged } from '../src/testing/index.js';
import { cameraUse } from './support/camera-spy.js';
import { answering, READY, test } from './support/candor-test.js';
import { startTestReceiver } from './support/receiver.js';
import type { Widget } from './support/widget.js';

/** Every way in which a seller, a browser, a camera or a network says no. */

const { ada, bao } = IDENTITIES;

/** Before the page's scripts: the browser never answers the question for the camera. */
const NEVER_ANSWERS = 'MediaDevices.prototype.getUserMedia = () => new Promise(() => {});';

async function toPositioning(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.expectState('positioning');
}

async function toRecording(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.startAt(READY);
  await widget.expectState('recording');
}

async function toReview(widget: Widget): Promise<void> {
  await widget.agree();
  await widget.record(READY);
}

async function expectCameraOff(page: Page): Promise<void> {
  await expect.poll(async () => (await cameraUse(page)).liveTracks).toBe(0);
}

test.describe('before the seller answers', () => {
  test('nothing happens but discovery', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: neutralOnly(ada) }))();
    await widget.expectState('notice');
    // Longer than any preloading that waits for the page to be idle.
    await page.waitForTimeout(1_500);
    expect(await cameraUse(page)).toMatchObject({ getUserMedia: 0, enumerateDevices: 0 });
    expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor']);
    const models = network
      .all()
      .filter(({ url }) => /[.](wasm|onnx|task)|worker/.test(new URL(url).pathname));
    expect(models).toEqual([]);
    const stored = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
    }));
    expect(stored).toEqual({ databases: 0, caches: 0, local: 0, session: 0, cookies: '' });
  });

  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`yes and no are of one size at ${width} px, ${colorScheme}`, async ({ launchWith }) => {
        const context = { viewport: { width, height: 900 }, colorScheme };
        const { widget } = await (await launchWith({ clip: null, context }))();
        await widget.expectState('notice');
        const boxes = await Promise.all(
          ['consent', 'opt-out'].map((name) => widget.action(name).first().boundingBox()),
        );
        const [yes, no] = boxes;
        if (!yes || !no) throw new Error('both buttons are shown');
        expect(Math.abs(yes.width - no.width)).toBeLessThanOrEqual(1);
        expect(Math.abs(yes.height - no.height)).toBeLessThanOrEqual(1);
        const looks = await Promise.all(['consent', 'opt-out'].map((name) => lookOf(widget, name)));
        expect(looks[0]).toEqual(looks[1]);
      });
    }
  }
});

/** What makes one button heavier than another. */
function lookOf(widget: Widget, name: string): Promise<Record<string, string>> {
  return widget
    .action(name)
    .first()
    .evaluate((button) => {
      const { backgroundColor, color, fontSize, fontWeight, borderWidth, borderColor, opacity } =
        getComputedStyle(button);
      return { backgroundColor, color, fontSize, fontWeight, borderWidth, borderColor, opacity };
    });
}

test.describe('a seller who declines', () => {
  test('never has the camera asked for, and is told the next step', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: neutralOnly(ada) }))();
    await widget.expectState('notice');
    await widget.action('opt-out').click();
    await widget.expectState('opted-out');
    await expect(widget.root.locator('[data-case]')).toBeVisible();
    expect(await cameraUse(page)).toMatchObject({ getUserMedia: 0, enumerateDevices: 0, mostLiveTracks: 0 });
    expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor', 'POST /opt-outs']);
    const { body } = network.only('POST', '/opt-outs');
    expect(Object.keys(JSON.parse(body?.toString() ?? '')).sort()).toEqual(['alternative', 'locale']);
  });

  test('may choose each of the alternatives', async ({ launchWith, receiver }) => {
    const { alternatives } = await (await fetch(`${receiver.url}/.well-known/candor`)).json();
    const open = await launchWith({ clip: null });
    for (const { id } of alternatives) {
      const { widget, network } = await open();
      await widget.expectState('notice');
      await widget.action('alternative', id).click();
      await widget.expectState('opted-out');
      await expect(widget.root.locator('[data-case]')).toBeVisible();
      expect(JSON.parse(network.only('POST', '/opt-outs').body?.toString() ?? '')).toMatchObject({
        alternative: id,
      });
    }
  });

  const STATES = [
    ['positioning', toPositioning],
    ['recording', toRecording],
    ['review', toReview],
  ] as const;
  for (const [state, reach] of STATES) {
    test(`may still decline in ${state}: the camera goes off and nothing of the face is sent`, async ({
      launchWith,
      receiver,
    }) => {
      const { page, widget, network } = await (await launchWith({ clip: answering({ identity: ada }) }))();
      await reach(widget);
      await widget.action('opt-out').click();
      await widget.expectState('opted-out');
      await expectCameraOff(page);
      await expect(widget.root.locator('[data-case]')).toBeVisible();
      expect(network.to(receiver.url)).not.toContain('POST /verifications');
    });
  }

  test('may still decline while the browser asks for the camera', async ({ launchWith }) => {
    const open = await launchWith({ clip: neutralOnly(ada), initScript: NEVER_ANSWERS });
    const { widget } = await open();
    await widget.agree();
    await widget.expectState('permission');
    await widget.action('opt-out').click();
    await widget.expectState('opted-out');
  });

  test('may still decline while the envelope is on its way', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: answering({ identity: ada }) }))();
    await page.route(`${receiver.url}/verifications`, () => {});
    await toReview(widget);
    await widget.action('send').click();
    await widget.expectState('sending');
    await widget.action('opt-out').click();
    await widget.expectState('opted-out');
    expect(network.to(receiver.url)).toContain('POST /opt-outs');
  });

  test('may decline after a failure', async ({ launchWith }) => {
    const { widget } = await (await launchWith({ clip: null }))();
    await widget.agree();
    await widget.expectFailed('camera.not_found');
    await widget.action('opt-out').or(widget.action('alternative')).first().click();
    await widget.expectState('opted-out');
  });

  test('is not held up by a receiver that is down', async ({ launchWith, sites }) => {
    const own = await startTestReceiver();
    try {
      const open = await launchWith({ clip: null });
      const { widget } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await widget.expectState('notice');
      await own.stop();
      await widget.action('opt-out').click();
      await widget.expectState('opted-out');
      await expect(widget.action('retry')).toBeVisible();
      await own.start();
      await widget.action('retry').click();
      await expect(widget.root.locator('[data-case]')).toBeVisible();
    } finally {
      await own.remove();
    }
  });
});

test.describe('a camera that says no', () => {
  test('denied: says so, and offers another try and another way', async ({ launchWith }) => {
    const { widget } = await (await launchWith({ clip: neutralOnly(ada), permission: 'denied' }))();
    await widget.agree();
    await widget.expectFailed('camera.permission_denied');
    await expect(widget.action('retry')).toBeVisible();
    await expect(widget.action('alternative').first()).toBeVisible();
  });

  test('none: says so', async ({ launchWith }) => {
    const { widget } = await (await launchWith({ clip: null }))();
    await widget.agree();
    await widget.expectFailed('camera.not_found');
  });

  /** Nothing is recorded: a few pictures, again and again, are enough. */
  const ASIDE = { challenge: [], durationMs: 3_000 } as const;
  const SCENES = [
    ['an empty room', noFace(ada), 'face.none'],
    ['two faces', twoFaces({ identity: ada, ...ASIDE }, bao), 'face.multiple'],
    ['a face too far away', far({ identity: ada, ...ASIDE }), 'face.too_far'],
    ['hardly any light', dark({ identity: ada, ...ASIDE }), 'light.too_dark'],
  ] as const;
  for (const [scene, clip, hint] of SCENES) {
    test(`${scene}: the hint is ${hint}, and the recording cannot be started`, async ({
      launchWith,
      receiver,
    }) => {
      const { widget, network } = await (await launchWith({ clip }))();
      await toPositioning(widget);
      await expect(widget.root.locator('[data-hint]')).toHaveAttribute('data-hint', hint);
      await expect(widget.action('start')).toBeDisabled();
      expect(network.to(receiver.url)).not.toContain('POST /sessions');
    });
  }

  test('torn off in the middle of the clip: camera.lost, and nothing is sent', async ({
    launchWith,
    receiver,
  }) => {
    const clip = unplugged({ identity: ada, challenge: [] }, 11_000);
    const { page, widget, network } = await (await launchWith({ clip }))();
    await widget.agree();
    await widget.startAt({ atS: 7, clipS: 15, framesPerSecond: clip.framesPerSecond });
    await widget.expectState('recording');
    await widget.expectFailed('camera.lost');
    await expectCameraOff(page);
    expect(network.to(receiver.url)).not.toContain('POST /verifications');
  });
});

test.describe('a seller who goes away', () => {
  test('hides the page while recording: the camera goes off and nothing is sent', async ({
    launchWith,
    receiver,
  }) => {
    const { page, widget, network } = await (await launchWith({ clip: answering({ identity: ada }) }))();
    await toRecording(widget);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await widget.expectFailed('capture.interrupted');
    await expectCameraOff(page);
    expect(network.to(receiver.url)).not.toContain('POST /verifications');
  });

  test('stops the recording: cancelled, camera off', async ({ launchWith }) => {
    const { page, widget } = await (await launchWith({ clip: answering({ identity: ada }) }))();
    await toRecording(widget);
    await widget.action('stop').click();
    await widget.expectState('cancelled');
    await expectCameraOff(page);
  });

  test('cancels while positioning, and may begin again', async ({ launchWith, receiver }) => {
    const { page, widget, network } = await (await launchWith({ clip: neutralOnly(ada) }))();
    await toPositioning(widget);
    await widget.action('cancel').click();
    await widget.expectState('cancelled');
    await expectCameraOff(page);
    expect(network.to(receiver.url)).toEqual(['GET /.well-known/candor']);
    await widget.action('retry').click();
    await widget.expectState('notice');
  });

  const STATES = [
    ['notice', (widget: Widget) => widget.expectState('notice')],
    ['positioning', toPositioning],
    ['recording', toRecording],
    ['review', toReview],
  ] as const;
  for (const [state, reach] of STATES) {
    test(`leaves the page of the widget in ${state}: the camera goes off`, async ({ launchWith, sites }) => {
      const open = await launchWith({ clip: answering({ identity: ada }) });
      const { page, widget, network } = await open(sites.pages);
      await reach(widget);
      const before = network.all().length;
      await page.evaluate(() => window.unmount());
      await expectCameraOff(page);
      await page.waitForTimeout(500);
      expect(network.all().slice(before)).toEqual([]);
    });
  }

  test('leaves while the browser still asks: a camera that opens afterwards is closed', async ({
    launchWith,
    sites,
  }) => {
    const late = `const { getUserMedia } = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = function (...args) {
        return new Promise((resolve) => { window.answer = () => resolve(getUserMedia.apply(this, args)); });
      };`;
    const open = await launchWith({ clip: neutralOnly(ada), initScript: late });
    const { page, widget } = await open(sites.pages);
    await widget.agree();
    await widget.expectState('permission');
    await page.waitForFunction(() => 'answer' in window);
    await page.evaluate(() => window.unmount());
    await page.evaluate(() => Reflect.get(window, 'answer')());
    await expect.poll(async () => (await cameraUse(page)).mostLiveTracks).toBe(1);
    await expectCameraOff(page);
  });
});

test.describe('a receiver that is down', () => {
  test('before the notice: says so, and is asked again', async ({ launchWith, sites }) => {
    const own = await startTestReceiver();
    try {
      await own.stop();
      const open = await launchWith({ clip: null });
      const { widget } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await widget.expectFailed('discovery.unreachable');
      await own.start();
      await widget.action('retry').click();
      await widget.expectState('notice');
    } finally {
      await own.remove();
    }
  });

  test('at the moment of sending: nothing is lost, and nothing is sent twice', async ({
    launchWith,
    sites,
  }) => {
    const own = await startTestReceiver();
    try {
      const open = await launchWith({ clip: answering({ identity: ada }) });
      const { widget, network } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await toReview(widget);
      await own.stop();
      await widget.action('send').click();
      await widget.expectFailed('submit.network');
      await own.start();
      await widget.action('retry').click();
      await widget.expectState('done');
      const bodies = network
        .all()
        .filter(({ url, method }) => method === 'POST' && url.endsWith('/verifications'));
      expect(new Set(bodies.map(({ body }) => body?.toString())).size).toBe(1);
      expect(own.received()).toBe(1);
    } finally {
      await own.remove();
    }
  });

  test('and the page is closed meanwhile: the sealed envelope waits and is delivered later', async ({
    launchWith,
    sites,
  }) => {
    const own = await startTestReceiver();
    try {
      const open = await launchWith({ clip: answering({ identity: ada }) });
      const { page, widget, network } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await toReview(widget);
      await own.stop();
      await widget.action('send').click();
      await widget.expectFailed('submit.network');
      await own.start();
      const before = network.all().length;
      await page.reload();
      await widget.agree();
      await widget.expectState('done');
      expect(network.to(own.url, before)).toEqual(['GET /.well-known/candor', 'POST /verifications']);
      expect(own.received()).toBe(1);
    } finally {
      await own.remove();
    }
  });
});
