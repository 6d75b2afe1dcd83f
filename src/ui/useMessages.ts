import { useEffect, useMemo, useState } from 'react';
import { sameLanguage } from '../core/locale.js';
import type { Locale } from '../core/types.js';
import { formatFor } from './format.js';
import { shippedLanguage } from './locale.js';
import { en } from './messages/en.js';
import { translator } from './messages/fill.js';
import { loadFirst, loadRest, type ShippedLanguage } from './messages/load.js';
import type { FirstMessages, LaterMessages, OwnMessages } from './messages/types.js';
import type { Text } from './text.js';

interface First {
  readonly language: ShippedLanguage;
  readonly messages: FirstMessages;
}

const ENGLISH: First = { language: 'en', messages: en };

const ignoreLeaving = (): void => {}; // only aborted: this language is not wanted any more

function useFirst(language: ShippedLanguage | null): First | null {
  const [loaded, setLoaded] = useState<First | null>(null);
  useEffect(() => {
    if (language === null) return;
    const leaving = new AbortController();
    loadFirst(language, leaving.signal).then(
      (messages) => setLoaded(messages === en ? ENGLISH : { language, messages }),
      ignoreLeaving,
    );
    return () => leaving.abort();
  }, [language]);
  return language === 'en' ? ENGLISH : loaded;
}

interface Rest {
  readonly language: ShippedLanguage;
  readonly messages: LaterMessages;
}

/** @param english - null: the screens that say them are not there yet. */
function useRest(language: ShippedLanguage | null, english: LaterMessages | null): LaterMessages | null {
  const [loaded, setLoaded] = useState<Rest | null>(null);
  useEffect(() => {
    if (language === null || english === null) return;
    const leaving = new AbortController();
    loadRest(language, english, leaving.signal).then(
      (messages) => setLoaded({ language, messages }),
      ignoreLeaving,
    );
    return () => leaving.abort();
  }, [language, english]);
  if (language === 'en') return english;
  return loaded?.language === language ? loaded.messages : null;
}

/** Those that are there: a word that a host passes on without having it must not erase ours. */
function given(overrides: OwnMessages = {}): OwnMessages {
  return Object.fromEntries(Object.entries(overrides).filter(([, word]) => word !== undefined));
}

export interface Words {
  readonly text: Text;
  /** Whether those of the later screens are among them. */
  readonly isWhole: boolean;
}

/** The words for a wanted language, with the integrator's own laid over them. Null until the first ones are there;
 * while another language is on its way, the one before stays.
 * @param laterEnglish - the rest of English, once the screens that say it are there: then the wanted language's is fetched. */
export function useMessages(
  wanted: Locale | null,
  overrides: OwnMessages | undefined,
  laterEnglish: LaterMessages | null,
): Words | null {
  const first = useFirst(wanted === null ? null : shippedLanguage(wanted));
  // In the language of the first ones, which may be English for want of better.
  const rest = useRest(first?.language ?? null, laterEnglish);
  return useMemo(() => {
    if (first === null || wanted === null) return null;
    // The integrator's words are in the language asked for; the shipped ones may be the nearest to it only.
    const locale = overrides === undefined && !sameLanguage(wanted, first.language) ? first.language : wanted;
    const words = { ...rest, ...first.messages, ...given(overrides) };
    const text = { t: translator(words, locale), format: formatFor(locale), locale };
    return { text, isWhole: rest !== null };
  }, [first, rest, overrides, wanted]);
}
