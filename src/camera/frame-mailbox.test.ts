import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import { fakeImage } from './browser-doubles.fixture.js';
import { FrameMailbox, NO_FRAMES_MS } from './frame-mailbox.js';

const never = new AbortController().signal;

describe('FrameMailbox', () => {
  it('counts time and frames from the first frame of the source', async () => {
    const mailbox = new FrameMailbox();
    mailbox.put(fakeImage(), 71_000);
    expect(await mailbox.next(never)).toMatchObject({ frameId: 0, mediaTimeMs: 0 });
    mailbox.put(fakeImage(), 71_033);
    mailbox.put(fakeImage(), 71_066);
    expect(await mailbox.next(never)).toMatchObject({ frameId: 2, mediaTimeMs: 66 });
  });

  it('hands a frame to the one who waits for it', async () => {
    const mailbox = new FrameMailbox();
    const waiting = mailbox.next(never);
    const image = fakeImage();
    mailbox.put(image, 5);
    expect((await waiting).image).toBe(image);
    expect(image.isClosed).toBe(false);
  });

  it('closes the older frame when a newer one comes', async () => {
    const mailbox = new FrameMailbox();
    const [older, newer] = [fakeImage(), fakeImage()];
    mailbox.put(older, 0);
    mailbox.put(newer, 33);
    expect(older.isClosed).toBe(true);
    expect((await mailbox.next(never)).image).toBe(newer);
  });

  it('drops no frame for what an engine says of its time', async () => {
    const mailbox = new FrameMailbox();
    const times: number[] = [];
    mailbox.onFrame((mediaTimeMs) => times.push(mediaTimeMs));
    for (const engineMs of [0, 0, 40, 40, 7, Number.NaN]) mailbox.put(fakeImage(), engineMs);
    expect(times).toHaveLength(6);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(await mailbox.next(never)).toMatchObject({ frameId: 5 });
  });

  it('tells listeners of every frame until they leave', () => {
    const mailbox = new FrameMailbox();
    const times: number[] = [];
    const leave = mailbox.onFrame((mediaTimeMs) => times.push(mediaTimeMs));
    mailbox.put(fakeImage(), 10);
    mailbox.put(fakeImage(), 43);
    leave();
    mailbox.put(fakeImage(), 76);
    expect(times).toEqual([0, 33]);
  });

  it('rejects with the reason of the abort', async () => {
    const cancel = new AbortController();
    const waiting = new FrameMailbox().next(cancel.signal);
    cancel.abort(new DOMException('left', 'AbortError'));
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails with camera.no_frames when nothing comes', async () => {
    vi.useFakeTimers();
    const outcome = new FrameMailbox().next(never).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(NO_FRAMES_MS);
    vi.useRealTimers();
    expect(await outcome).toMatchObject({ code: 'camera.no_frames' });
  });

  it('closes what it holds when the camera is lost, and fails from then on', async () => {
    const mailbox = new FrameMailbox();
    const image = fakeImage();
    mailbox.put(image, 0);
    mailbox.fail(new CandorError('camera.lost'));
    expect(image.isClosed).toBe(true);
    await expect(mailbox.next(never)).rejects.toMatchObject({ code: 'camera.lost' });
    const late = fakeImage();
    mailbox.put(late, 33);
    expect(late.isClosed).toBe(true);
  });

  it('wakes its waiter when it is closed', async () => {
    const mailbox = new FrameMailbox();
    const waiting = mailbox.next(never);
    mailbox.close();
    await expect(waiting).rejects.toMatchObject({ code: 'camera.lost' });
  });

  it('leaves no frame open but those that were taken, whatever the order of events', async () => {
    const event = fc.constantFrom('put', 'take', 'cancelled take');
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const mailbox = new FrameMailbox();
        const images: ReturnType<typeof fakeImage>[] = [];
        const taken: unknown[] = [];
        const takes: Promise<unknown>[] = [];
        for (const [index, name] of events.entries()) {
          if (name === 'put') {
            const image = fakeImage();
            images.push(image);
            mailbox.put(image, index);
          } else {
            const cancel = new AbortController();
            const take = mailbox.next(cancel.signal).then(({ image }) => taken.push(image));
            takes.push(take.catch(() => {}));
            if (name === 'cancelled take') cancel.abort();
          }
          if (index % 3 === 0) await Promise.resolve();
        }
        mailbox.close();
        await Promise.all(takes);
        const open = images.filter((image) => !image.isClosed);
        expect(open.length).toBe(taken.length);
        expect(open.every((image, index) => image === taken[index])).toBe(true);
      }),
    );
  });
});
