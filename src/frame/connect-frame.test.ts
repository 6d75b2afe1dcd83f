import { describe, expect, it } from 'vitest';
import { CandorError } from '../core/errors.js';
import { connectFrameIn, type FramePage } from './connect-frame.js';
import { readFrameMessage } from './messages.js';

const SHOP = 'https://shop.example';
const HELLO = { candor: 1, kind: 'hello' };
const RECEIPT = {
  version: 1,
  endpoint: 'https://verify.example',
  outcome: {
    verificationId: 'v1',
    status: 'needs_review',
    decidedAt: '2026-01-01T00:00:00.000Z',
    deleteAfter: '2026-02-01T00:00:00.000Z',
    removalToken: 'the-seller-s-own',
  },
  consent: {},
} as const;

type Hear = Parameters<FramePage['onMessage']>[0];

/** A frame's window around which somebody may say something. */
class FakePage implements FramePage {
  readonly posted: [unknown, unknown][] = [];
  readonly parent = {
    postMessage: (...post: unknown[]) => void this.posted.push([post[0], post[1]]),
  } as FramePage['parent'];
  #hear: Hear = () => {};
  heightIs: (heightPx: number) => void = () => {};

  onMessage(listener: Hear, signal: AbortSignal): void {
    this.#hear = (event) => {
      if (!signal.aborted) listener(event);
    };
  }

  onHeight(listener: (heightPx: number) => void): void {
    this.heightIs = listener;
  }

  say(origin: string, data: unknown = HELLO, source: unknown = this.parent): void {
    this.#hear({ origin, data, source: source as Window }); // compared only
  }

  get kinds(): readonly unknown[] {
    return this.posted.map(([message]) => readFrameMessage(message)?.kind ?? message);
  }
}

function connected(allowedParents: readonly string[] = [SHOP]) {
  const page = new FakePage();
  return { page, frame: connectFrameIn(page, { allowedParents }) };
}

describe('a connected frame', () => {
  it('posts nothing before an allowed page has said hello, and then to its origin alone', () => {
    const { page, frame } = connected();
    page.heightIs(500.2);
    frame.callbacks.onError(new CandorError('camera.lost'));
    expect(page.posted).toEqual([]);
    page.say(SHOP);
    expect(page.kinds).toEqual(['ready', 'resized', 'failed']);
    expect(page.posted.map(([, origin]) => origin)).toEqual([SHOP, SHOP, SHOP]);
    expect(page.posted[1]?.[0]).toMatchObject({ heightPx: 501 });
  });

  it.each([
    ['another origin', 'https://evil.example', HELLO, undefined],
    ['another window', SHOP, HELLO, {}],
    ['something else', SHOP, { candor: 1, kind: 'hi' }, undefined],
    ['a hello with more in it', SHOP, { ...HELLO, send: 'everything' }, undefined],
  ])('does not answer %s', (_, origin, data, source) => {
    const { page, frame } = connected();
    page.say(origin, data, source);
    frame.callbacks.onCancel();
    expect(page.posted).toEqual([]);
  });

  it('tells ids and the decision: no token, and nothing else of the receipt', () => {
    const { page, frame } = connected();
    page.say(SHOP);
    frame.callbacks.onDone(RECEIPT);
    const { verificationId, status, decidedAt } = RECEIPT.outcome;
    expect(page.posted.at(-1)?.[0]).toEqual({ candor: 1, kind: 'done', verificationId, status, decidedAt });
    expect(JSON.stringify(page.posted)).not.toContain(RECEIPT.outcome.removalToken);
  });

  it('tells of a no and of a withdrawal, and of no other state', () => {
    const { page, frame } = connected();
    page.say(SHOP);
    const alternative = { id: 'video-call', label: { en: 'Video call' }, expectedTime: { en: 'a day' } };
    frame.callbacks.onOptOut({ alternative, caseId: 'c-1' });
    frame.callbacks.onStateChange({ kind: 'review', clip: new Blob(['a face']) } as { kind: string });
    frame.callbacks.onStateChange({ kind: 'withdrawn', verificationId: 'v1' });
    expect(page.posted.slice(1).map(([message]) => message)).toEqual([
      { candor: 1, kind: 'opted-out', alternativeId: 'video-call', caseId: 'c-1' },
      { candor: 1, kind: 'withdrawn', verificationId: 'v1' },
    ]);
  });

  it('follows an element’s events', () => {
    const { page, frame } = connected();
    page.say(SHOP);
    const element = new EventTarget();
    frame.follow(element);
    element.dispatchEvent(new CustomEvent('done', { detail: RECEIPT }));
    element.dispatchEvent(new CustomEvent('cancel', { detail: null }));
    expect(page.kinds).toEqual(['ready', 'done', 'cancelled']);
  });

  it('answers every hello, and each height once', () => {
    const { page } = connected();
    page.heightIs(400);
    page.say(SHOP);
    page.say(SHOP);
    page.heightIs(400);
    page.heightIs(410);
    expect(page.kinds).toEqual(['ready', 'resized', 'ready', 'resized', 'resized']);
  });

  it('tells nothing after it was closed', () => {
    const { page, frame } = connected();
    page.say(SHOP);
    const element = new EventTarget();
    frame.follow(element);
    frame.close();
    frame.callbacks.onCancel();
    element.dispatchEvent(new CustomEvent('cancel', { detail: null }));
    expect(page.kinds).toEqual(['ready']);
  });

  it.each([
    ['nobody', []],
    ['everybody', ['*']],
    ['a page without origin', ['null']],
    ['a path', [`${SHOP}/`]],
    ['http', ['http://shop.example']],
  ])('is refused for %s', (_, allowedParents) => {
    expect(() => connected(allowedParents)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });

  it('may be held by a page of this machine, for development', () => {
    expect(() => connected(['http://localhost:5173'])).not.toThrow();
  });
});
