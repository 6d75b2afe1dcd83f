import { useEffect, useMemo, useState } from 'react';
import { sameLanguage } from '../core/locale.js';
import type { Locale } from '../core/types.js';
import { formatFor } from './format.js';
import { shippedLanguage } from './locale.js';
import { en } from './messages/en.js';
import { translator } from './messages/fill.js';
import { loadMessages, type ShippedLanguage } from './messages/load.js';
import type { FirstMessages, LaterMessages, Messages, OwnMessages } from './messages/types.js';
import type { Text } from './text.js';

interface Loaded {
  readonly language: ShippedLanguage;
  readonly messages: Messages | FirstMessages;
}

const ENGLISH: Loaded = { language: 'en', messages: en };

function useShipped(language: ShippedLanguage | null): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (language === null) return;
    const leaving = new AbortController();
    loadMessages(language, leaving.signal).then(
      (messages) => setLoaded(messages === en ? ENGLISH : { language, messages }),
      () => {}, // only aborted: this language is not wanted any more
    );
    return () => leaving.abort();
  }, [language]);
  return language === 'en' ? ENGLISH : loaded;
}

/** Those that are there: a word that a host passes on without having it must not erase ours. */
function given(overrides: OwnMessages = {}): OwnMessages {
  return Object.fromEntries(Object.entries(overrides).filter(([, word]) => word !== undefined));
}

/** The words for a wanted language, with the integrator's own laid over them. Null until the first ones are there;
 * while another language is on its way, the one before stays.
 * @param laterEnglish - the rest of English, once it is there. */
export function useMessages(
  wanted: Locale | null,
  overrides: OwnMessages | undefined,
  laterEnglish: LaterMessages | null,
): Text | null {
  const loaded = useShipped(wanted === null ? null : shippedLanguage(wanted));
  return useMemo(() => {
    if (loaded === null || wanted === null) return null;
    // The integrator's words are in the language asked for; the shipped ones may be the nearest to it only.
    const locale =
      overrides === undefined && !sameLanguage(wanted, loaded.language) ? loaded.language : wanted;
    const words = { ...laterEnglish, ...loaded.messages, ...given(overrides) };
    return { t: translator(words, locale), format: formatFor(locale), locale };
  }, [loaded, overrides, laterEnglish, wanted]);
}
