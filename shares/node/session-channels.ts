import type { Bytes } from '../../src/core/bytes.js';
import { ShareError } from '../errors.js';
import { emptyMailboxes } from '../mailbox.js';
import type { Neighbour, Party } from '../party.js';
import type { Channels, Traffic } from '../transport.js';
import type { Frame } from './frames.js';
import type { Link } from './link.js';

/** Rounds that a neighbour may be ahead: it cannot go on for long without a message of ours. */
const MOST_WAITING = 8;

/** One session's messages over the links to both neighbours. */
export class SessionChannels implements Channels {
  readonly party: Party;
  readonly session: string;
  readonly #links: Readonly<Record<Neighbour, Link>>;
  readonly #from = emptyMailboxes();
  readonly #ending = new AbortController();
  readonly #rounds = new Set<number>();
  #bytesSent = 0;

  constructor(party: Party, session: string, links: Readonly<Record<Neighbour, Link>>) {
    this.party = party;
    this.session = session;
    this.#links = links;
  }

  get traffic(): Traffic {
    return { bytesSent: this.#bytesSent, rounds: this.#rounds.size };
  }

  /** Aborts when one of the links has ended. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  end(reason: ShareError): void {
    this.#ending.abort(reason);
  }

  async send(to: Neighbour, round: number, bytes: Bytes, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#bytesSent += bytes.byteLength;
    this.#rounds.add(round);
    await this.#links[to].sendWords(this.session, round, bytes);
  }

  receive(from: Neighbour, round: number, signal: AbortSignal): Promise<Bytes> {
    return this.#from[from].take(round, signal);
  }

  /** @throws {@link ShareError} `shares.wrong_frame` for one of another session, or one too many. */
  put(from: Neighbour, { session, round, payload }: Frame): void {
    if (session !== this.session || this.#from[from].waiting >= MOST_WAITING)
      throw new ShareError('shares.wrong_frame', { detail: `round ${round}` });
    this.#from[from].put({ round, bytes: payload });
  }
}
