import { sleep } from '../src/core/abort.js';
import type { Bytes } from '../src/core/bytes.js';
import { ShareError } from './errors.js';
import { type Neighbour, neighbourOf, opposite, type Party } from './party.js';
import type { Three } from './sharing.js';
import type { Channels, Traffic } from './transport.js';

interface Message {
  readonly round: number;
  readonly bytes: Bytes;
}

/** Three parties in one process, for tests and `npm run bench:shares`: there is no secret between them.
 * @param delayMs - how long each message is under way. */
export function inProcessNetwork(delayMs = 0): Three<Channels> {
  const mailboxes: Three<Mailboxes> = [emptyMailboxes(), emptyMailboxes(), emptyMailboxes()];
  const channelsOf = (party: Party): Channels =>
    new InProcessChannels(party, mailboxes[party], delayMs, (to, message) =>
      mailboxes[neighbourOf(party, to)][opposite(to)].put(message),
    );
  return [channelsOf(0), channelsOf(1), channelsOf(2)];
}

/** By whom they come from. */
type Mailboxes = Readonly<Record<Neighbour, Mailbox>>;

function emptyMailboxes(): Mailboxes {
  return { previous: new Mailbox(), next: new Mailbox() };
}

class InProcessChannels implements Channels {
  readonly party: Party;
  readonly #from: Mailboxes;
  readonly #delayMs: number;
  readonly #deliver: (to: Neighbour, message: Message) => void;
  readonly #rounds = new Set<number>();
  #bytesSent = 0;

  constructor(
    party: Party,
    from: Mailboxes,
    delayMs: number,
    deliver: (to: Neighbour, message: Message) => void,
  ) {
    this.party = party;
    this.#from = from;
    this.#delayMs = delayMs;
    this.#deliver = deliver;
  }

  get traffic(): Traffic {
    return { bytesSent: this.#bytesSent, rounds: this.#rounds.size };
  }

  async send(to: Neighbour, round: number, bytes: Bytes, signal: AbortSignal): Promise<void> {
    const message = { round, bytes: bytes.slice() };
    this.#bytesSent += bytes.byteLength;
    this.#rounds.add(round);
    if (this.#delayMs > 0) await sleep(this.#delayMs, signal);
    this.#deliver(to, message);
  }

  receive(from: Neighbour, round: number, signal: AbortSignal): Promise<Bytes> {
    return this.#from[from].take(round, signal);
  }
}

/** Messages of one neighbour, in the order in which they came. */
class Mailbox {
  readonly #messages: Message[] = [];
  #wake: (() => void) | null = null;

  put(message: Message): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  async take(round: number, signal: AbortSignal): Promise<Bytes> {
    if (this.#messages.length === 0) await this.#arrival(signal);
    const message = this.#messages.shift();
    if (message?.round !== round)
      throw new ShareError('shares.wrong_round', { detail: `${message?.round}, not ${round}` });
    return message.bytes;
  }

  #arrival(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const settle = (done: () => void): void => {
        this.#wake = null;
        signal.removeEventListener('abort', onAbort);
        done();
      };
      const onAbort = (): void => settle(() => reject(signal.reason));
      this.#wake = () => settle(resolve);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}
