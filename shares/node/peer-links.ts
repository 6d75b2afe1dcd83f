import type { TLSSocket } from 'node:tls';
import { sleep } from '../../src/core/abort.js';
import { ShareError } from '../errors.js';
import { type Neighbour, neighbourOf, type Party } from '../party.js';
import type { Settings } from './config.js';
import type { Frame } from './frames.js';
import { Link } from './link.js';
import { type OperatorMessage, readOperatorMessage } from './messages.js';
import { SessionChannels } from './session-channels.js';
import { dial, type Identity } from './tls.js';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;

export interface PeersListener {
  onMessage(from: Neighbour, message: Exclude<OperatorMessage, { readonly kind: 'hello' }>): void;
  /** A neighbour is there, and has the same model, threshold and operators. */
  onUp(which: Neighbour): void;
  onDown(which: Neighbour, reason: ShareError): void;
}

export interface PeerLinksOptions {
  readonly settings: Settings;
  readonly identity: Identity;
  /** What must be equal at all three. */
  readonly agreement: string;
  readonly listener: PeersListener;
}

/** The connections to both neighbours: each operator dials the next one, again and again, and is dialled by the previous one. */
export class PeerLinks {
  readonly #options: PeerLinksOptions;
  readonly #up = new Map<Neighbour, Link>();
  readonly #all = new Set<Link>();
  readonly #closing = new AbortController();
  #channels: SessionChannels | null = null;
  #dialling: Promise<void> = Promise.resolve();
  #retryMs = FIRST_RETRY_MS;

  constructor(options: PeerLinksOptions) {
    this.#options = options;
  }

  get party(): Party {
    return this.#options.settings.party;
  }

  /** Whether both neighbours are there. */
  get areUp(): boolean {
    return this.#up.size === 2;
  }

  start(): void {
    this.#dialling = this.#keepDialling();
  }

  /** Takes a connection that the previous operator made; an earlier one is dead then. */
  accept(socket: TLSSocket): void {
    this.#up.get('previous')?.end();
    this.#establish('previous', socket);
  }

  /** @throws {@link ShareError} `shares.disconnected`, or why the link has ended. */
  async send(to: Neighbour, message: OperatorMessage): Promise<void> {
    await this.#linkTo(to).sendMessage(message);
  }

  /** From now on, words of this session are taken.
   * @throws {@link ShareError} `shares.disconnected` unless both neighbours are there. */
  open(session: string): SessionChannels {
    const links = { previous: this.#linkTo('previous'), next: this.#linkTo('next') };
    this.#channels = new SessionChannels(this.party, session, links);
    return this.#channels;
  }

  /** The session is over: whatever is still waited for in it ends. */
  release(): void {
    this.#channels?.end(new ShareError('shares.ended'));
    this.#channels = null;
  }

  /** Ends both links, which are made anew: so the others stop waiting, and nothing of a failed session comes into another. */
  reset(reason: ShareError): void {
    for (const link of this.#all) link.end(reason);
  }

  async close(): Promise<void> {
    this.#closing.abort(new ShareError('shares.disconnected', { detail: 'closed' }));
    this.reset(new ShareError('shares.disconnected', { detail: 'closed' }));
    await this.#dialling;
  }

  #linkTo(which: Neighbour): Link {
    const link = this.#up.get(which);
    if (link === undefined) throw new ShareError('shares.disconnected', { detail: which });
    return link;
  }

  async #keepDialling(): Promise<void> {
    const { settings, identity } = this.#options;
    const { signal } = this.#closing;
    const next = settings.operators[neighbourOf(this.party, 'next')];
    while (!signal.aborted) {
      try {
        const socket = await dial(next, identity, next.fingerprint, {
          timeoutMs: settings.timeoutMs,
          signal,
        });
        await ended(this.#establish('next', socket));
      } catch (thrown) {
        if (!signal.aborted) this.#options.listener.onDown('next', asShareError(thrown));
      }
      await sleep(this.#retryMs, signal).catch(() => {});
      this.#retryMs = Math.min(2 * this.#retryMs, LONGEST_RETRY_MS);
    }
  }

  #establish(which: Neighbour, socket: TLSSocket): Link {
    const { agreement, listener, settings } = this.#options;
    const link: Link = new Link(socket, {
      onFrame: (frame) => this.#onFrame(which, link, frame),
      onEnd: (reason) => {
        clearTimeout(timer);
        this.#all.delete(link);
        if (this.#up.get(which) === link) this.#up.delete(which);
        this.#channels?.end(reason);
        listener.onDown(which, reason);
      },
    });
    const timer = setTimeout(() => {
      if (this.#up.get(which) !== link) link.end(new ShareError('shares.timeout', { detail: 'hello' }));
    }, settings.timeoutMs);
    this.#all.add(link);
    link.sendMessage({ kind: 'hello', agreement }).catch(() => {});
    return link;
  }

  /** What it throws ends the link. */
  #onFrame(which: Neighbour, link: Link, frame: Frame): void {
    if (frame.kind === 'words') {
      if (this.#channels === null) throw new ShareError('shares.wrong_frame', { detail: 'no session' });
      this.#channels.put(which, frame);
      return;
    }
    const message = readOperatorMessage(frame);
    if ((message.kind === 'hello') === (this.#up.get(which) === link))
      throw new ShareError('shares.wrong_frame', { detail: message.kind });
    if (message.kind === 'hello') this.#greeted(which, link, message.agreement);
    else this.#options.listener.onMessage(which, message);
  }

  #greeted(which: Neighbour, link: Link, agreement: string): void {
    if (agreement !== this.#options.agreement) throw new ShareError('shares.other_model');
    this.#up.set(which, link);
    this.#retryMs = FIRST_RETRY_MS;
    this.#options.listener.onUp(which);
  }
}

function ended(link: Link): Promise<void> {
  return new Promise((resolve) => {
    if (link.ended.aborted) resolve();
    else link.ended.addEventListener('abort', () => resolve(), { once: true });
  });
}

export function asShareError(thrown: unknown): ShareError {
  return thrown instanceof ShareError ? thrown : new ShareError('shares.disconnected', { cause: thrown });
}
