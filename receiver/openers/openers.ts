import { unreachable } from '../../src/core/unreachable.js';
import { EnvelopeInvalid, type Keyring } from '../../src/envelope/open.js';
import type { SharedEnvelope, SharedPayload } from '../../src/envelope/three-share.js';
import type { Envelope, Payload } from '../../src/envelope/wire.js';
import { openSealed } from './open-sealed.js';
import { OpenerThread, type OpenerThreadOptions, type Opening } from './opener-thread.js';
import type { Opened, Sealed } from './thread-messages.js';

/** Opens envelopes: HPKE in JavaScript is most of what a processor does for a verification. Each goes to the thread with the least to
 * do; what no thread answers is opened here, so that a lost thread costs time and no seller their recording. */
export class Openers {
  readonly #options: OpenerThreadOptions;
  readonly #threads: readonly OpenerThread[];

  /** @param threads - 0: everything is opened where it arrives. */
  constructor(threads: number, options: OpenerThreadOptions) {
    this.#options = options;
    this.#threads = Array.from({ length: threads }, () => new OpenerThread(options));
  }

  /** Threads that take envelopes now. */
  get ready(): number {
    return this.#threads.filter(({ waiting }) => waiting !== null).length;
  }

  /** @param keyring - the keys that may open it now.
   * @throws {@link EnvelopeInvalid} */
  async open(envelope: Envelope, keyring: Keyring): Promise<Payload> {
    const opened = await this.#open(envelope, keyring);
    if ('embedding' in opened) return opened;
    throw new EnvelopeInvalid();
  }

  /** What is the receiver's of an envelope in three parts: all but the template.
   * @throws {@link EnvelopeInvalid} */
  openShared(envelope: SharedEnvelope, keyring: Keyring): Promise<SharedPayload> {
    return this.#open(envelope, keyring);
  }

  async #open(envelope: Sealed, keyring: Keyring): Promise<Opened> {
    const opening = await this.#ask(envelope, keyring);
    switch (opening.kind) {
      case 'opened':
        return opening.payload;
      case 'invalid':
        throw new EnvelopeInvalid();
      case 'unanswered':
        return openSealed(envelope, keyring, this.#options.setUp);
      default:
        return unreachable(opening);
    }
  }

  /** Ends the threads, and with them their copies of the keys. Idempotent. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #ask(envelope: Sealed, keyring: Keyring): Promise<Opening> {
    const load = ({ waiting }: OpenerThread): number => waiting ?? Number.MAX_SAFE_INTEGER;
    const [idlest] = this.#threads.toSorted((one, other) => load(one) - load(other));
    return idlest?.open(envelope, keyring) ?? { kind: 'unanswered' };
  }
}
