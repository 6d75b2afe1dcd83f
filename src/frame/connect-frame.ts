import type { CandorError } from '../core/errors.js';
import { type FrameMessage, isHello } from './messages.js';
import type { FramedOutcome } from './mount-frame.js';
import { checkedOrigins } from './origins.js';

/** What waits at most until the page around has said who it is. */
const MOST_WAITING = 20;

/** Options of {@link connectFrame}. */
export interface ConnectFrameOptions {
  /** Origins of the pages that may hold this frame, as `https://shop.example`. Nobody else is told anything. Name the same ones in
   * the frame's own header: `Content-Security-Policy: frame-ancestors https://shop.example`. */
  readonly allowedParents: readonly string[];
}

/** Of a state, what the page around may know. */
export interface FramedState {
  readonly kind: string;
  readonly verificationId?: string | undefined;
}

/** The widget's callbacks: `<SellerVerification {...frame.callbacks} />`. */
export interface FrameCallbacks {
  onDone(receipt: { readonly outcome: FramedOutcome }): void;
  onOptOut(choice: { readonly alternative: { readonly id: string }; readonly caseId: string | null }): void;
  onError(error: Pick<CandorError, 'code'>): void;
  onCancel(): void;
  onStateChange(state: FramedState): void;
}

/** The frame’s end of the bridge. */
export interface FrameConnection {
  readonly callbacks: FrameCallbacks;
  /** Tells of what a `<candor-verification>` says, in the place of the callbacks. */
  follow(element: EventTarget): void;
  /** Tells nothing more. */
  close(): void;
}

/** What is asked of the frame's own window. */
export interface FramePage {
  readonly parent: Pick<Window, 'postMessage'>;
  onMessage(
    listener: (event: Pick<MessageEvent, 'source' | 'origin' | 'data'>) => void,
    signal: AbortSignal,
  ): void;
  /** Calls back at once and on every change with the height of the content, CSS px. */
  onHeight(listener: (heightPx: number) => void, signal: AbortSignal): void;
}

/** In the page that a frame shows: tells the page around it what becomes of the verification, and how high it is. It answers a page of
 * `allowedParents` that says hello first, and posts to that page's origin, never to `*`. What it tells: ids, the receiver's decision,
 * an error's code. No token, no picture, nothing of the face.
 * @throws `config.invalid` where `allowedParents` is empty or holds something that is no https origin.
 * @example
 * const frame = connectFrame({ allowedParents: ['https://shop.example'] });
 * const check = document.querySelector('candor-verification');
 * if (check !== null) frame.follow(check); */
export function connectFrame(options: ConnectFrameOptions): FrameConnection {
  return connectFrameIn(thisPage(), options);
}

export function connectFrameIn(page: FramePage, { allowedParents }: ConnectFrameOptions): FrameConnection {
  const parents = checkedOrigins(allowedParents);
  const closing = new AbortController();
  const post = new Post(page.parent);
  page.onMessage(({ source, origin, data }) => {
    if (source === page.parent && parents.has(origin) && isHello(data)) post.open(origin);
  }, closing.signal);
  page.onHeight((heightPx) => post.resize(heightPx), closing.signal);
  const callbacks = callbacksOf((message) => {
    if (!closing.signal.aborted) post.send(message);
  });
  return {
    callbacks,
    follow: (element) => follow(element, callbacks, closing.signal),
    close: () => closing.abort(),
  };
}

/** Keeps what is to be told until it is known to whom. */
class Post {
  readonly #parent: FramePage['parent'];
  #origin: string | null = null;
  #waiting: readonly FrameMessage[] = [];
  #heightPx: number | null = null;

  constructor(parent: FramePage['parent']) {
    this.#parent = parent;
  }

  /** Says hello back each time: the page around may have missed the answer. */
  open(origin: string): void {
    this.#origin = origin;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.send({ candor: 1, kind: 'ready' });
    if (this.#heightPx !== null) this.send({ candor: 1, kind: 'resized', heightPx: this.#heightPx });
    for (const message of waiting) this.send(message);
  }

  send(message: FrameMessage): void {
    if (this.#origin === null) this.#waiting = [...this.#waiting, message].slice(-MOST_WAITING);
    else this.#parent.postMessage(message, this.#origin);
  }

  /** Only the newest is worth keeping. */
  resize(heightPx: number): void {
    const rounded = Math.ceil(heightPx);
    if (rounded === this.#heightPx) return;
    this.#heightPx = rounded;
    if (this.#origin !== null) this.send({ candor: 1, kind: 'resized', heightPx: rounded });
  }
}

/** Field by field: whatever else is in what the widget says, the receipt's token among it, stays here. */
function callbacksOf(send: (message: FrameMessage) => void): FrameCallbacks {
  return {
    onDone: ({ outcome: { verificationId, status, decidedAt } }) =>
      send({ candor: 1, kind: 'done', verificationId, status, decidedAt }),
    onOptOut: ({ alternative, caseId }) =>
      send({ candor: 1, kind: 'opted-out', alternativeId: alternative.id, caseId }),
    onError: ({ code }) => send({ candor: 1, kind: 'failed', code }),
    onCancel: () => send({ candor: 1, kind: 'cancelled' }),
    onStateChange: ({ kind, verificationId }) => {
      if (kind === 'withdrawn' && verificationId !== undefined)
        send({ candor: 1, kind: 'withdrawn', verificationId });
    },
  };
}

/** What the element's events carry is what the callbacks are given (docs/embedding.md). */
function follow(element: EventTarget, callbacks: FrameCallbacks, signal: AbortSignal): void {
  const on = <Detail>(name: string, callback: (detail: Detail) => void): void =>
    element.addEventListener(name, (event) => callback((event as CustomEvent<Detail>).detail), { signal });
  on('done', callbacks.onDone);
  on('optout', callbacks.onOptOut);
  on('error', callbacks.onError);
  on('cancel', callbacks.onCancel);
  on('statechange', callbacks.onStateChange);
}

function thisPage(): FramePage {
  return {
    parent: window.parent,
    onMessage: (listener, signal) => window.addEventListener('message', listener, { signal }),
    onHeight: (listener, signal) => {
      const { documentElement } = document;
      const observer = new ResizeObserver(() => listener(documentElement.offsetHeight));
      observer.observe(documentElement);
      signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    },
  };
}
