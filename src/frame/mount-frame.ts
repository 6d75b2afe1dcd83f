import { CandorError, isErrorCode } from '../core/errors.js';
import { callHost } from '../core/host-call.js';
import { unreachable } from '../core/unreachable.js';
import { type FrameMessage, HELLO, readFrameMessage } from './messages.js';
import { refuse, safeAddress } from './origins.js';

/** What the frame may do besides drawing: its script, its own storage, the seller's download, links that open beside the page, and
 * the print dialog. It may not lead the page elsewhere. Scripts and an origin together are safe in a frame of another origin. */
const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-downloads',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
] as const;

/** How often the page says that it is there until the frame answers, ms: the frame's script may come later than its `load`. */
const HELLO_EVERY_MS = 250;
const READY_TIMEOUT_MS = 20_000;
const HEIGHTS_PX = { least: 320, most: 4_000 } as const;

/** What was decided, as the frame says it. Your backend asks the receiver: a message of a browser proves nothing. */
export interface FramedOutcome {
  readonly verificationId: string;
  readonly status: 'no_duplicate' | 'needs_review';
  /** ISO 8601. */
  readonly decidedAt: string;
}

/** The way that the seller chose instead, as the frame says it. */
export interface FramedOptOut {
  readonly alternativeId: string;
  /** Null while the receiver could not be told. */
  readonly caseId: string | null;
}

/** What the page around hears of the frame. */
export interface FrameEvents {
  /** The widget is there and knows this page. */
  readonly onReady?: (() => void) | undefined;
  readonly onDone?: ((outcome: FramedOutcome) => void) | undefined;
  /** Not an error: the seller continues on another way. */
  readonly onOptOut?: ((choice: FramedOptOut) => void) | undefined;
  /** The widget's own failures, and `frame.no_answer` where nobody answers at `src`. The seller may try again in the frame. */
  readonly onError?: ((error: CandorError) => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly onWithdrawn?: ((withdrawn: Pick<FramedOutcome, 'verificationId'>) => void) | undefined;
}

/** Options of {@link mountFrame}. */
export interface MountFrameOptions extends FrameEvents {
  /** Address of the page that calls `connectFrame`: https, and of another origin than this page's. */
  readonly src: string;
  /** What a screen reader calls the frame, in the page's language. */
  readonly title: string;
  /** How long the frame may take to answer, ms. Default: 20,000. */
  readonly readyTimeoutMs?: number | undefined;
  /** The frame takes the height of its content between these, CSS px. Default: 320 and 4,000. */
  readonly minHeightPx?: number | undefined;
  readonly maxHeightPx?: number | undefined;
}

/** The page’s end of the bridge. */
export interface MountedFrame {
  readonly iframe: HTMLIFrameElement;
  /** Takes the frame out of the page, and its camera with it. Nothing is called afterwards. */
  unmount(): void;
}

/** Shows a page of another origin, which holds the widget, in this one, and hands over what happens in it.
 * @throws `config.invalid` where `src` is no https address of another origin, or `title` is empty.
 * @example
 * const { unmount } = mountFrame(document.body, {
 *   src: 'https://verify.example/step?seller=s-1',
 *   title: 'Seller verification',
 *   onDone: ({ verificationId }) => save(verificationId),
 * }); */
export function mountFrame(container: Element, options: MountFrameOptions): MountedFrame {
  const { src, title } = options;
  const page = container.ownerDocument.defaultView ?? refuse('container is in no window');
  const address = safeAddress(src, container.ownerDocument.baseURI);
  if (address.origin === page.origin)
    refuse('src is of the page’s own origin, which it could not be kept from');
  if (title.trim() === '') refuse('title is empty');
  const iframe = frameOf(container.ownerDocument, address, title);
  const conversation = new Conversation(iframe, page, address, options);
  container.append(iframe);
  return {
    iframe,
    unmount: () => {
      conversation.end();
      iframe.remove();
    },
  };
}

function frameOf(document: Document, address: URL, title: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.setAttribute('sandbox', SANDBOX.join(' '));
  iframe.setAttribute('allow', `camera ${address.origin}`);
  // A page's address may name the seller.
  iframe.setAttribute('referrerpolicy', 'origin');
  iframe.title = title;
  iframe.width = '100%';
  iframe.height = String(HEIGHTS_PX.least);
  iframe.src = address.href;
  return iframe;
}

/** Says hello until the frame answers, and listens to that frame alone. */
class Conversation {
  readonly #iframe: HTMLIFrameElement;
  readonly #address: URL;
  readonly #options: MountFrameOptions;
  readonly #over = new AbortController();
  #greeting: ReturnType<typeof setInterval> | undefined;
  readonly #late: ReturnType<typeof setTimeout>;

  constructor(iframe: HTMLIFrameElement, page: Window, address: URL, options: MountFrameOptions) {
    this.#iframe = iframe;
    this.#address = address;
    this.#options = options;
    const { signal } = this.#over;
    page.addEventListener('message', (event) => this.#hear(event), { signal });
    // Also when the seller reloads the frame: another document is there then, which knows nobody.
    iframe.addEventListener('load', () => this.#greet(), { signal });
    const { readyTimeoutMs = READY_TIMEOUT_MS } = options;
    this.#late = setTimeout(() => this.#giveUp(readyTimeoutMs), readyTimeoutMs);
  }

  end(): void {
    this.#over.abort();
    this.#stopWaiting();
  }

  #greet(): void {
    clearInterval(this.#greeting);
    // To that origin alone: should the frame have been led elsewhere, nobody there hears it.
    const say = (): void => this.#iframe.contentWindow?.postMessage(HELLO, this.#address.origin);
    say();
    this.#greeting = setInterval(say, HELLO_EVERY_MS);
  }

  #giveUp(timeoutMs: number): void {
    clearInterval(this.#greeting);
    const { origin, pathname } = this.#address;
    const detail = `${origin}${pathname}, no answer for ${timeoutMs} ms`;
    callHost(this.#options.onError, new CandorError('frame.no_answer', { detail }));
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (source !== this.#iframe.contentWindow || origin !== this.#address.origin) return;
    const message = readFrameMessage(data);
    if (message !== null) this.#take(message);
  }

  #take(message: FrameMessage): void {
    if (message.kind === 'ready') this.#stopWaiting();
    if (message.kind === 'resized') this.#resize(message.heightPx);
    tell(message, this.#options);
  }

  #stopWaiting(): void {
    clearInterval(this.#greeting);
    clearTimeout(this.#late);
  }

  /** An attribute, which no policy for styles refuses. */
  #resize(heightPx: number): void {
    const { minHeightPx = HEIGHTS_PX.least, maxHeightPx = HEIGHTS_PX.most } = this.#options;
    this.#iframe.height = String(Math.min(Math.max(heightPx, minHeightPx), maxHeightPx));
  }
}

function tell(message: FrameMessage, to: FrameEvents): void {
  switch (message.kind) {
    case 'ready':
      callHost(to.onReady);
      break;
    case 'resized':
      break;
    case 'done':
      callHost(to.onDone, without(message));
      break;
    case 'opted-out':
      callHost(to.onOptOut, without(message));
      break;
    case 'failed':
      callHost(to.onError, new CandorError(isErrorCode(message.code) ? message.code : 'internal'));
      break;
    case 'cancelled':
      callHost(to.onCancel);
      break;
    case 'withdrawn':
      callHost(to.onWithdrawn, without(message));
      break;
    default:
      unreachable(message);
  }
}

function without<Message extends FrameMessage>(message: Message): Omit<Message, 'candor' | 'kind'> {
  const { candor: _, kind: __, ...told } = message;
  return told;
}
