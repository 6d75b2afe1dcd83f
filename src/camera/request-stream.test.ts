import { describe, expect, it, vi } from 'vitest';
import { codeOf, refusing } from './answers.fixture.js';
import { fakeBrowser, fakeStream, fakeTrack } from './browser-doubles.fixture.js';
import { openCamera } from './open-camera.js';
import { requestStream } from './request-stream.js';

const never = new AbortController().signal;

describe('requestStream', () => {
  it('wishes for a small front camera and never asks for sound or an exact size', async () => {
    const asked: unknown[] = [];
    const getUserMedia = async (constraints?: MediaStreamConstraints) => {
      asked.push(constraints);
      return fakeStream();
    };
    await requestStream(fakeBrowser({ getUserMedia }), {}, never);
    expect(asked).toEqual([
      {
        video: {
          facingMode: 'user',
          width: { ideal: 640 },
          height: { ideal: 480 },
          frameRate: { ideal: 30 },
        },
        audio: false,
      },
    ]);
  });

  it('insists on the camera that the seller chose, and on nothing else', async () => {
    const getUserMedia = vi.fn(async (_constraints?: MediaStreamConstraints) => fakeStream());
    const granted = await requestStream(fakeBrowser({ getUserMedia }), { deviceId: 'second' }, never);
    expect(granted.isStandIn).toBe(false);
    expect(getUserMedia.mock.calls[0]?.[0]?.video).toEqual({
      deviceId: { exact: 'second' },
      width: { ideal: 640 },
      height: { ideal: 480 },
      frameRate: { ideal: 30 },
    });
  });

  it('asks for any camera where the browser told no id before', async () => {
    const getUserMedia = vi.fn(async (_constraints?: MediaStreamConstraints) => fakeStream());
    const granted = await requestStream(fakeBrowser({ getUserMedia }), { deviceId: '' }, never);
    expect(granted.isStandIn).toBe(false);
    expect(getUserMedia.mock.calls[0]?.[0]?.video).not.toHaveProperty('deviceId');
  });

  const isExact = (constraints?: MediaStreamConstraints): boolean =>
    JSON.stringify(constraints).includes('exact');

  it.each(['OverconstrainedError', 'NotFoundError', 'NotReadableError', 'AbortError'])(
    'takes any other camera where the wanted one is refused by %s, and says that it is another',
    async (name) => {
      const getUserMedia = vi.fn((constraints?: MediaStreamConstraints) =>
        isExact(constraints) ? refusing(name)() : Promise.resolve(fakeStream()),
      );
      const granted = await requestStream(fakeBrowser({ getUserMedia }), { deviceId: 'gone' }, never);
      expect(granted.isStandIn).toBe(true);
      expect(getUserMedia.mock.calls.map(([constraints]) => isExact(constraints))).toEqual([true, false]);
    },
  );

  it('asks for another one once, and then says what the browser says of that', async () => {
    const getUserMedia = vi.fn((constraints?: MediaStreamConstraints) =>
      refusing(isExact(constraints) ? 'OverconstrainedError' : 'NotFoundError')(),
    );
    const code = await codeOf(requestStream(fakeBrowser({ getUserMedia }), { deviceId: 'gone' }, never));
    expect([code, getUserMedia.mock.calls.length]).toEqual(['camera.not_found', 2]);
  });

  it.each([
    ['of another realm', { name: 'NotReadableError', message: 'in a frame' }],
    ['that a wrapper throws at once', new DOMException('at once', 'NotReadableError')],
  ])('knows an error %s by its name', async (what, thrown) => {
    const getUserMedia = (): Promise<MediaStream> => {
      if (what.includes('at once')) throw thrown;
      return Promise.reject(thrown);
    };
    const refused = requestStream(fakeBrowser({ getUserMedia }), {}, never);
    await expect(refused).rejects.toMatchObject({ code: 'camera.in_use', detail: 'NotReadableError' });
  });

  it('asks nobody twice who said no', async () => {
    const getUserMedia = vi.fn(refusing('NotAllowedError'));
    const code = await codeOf(requestStream(fakeBrowser({ getUserMedia }), { deviceId: 'second' }, never));
    expect([code, getUserMedia.mock.calls.length]).toEqual(['camera.permission_denied', 1]);
  });

  it('asks for no other one after the seller cancelled', async () => {
    const cancel = new AbortController();
    const getUserMedia = vi.fn(async () => {
      cancel.abort(new DOMException('cancelled', 'AbortError'));
      return refusing('OverconstrainedError')();
    });
    const opening = requestStream(fakeBrowser({ getUserMedia }), { deviceId: 'gone' }, cancel.signal);
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(getUserMedia).toHaveBeenCalledOnce();
  });

  it.each([
    ['NotAllowedError', 'camera.permission_denied'],
    ['NotFoundError', 'camera.not_found'],
    ['NotReadableError', 'camera.in_use'],
    ['AbortError', 'camera.aborted'],
    ['InvalidStateError', 'camera.aborted'],
    ['SecurityError', 'env.policy_blocked'],
    ['TypeError', 'env.unsupported'],
    ['NovelError', 'internal'],
  ] as const)('translates %s to %s and keeps the cause', async (name, code) => {
    const refused = requestStream(fakeBrowser({ getUserMedia: refusing(name) }), {}, never);
    await expect(refused).rejects.toMatchObject({ code, detail: name, cause: { name } });
  });

  it.each([
    ['none', [], 'camera.not_found'],
    ['one', ['built-in'], 'camera.overconstrained'],
  ])('takes wishes that are refused for the lack of a camera where %s is listed', async (_, ids, code) => {
    const enumerateDevices = async () => ids.map((deviceId) => ({ kind: 'videoinput', deviceId }) as const);
    const getUserMedia = refusing('OverconstrainedError');
    const refused = requestStream(fakeBrowser({ getUserMedia, enumerateDevices }), {}, never);
    await expect(refused).rejects.toMatchObject({ code, cause: { name: 'OverconstrainedError' } });
  });

  it('blames the page, not the seller, when the page policy blocks the camera', async () => {
    const browser = fakeBrowser({ getUserMedia: refusing('NotAllowedError'), cameraAllowed: false });
    expect(await codeOf(requestStream(browser, {}, never))).toBe('env.policy_blocked');
  });

  it('names an insecure context before the browser is asked', async () => {
    const getUserMedia = vi.fn(async () => fakeStream());
    const browser = fakeBrowser({ getUserMedia, isSecureContext: false });
    expect(await codeOf(requestStream(browser, {}, never))).toBe('env.insecure_context');
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  it('names a browser without mediaDevices', async () => {
    const browser = { ...fakeBrowser({}), mediaDevices: undefined };
    expect(await codeOf(requestStream(browser, {}, never))).toBe('env.unsupported');
  });

  it('gives up on a prompt that is never answered, and stops a camera that answers afterwards', async () => {
    vi.useFakeTimers();
    const track = fakeTrack();
    let answer: (stream: MediaStream) => void = () => {};
    const getUserMedia = () => new Promise<MediaStream>((resolve) => (answer = resolve));
    const code = codeOf(requestStream(fakeBrowser({ getUserMedia }), {}, never));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(await code).toBe('camera.no_answer');
    expect(track.stopCount).toBe(0);
    answer(fakeStream(track));
    await vi.waitFor(() => expect(track.stopCount).toBe(1));
  });

  it('stops a camera that answers after the seller cancelled', async () => {
    const track = fakeTrack();
    const cancel = new AbortController();
    let answer: (stream: MediaStream) => void = () => {};
    const getUserMedia = vi.fn(() => new Promise<MediaStream>((resolve) => (answer = resolve)));
    const opening = requestStream(fakeBrowser({ getUserMedia }), {}, cancel.signal);
    await vi.waitFor(() => expect(getUserMedia).toHaveBeenCalled());
    cancel.abort(new DOMException('cancelled', 'AbortError'));
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    answer(fakeStream(track));
    await vi.waitFor(() => expect(track.stopCount).toBe(1));
  });
});

describe('openCamera', () => {
  it('refuses a caller without a consent receipt, before the browser is asked', async () => {
    const getUserMedia = vi.fn(async () => fakeStream());
    // @ts-expect-error a page without types may still try
    const opening = openCamera(undefined, {}, never, fakeBrowser({ getUserMedia }));
    expect(await codeOf(opening)).toBe('consent.required');
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  it('does not take over a track that ended before anyone could listen', async () => {
    const track = fakeTrack();
    track.readyState = 'ended';
    const browser = fakeBrowser({ getUserMedia: async () => fakeStream(track) });
    // @ts-expect-error the brand is not there at run time
    const receipt: Parameters<typeof openCamera>[0] = { act: { consentReceiptId: 'receipt-1' } };
    expect(await codeOf(openCamera(receipt, {}, never, browser))).toBe('camera.lost');
    expect(track.stopCount).toBe(1);
  });
});
