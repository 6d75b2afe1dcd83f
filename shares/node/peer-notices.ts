import type { ShareErrorCode } from '../errors.js';
import type { Party } from '../party.js';
import type { Notice } from './notice.js';

/** Says of each of the other two when it comes and when it goes. One that is away is dialled every two seconds: it is said again only where
 * the reason is another. */
export class PeerNotices {
  readonly #onNotice: (notice: Notice) => void;
  readonly #said = new Map<Party, 'up' | ShareErrorCode>();

  constructor(onNotice: (notice: Notice) => void) {
    this.#onNotice = onNotice;
  }

  up(party: Party): void {
    this.#said.set(party, 'up');
    this.#onNotice({ event: 'up', party });
  }

  down(party: Party, code: ShareErrorCode): void {
    if (this.#said.get(party) === code) return;
    this.#said.set(party, code);
    this.#onNotice({ event: 'down', party, code });
  }
}
