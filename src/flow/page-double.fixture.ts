import type { Ports, Presence } from './ports.js';

/** The page around the widget, which a test hides, shows, and takes off and on the network. */
export class PageDouble {
  presence: Presence = 'shown';
  readonly #watchers = new Set<(presence: Presence) => void>();
  motionReduced = false;
  reduceMotion: (reduced: boolean) => void = () => {};
  readonly #whenOnline = new Set<() => void>();

  readonly page: Ports['page'] = {
    uuid: () => 'uuid',
    presence: () => this.presence,
    onPresence: (listener) => {
      this.#watchers.add(listener);
      listener(this.presence);
      return () => this.#watchers.delete(listener);
    },
    onMotionPreference: (listener) => {
      this.reduceMotion = listener;
      listener(this.motionReduced);
      return () => {};
    },
    onOnline: (listener) => {
      this.#whenOnline.add(listener);
      return () => this.#whenOnline.delete(listener);
    },
    random: () => 0.5,
  };

  turn(presence: Presence): void {
    this.presence = presence;
    for (const watcher of [...this.#watchers]) watcher(presence);
  }

  /** How many wait for the network. */
  get waitForNetwork(): number {
    return this.#whenOnline.size;
  }

  goOnline(): void {
    for (const listener of [...this.#whenOnline]) listener();
  }
}
