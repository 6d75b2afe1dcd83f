import { useEffect, useMemo, useState } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import { reportHost } from '../core/host-call.js';
import { sameLanguage } from '../core/locale.js';
import type { Locale } from '../core/types.js';
import { formatFor } from './format.js';
import { shippedLanguage } from './locale.js';
import type { DeskMessages } from './messages/desk-keys.js';
import { en } from './messages/en.js';
import { translator } from './messages/fill.js';
import { loadDesk, loadFirst, loadRest } from './messages/load.js';
import { ownWords } from './messages/own-words.js';
import type { ShippedLanguage } from './messages/shipped.js';
import type { FirstMessages, OwnMessages } from './messages/types.js';
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

/** Which words there must be beside the first: those of a desk, or all. */
export type WantedWords = 'first' | 'desk' | 'all';

const LOAD = { desk: loadDesk, all: loadRest } as const;

type Rest =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly language: ShippedLanguage; readonly messages: DeskMessages }
  | ({ readonly kind: 'failed' } & WordsFailure);

const LOADING: Rest = { kind: 'loading' };

function useRest(language: ShippedLanguage | null, part: WantedWords): Rest {
  const [rest, setRest] = useState(LOADING);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what runs the effect again.
  useEffect(() => {
    if (language === null || part === 'first') return;
    const leaving = new AbortController();
    const retry = (): void => setAttempt((before) => before + 1);
    setRest(LOADING);
    LOAD[part](language, leaving.signal).then(
      (messages) => setRest({ kind: 'ready', language, messages }),
      (thrown: unknown) => {
        if (leaving.signal.aborted) return;
        setRest({ kind: 'failed', error: asCandorError(thrown, 'assets.load_failed'), retry });
      },
    );
    return () => leaving.abort();
  }, [language, part, attempt]);
  // Until the effect has run, those are of the language before.
  return rest.kind === 'ready' && rest.language !== language ? LOADING : rest;
}

export interface WordsFailure {
  readonly error: CandorError;
  readonly retry: () => void;
}

export interface Words {
  readonly text: Text;
  /** Whether those of the later screens that were wanted are among them. */
  readonly isWhole: boolean;
  /** Why they are not, where not even the English ones arrived. */
  readonly failure: WordsFailure | null;
}

/** Whether what is said is in the wanted language. The integrator's words are; the shipped ones may be the nearest to it only, and
 * a word or two of somebody's make no other language of them. */
function isSpoken(wanted: Locale, shipped: ShippedLanguage, own: OwnMessages, words: OwnMessages): boolean {
  return sameLanguage(wanted, shipped) || 2 * Object.keys(own).length > Object.keys(words).length;
}

/** The words for a wanted language, with the integrator's own laid over them. Null until the first ones are there;
 * while another language is on its way, the one before stays.
 * @param part - which words of the later screens too. */
export function useMessages(
  wanted: Locale | null,
  overrides: OwnMessages | undefined,
  part: WantedWords,
): Words | null {
  const first = useFirst(wanted === null ? null : shippedLanguage(wanted));
  // In the language of the first ones, which may be English for want of better.
  const rest = useRest(first?.language ?? null, part);
  const { own, faults } = useMemo(() => ownWords(overrides), [overrides]);
  useEffect(() => faults.forEach(reportHost), [faults]);
  return useMemo(() => {
    if (first === null || wanted === null) return null;
    const later = rest.kind === 'ready' ? rest.messages : {};
    const words = { ...later, ...first.messages, ...own };
    const locale = isSpoken(wanted, first.language, own, words) ? wanted : first.language;
    const text = { t: translator(words, locale), format: formatFor(locale), locale };
    const failure = rest.kind === 'failed' ? rest : null;
    return { text, isWhole: rest.kind === 'ready', failure };
  }, [first, rest, own, wanted]);
}
