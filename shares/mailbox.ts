import type { Bytes } from '../src/core/bytes.js';
import { ShareError } from './errors.js';
import type { Neighbour } from './party.js';

export interface Message {
  readonly round: number;
  readonly bytes: Bytes;
}

/** By whom they come from. */
export type Mailboxes = Readonly<Record<Neighbour, Mailbox>>;

export function emptyMailboxes(): Mailboxes {
  return { previous: new Mailbox(), next: new Mailbox() };
}

/** Messages of one neighbour, in the order in which they came. */
export class Mailbox {
  readonly #messages: Message[] = [];
  #wake: (() => void) | null = null;

  /** How many wait. */
  get waiting(): number {
    return this.#messages.length;
  }

  put(message: Message): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  /** @throws {@link ShareError} `shares.wrong_round`, or the signal's reason. */
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
