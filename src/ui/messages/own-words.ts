import type { OwnMessages } from './types.js';

export interface ReadWords {
  readonly own: OwnMessages;
  /** What is wrong with the others, for whoever wrote them. */
  readonly faults: readonly unknown[];
}

/** The words of a host that are words: one that is passed on without being there, that throws when it is read, or that is no
 * text must not erase ours. */
export function ownWords(overrides: OwnMessages | null | undefined): ReadWords {
  const faults: unknown[] = [];
  const own = attempt(faults, () => Object.keys(overrides ?? {}), []).flatMap((key) => {
    const word = attempt<unknown>(faults, () => Reflect.get(overrides ?? {}, key), undefined);
    if (typeof word === 'string') return [[key, word]];
    if (word !== undefined && word !== null)
      faults.push(new TypeError(`candor: messages['${key}'] is no text`));
    return [];
  });
  return { own: Object.fromEntries(own), faults };
}

function attempt<T>(faults: unknown[], read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (thrown) {
    faults.push(thrown);
    return otherwise;
  }
}
