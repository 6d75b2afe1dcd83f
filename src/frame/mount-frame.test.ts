// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CandorError } from '../core/errors.js';
import { type MountedFrame, type MountFrameOptions, mountFrame } from './mount-frame.js';

const VERIFY = 'https://verify.example';
const DONE = {
  candor: 1,
  kind: 'done',
  verificationId: 'v1',
  status: 'needs_review',
  decidedAt: '2026-01-01T00:00:00.000Z',
};

let mounted: MountedFrame[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const frame of mounted) frame.unmount();
  mounted = [];
  vi.useRealTimers();
});

function mount(options: Partial<MountFrameOptions> = {}): MountedFrame {
  const frame = mountFrame(document.body, { src: `${VERIFY}/step?seller=s-1`, title: 'Check', ...options });
  mounted.push(frame);
  return frame;
}

function hear(frame: MountedFrame, data: unknown, from: Partial<MessageEventInit> = {}): void {
  const source = frame.iframe.contentWindow;
  window.dispatchEvent(new MessageEvent('message', { data, source, origin: VERIFY, ...from }));
}

/** What the frame is told, and under which origin. */
function told(frame: MountedFrame) {
  const { contentWindow } = frame.iframe;
  if (contentWindow === null) throw new Error('the frame has no window');
  return vi.spyOn(contentWindow, 'postMessage').mockImplementation(() => {});
}

describe('a mounted frame', () => {
  it('gives the camera to that origin alone, and may not lead the page elsewhere', () => {
    const { iframe } = mount();
    expect(iframe.getAttribute('allow')).toBe(`camera ${VERIFY}`);
    expect(iframe.getAttribute('sandbox')).toContain('allow-same-origin');
    expect(iframe.getAttribute('sandbox')).not.toContain('top-navigation');
    expect(iframe.getAttribute('referrerpolicy')).toBe('origin');
    expect(iframe.title).toBe('Check');
    expect(iframe.hasAttribute('style'), 'a policy for styles would refuse it').toBe(false);
  });

  it('needs no URL.canParse, which came after some browsers that can do the check', () => {
    const { canParse } = URL;
    Reflect.deleteProperty(URL, 'canParse');
    try {
      expect(mount().iframe.src).toBe(`${VERIFY}/step?seller=s-1`);
      expect(() => mount({ src: 'no address:' })).toThrow('src');
    } finally {
      URL.canParse = canParse;
    }
  });

  it('says hello, to that origin alone, until the frame answers', () => {
    const onReady = vi.fn();
    const frame = mount({ onReady });
    const posted = told(frame);
    frame.iframe.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(600);
    expect(posted.mock.calls).toHaveLength(3);
    expect(posted.mock.calls[0]).toEqual([{ candor: 1, kind: 'hello' }, VERIFY]);
    hear(frame, { candor: 1, kind: 'ready' });
    expect(onReady).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    expect(posted.mock.calls).toHaveLength(3);
  });

  it('says it again when the frame has loaded another document', () => {
    const frame = mount();
    const posted = told(frame);
    hear(frame, { candor: 1, kind: 'ready' });
    frame.iframe.dispatchEvent(new Event('load'));
    expect(posted).toHaveBeenCalledOnce();
  });

  it('tells of a frame that never answers, without the query of its address', () => {
    const onError = vi.fn<(error: CandorError) => void>();
    mount({ onError, readyTimeoutMs: 5_000 });
    vi.advanceTimersByTime(4_999);
    expect(onError).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    const error = onError.mock.calls[0]?.[0];
    expect(error?.code).toBe('frame.no_answer');
    expect(error?.message).toContain(`${VERIFY}/step`);
    expect(error?.message).not.toContain('s-1');
  });

  it('hands over what happens in it, and nothing besides', () => {
    const events = {
      onDone: vi.fn(),
      onOptOut: vi.fn(),
      onError: vi.fn(),
      onCancel: vi.fn(),
      onWithdrawn: vi.fn(),
    };
    const frame = mount(events);
    hear(frame, DONE);
    hear(frame, { candor: 1, kind: 'opted-out', alternativeId: 'video-call', caseId: null });
    hear(frame, { candor: 1, kind: 'failed', code: 'camera.lost' });
    hear(frame, { candor: 1, kind: 'failed', code: 'camera.of_tomorrow' });
    hear(frame, { candor: 1, kind: 'cancelled' });
    hear(frame, { candor: 1, kind: 'withdrawn', verificationId: 'v1' });
    const { candor: _, kind: __, ...outcome } = DONE;
    expect(events.onDone.mock.calls).toEqual([[outcome]]);
    expect(events.onOptOut.mock.calls).toEqual([[{ alternativeId: 'video-call', caseId: null }]]);
    expect(events.onError.mock.calls.map(([{ code }]) => code)).toEqual(['camera.lost', 'internal']);
    expect(events.onCancel).toHaveBeenCalledOnce();
    expect(events.onWithdrawn.mock.calls).toEqual([[{ verificationId: 'v1' }]]);
  });

  it.each([
    ['another origin', DONE, { origin: 'https://evil.example' }],
    ['another window', DONE, { source: window }],
    ['a message with one field more', { ...DONE, removalToken: 't' }, {}],
    ['a message with one field less', { candor: 1, kind: 'done', verificationId: 'v1' }, {}],
    ['another version', { ...DONE, candor: 2 }, {}],
    ['a status that no machine gives', { ...DONE, status: 'rejected' }, {}],
    ['another kind', { candor: 1, kind: 'verified' }, {}],
    ['text', 'done', {}],
  ])('does not listen to %s', (_, data, from) => {
    const onDone = vi.fn();
    const frame = mount({ onDone });
    hear(frame, data, from);
    expect(onDone).not.toHaveBeenCalled();
  });

  it('takes the height of its content, between two limits', () => {
    const frame = mount({ maxHeightPx: 900 });
    const heightAfter = (heightPx: unknown): string => {
      hear(frame, { candor: 1, kind: 'resized', heightPx });
      return frame.iframe.height;
    };
    expect(heightAfter(640)).toBe('640');
    expect(heightAfter(10)).toBe('320');
    expect(heightAfter(5_000)).toBe('900');
    expect(heightAfter(640.5)).toBe('900');
    expect(heightAfter(1e9)).toBe('900');
  });

  it('tells nothing after it was taken away', () => {
    const [onDone, onError] = [vi.fn(), vi.fn()];
    const frame = mount({ onDone, onError });
    const source = frame.iframe.contentWindow;
    frame.unmount();
    frame.unmount();
    hear(frame, DONE, { source });
    vi.advanceTimersByTime(60_000);
    expect(onDone).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
    expect(document.querySelector('iframe')).toBeNull();
  });

  it.each([
    ['no address', { src: '', title: 'Check' }],
    ['http', { src: 'http://verify.example/', title: 'Check' }],
    ['a script', { src: 'javascript:alert(1)', title: 'Check' }],
    ['the page’s own origin', { src: '/step', title: 'Check' }],
    ['no title', { src: VERIFY, title: ' ' }],
  ])('is refused with %s', (_, options) => {
    expect(() => mount(options)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
    expect(document.querySelector('iframe')).toBeNull();
  });
});
