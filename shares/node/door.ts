import type { TLSSocket } from 'node:tls';
import { neighbourOf } from '../party.js';
import type { Caller, Settings } from './config.js';
import type { Link } from './link.js';
import type { Notice } from './notice.js';
import type { Operator } from './operator.js';
import type { PeerLinks } from './peer-links.js';
import { serveCaller } from './serve-caller.js';

/** Tells connections apart by the certificates that they show. */
export class Door {
  readonly #settings: Settings;
  readonly #links: PeerLinks;
  readonly #operator: Operator;
  readonly #onNotice: (notice: Notice) => void;
  readonly #callers = new Set<Link>();

  constructor(settings: Settings, links: PeerLinks, operator: Operator, onNotice: (notice: Notice) => void) {
    this.#settings = settings;
    this.#links = links;
    this.#operator = operator;
    this.#onNotice = onNotice;
  }

  readonly welcome = (socket: TLSSocket, pin: string | null): void => {
    const { operators, callers, party, timeoutMs } = this.#settings;
    if (pin === operators[neighbourOf(party, 'previous')].fingerprint) {
      this.#links.accept(socket);
      return;
    }
    const caller = [this.#itself, ...callers].find(({ fingerprint }) => fingerprint === pin);
    if (caller === undefined) {
      this.#onNotice({ event: 'stranger', code: 'shares.unknown_certificate' });
      socket.destroy();
      return;
    }
    const link = serveCaller(socket, {
      caller,
      timeoutMs,
      handle: (request, asker, signal) => this.#operator.handle(request, asker, signal),
      onFailure: ({ code, message }) =>
        this.#onNotice({ event: 'failed', caller: caller.name, code, detail: message }),
    });
    this.#callers.add(link);
    link.ended.addEventListener('abort', () => this.#callers.delete(link), { once: true });
  };

  /** Whoever has this operator's own key reads its log. */
  get #itself(): Caller {
    const { operators, party } = this.#settings;
    return { name: 'this operator', fingerprint: operators[party].fingerprint, may: ['log'] };
  }

  /** Ends the connections of those who asked. */
  close(): void {
    for (const link of this.#callers) link.end();
  }
}
