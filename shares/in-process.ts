import { sleep } from '../src/core/abort.js';
import type { Bytes } from '../src/core/bytes.js';
import { emptyMailboxes, type Mailboxes, type Message } from './mailbox.js';
import { type Neighbour, neighbourOf, opposite, type Party } from './party.js';
import type { Three } from './sharing.js';
import type { Channels, Traffic } from './transport.js';

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
