import { describe, expect, it, vi } from 'vitest';
import { codeOf, refusing } from './answers.fixture.js';
import { fakeBrowser, fakeStream, fakeTrack } from './browser-doubles.fixture.js';
import { requestStream } from './request-stream.js';

const never = new AbortController().signal;

describe('a camera that another one stands in for', () => {
  const LISTED = ['default', 'infrared', 'usb'];
  const ANY = 'the browser’s choice';
  const BUSY = 'NotReadableError';

  function wantedOf(constraints: MediaStreamConstraints | undefined): string {
    const video = constraints?.video as { deviceId?: { exact: string } } | undefined; // as asked for here
    return video?.deviceId?.exact ?? ANY;
  }

  /** A browser that lists these cameras and refuses those of them by this name; `null`: never answers. */
  function browserWith(
    refused: Readonly<Record<string, string | null>>,
    ids: readonly string[] = LISTED,
    label = '',
  ) {
    const asked: string[] = [];
    const tracks: ReturnType<typeof fakeTrack>[] = [];
    const getUserMedia = async (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
      const wanted = wantedOf(constraints);
      asked.push(wanted);
      const name = refused[wanted];
      if (name === null) return new Promise(() => {});
      if (name !== undefined) return refusing(name)();
      const track = fakeTrack();
      tracks.push(track);
      return fakeStream(track);
    };
    const enumerateDevices = async () =>
      ids.map((deviceId) => ({ kind: 'videoinput' as const, deviceId, label }));
    return { asked, tracks, browser: fakeBrowser({ getUserMedia, enumerateDevices }) };
  }

  it('is one of those that are listed, though nobody wished for a camera', async () => {
    const { asked, browser } = browserWith({ [ANY]: BUSY, default: BUSY, infrared: 'AbortError' });
    const granted = await requestStream(browser, {}, never);
    expect(granted.isStandIn).toBe(true);
    expect(asked).toEqual([ANY, 'default', 'infrared', 'usb']);
  });

  it('is one that has not been silent, where the browser would choose one that was', async () => {
    const { asked, browser } = browserWith({}, LISTED, 'Webcam');
    const granted = await requestStream(browser, { silentIds: ['default'] }, never);
    expect([granted.isStandIn, asked]).toEqual([true, ['infrared']]);
    const only = browserWith({}, ['default'], 'Webcam');
    expect(await requestStream(only.browser, { silentIds: ['default'] }, never)).toMatchObject({
      isStandIn: false,
    });
    expect(only.asked).toEqual([ANY]);
    const chosen = browserWith({}, LISTED, 'Webcam');
    await requestStream(chosen.browser, { deviceId: 'default', silentIds: ['default'] }, never);
    expect(chosen.asked, 'the seller’s own choice').toEqual(['default']);
  });

  it('is another than the wanted one, which the browser would choose again', async () => {
    const { asked, browser } = browserWith({ [ANY]: BUSY, default: BUSY });
    const granted = await requestStream(browser, { deviceId: 'default' }, never);
    expect(granted.isStandIn).toBe(true);
    expect(asked).toEqual(['default', 'infrared']);
  });

  it('is the browser’s choice where the wanted one is gone, and then any', async () => {
    const { asked, browser } = browserWith({ gone: 'OverconstrainedError', [ANY]: BUSY, default: BUSY });
    await requestStream(browser, { deviceId: 'gone' }, never);
    expect(asked).toEqual(['gone', ANY, 'default', 'infrared']);
  });

  it('is not asked for where the only one was refused, or none has an id', async () => {
    for (const ids of [['default'], ['', ''], []]) {
      const { asked, browser } = browserWith({ [ANY]: BUSY, default: BUSY }, ids);
      expect(await codeOf(requestStream(browser, {}, never))).toBe('camera.in_use');
      expect(asked).toEqual([ANY]);
    }
  });

  it('is looked for a few times, and then the first refusal is what is said', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `camera-${index}`);
    const refused = Object.fromEntries(ids.map((id) => [id, 'OverconstrainedError']));
    const { asked, browser } = browserWith({ ...refused, [ANY]: BUSY }, ids);
    expect(await codeOf(requestStream(browser, {}, never))).toBe('camera.in_use');
    expect(asked).toHaveLength(6);
  });

  it('is left out where it does not answer', async () => {
    vi.useFakeTimers();
    const { asked, browser } = browserWith({ [ANY]: BUSY, default: BUSY, infrared: null });
    const granting = requestStream(browser, {}, never);
    await vi.advanceTimersByTimeAsync(15_000);
    vi.useRealTimers();
    expect((await granting).isStandIn).toBe(true);
    expect(asked).toEqual([ANY, ...LISTED]);
  });

  it('is looked for after 15 s where the first one does not answer though the browser has nothing to ask', async () => {
    vi.useFakeTimers();
    const { asked, browser } = browserWith({ [ANY]: null, default: null }, LISTED, 'Webcam');
    const granting = requestStream(browser, {}, never);
    await vi.advanceTimersByTimeAsync(2 * 15_000);
    vi.useRealTimers();
    expect((await granting).isStandIn).toBe(true);
    expect(asked).toEqual([ANY, 'default', 'infrared']);
  });

  it('is not looked for while the browser may be asking the seller', async () => {
    vi.useFakeTimers();
    const { asked, browser } = browserWith({ [ANY]: null });
    const code = codeOf(requestStream(browser, {}, never));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(await code).toBe('camera.no_answer');
    expect(asked).toEqual([ANY]);
  });

  it('is not looked for once the seller said no', async () => {
    const { asked, browser } = browserWith({ [ANY]: BUSY, default: 'NotAllowedError' });
    expect(await codeOf(requestStream(browser, {}, never))).toBe('camera.permission_denied');
    expect(asked).toEqual([ANY, 'default']);
  });

  it('is not looked for once the seller cancelled, and what came all the same is stopped', async () => {
    const cancel = new AbortController();
    const track = fakeTrack();
    const asked: string[] = [];
    const getUserMedia = async (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
      asked.push(wantedOf(constraints));
      if (asked.length === 1) return refusing(BUSY)();
      cancel.abort(new DOMException('cancelled', 'AbortError'));
      return fakeStream(track);
    };
    const { mediaDevices } = browserWith({}).browser;
    const browser = { ...fakeBrowser({}), mediaDevices: mediaDevices && { ...mediaDevices, getUserMedia } };
    const opening = requestStream(browser, {}, cancel.signal);
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(track.stopCount).toBe(1));
    expect(asked).toEqual([ANY, 'default']);
  });
});
