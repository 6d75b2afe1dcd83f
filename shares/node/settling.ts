import { ShareError } from '../errors.js';
import { type Neighbour, neighbourOf } from '../party.js';
import { reload } from './joint-work.js';
import type { MessageOf } from './messages.js';
import type { OperatorParts } from './parts.js';

type SettlingMessage = MessageOf<'deleted' | 'settle' | 'settled'>;

/** What brings the three together again after one was away: deletions, which each passes on, and changes that one has staged without
 * having heard whether they count, which operator 0 knows. All of it happens in turns. */
export class Settling {
  readonly #parts: OperatorParts;

  constructor(parts: OperatorParts) {
    this.#parts = parts;
  }

  async onUp(which: Neighbour): Promise<void> {
    const { links, deleted } = this.#parts;
    if (deleted.size > 0) await links.send(which, { kind: 'deleted', templates: [...deleted.keys()] });
    if (this.#isFirst(which)) await this.askFirst();
  }

  async onMessage(from: Neighbour, message: SettlingMessage): Promise<void> {
    switch (message.kind) {
      case 'deleted':
        return this.remove(message.templates);
      case 'settle':
        return this.#tell(from, message);
      case 'settled':
        return this.#isFirst(from) ? this.#settle(message) : undefined;
      default:
        return message satisfies never;
    }
  }

  /** Deletes what there is of these, here. */
  async remove(templates: readonly string[]): Promise<void> {
    const { holdings, deleted } = this.#parts;
    const missing = templates.filter((template) => !deleted.has(template));
    if (missing.length === 0) return;
    const at = holdings.now();
    await holdings.store.remove(missing, at);
    holdings.gallery.remove(missing);
    for (const template of missing) deleted.set(template, at);
  }

  /** Who is away hears it later. */
  async tellDeleted(templates: readonly string[]): Promise<void> {
    const { links } = this.#parts;
    const message = { kind: 'deleted' as const, templates: [...templates] };
    await Promise.allSettled([links.send('previous', message), links.send('next', message)]);
  }

  /** @throws {@link ShareError} `shares.try_later` while something waits for operator 0's word. */
  async assertSettled(): Promise<void> {
    if ((await this.#parts.holdings.store.stagedIds('enrol')).length === 0) return;
    await this.askFirst();
    throw new ShareError('shares.try_later', { detail: 'unsettled' });
  }

  /** Asks operator 0 what became of what is staged here. */
  async askFirst(): Promise<void> {
    const { store } = this.#parts.holdings;
    const templates = [...(await store.stagedIds('enrol'))];
    const refresh = store.pendingRefresh;
    if (templates.length === 0 && refresh === null) return;
    const first = this.#isFirst('previous') ? 'previous' : 'next';
    await this.#parts.links.send(first, { kind: 'settle', templates, refresh }).catch(() => {});
  }

  async #tell(to: Neighbour, { templates, refresh }: MessageOf<'settle'>): Promise<void> {
    const { links, holdings } = this.#parts;
    if (links.party !== 0) return;
    const { store } = holdings;
    await links.send(to, {
      kind: 'settled',
      asked: templates,
      stored: [...(await store.storedOf(templates))],
      refresh:
        refresh === null || (refresh !== store.lastRefresh && refresh === store.pendingRefresh)
          ? null
          : { id: refresh, counts: refresh === store.lastRefresh },
    });
  }

  async #settle({ asked, stored, refresh }: MessageOf<'settled'>): Promise<void> {
    const { store, gallery } = this.#parts.holdings;
    const counting = new Set(stored);
    await store.commitEnrolled(stored);
    await store.discard(asked.filter((template) => !counting.has(template)));
    gallery.put(await store.rowsOf(stored));
    if (refresh === null || refresh.id !== store.pendingRefresh) return;
    if (!refresh.counts) return store.abandonRefresh();
    await store.commitRefresh();
    await reload(store, gallery);
  }

  #isFirst(which: Neighbour): boolean {
    const { party } = this.#parts.links;
    return party !== 0 && neighbourOf(party, which) === 0;
  }
}
