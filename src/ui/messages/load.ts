import { withTimeout } from '../../core/abort.js';
import { later } from '../../core/later.js';
import { en } from './en.js';
import type { FirstMessages, LaterMessages } from './types.js';

type Fetched<Words> = (signal: AbortSignal) => Promise<{ readonly messages: Words }>;

/** Two files for each language: what is said before the seller agreed, and the rest. A page has the words of one language, and who
 * says no has half of them. A new language is its files and a line here; `npm run build` holds them against their size. */
interface LanguageFiles {
  readonly first: Fetched<FirstMessages>;
  readonly rest: Fetched<LaterMessages>;
}

const base = import.meta.url;

const FILES = {
  ar: { first: later(() => import('./ar.js'), base), rest: later(() => import('./ar-later.js'), base) },
  cs: { first: later(() => import('./cs.js'), base), rest: later(() => import('./cs-later.js'), base) },
  de: { first: later(() => import('./de.js'), base), rest: later(() => import('./de-later.js'), base) },
  el: { first: later(() => import('./el.js'), base), rest: later(() => import('./el-later.js'), base) },
  es: { first: later(() => import('./es.js'), base), rest: later(() => import('./es-later.js'), base) },
  fr: { first: later(() => import('./fr.js'), base), rest: later(() => import('./fr-later.js'), base) },
  he: { first: later(() => import('./he.js'), base), rest: later(() => import('./he-later.js'), base) },
  hi: { first: later(() => import('./hi.js'), base), rest: later(() => import('./hi-later.js'), base) },
  id: { first: later(() => import('./id.js'), base), rest: later(() => import('./id-later.js'), base) },
  it: { first: later(() => import('./it.js'), base), rest: later(() => import('./it-later.js'), base) },
  ja: { first: later(() => import('./ja.js'), base), rest: later(() => import('./ja-later.js'), base) },
  ko: { first: later(() => import('./ko.js'), base), rest: later(() => import('./ko-later.js'), base) },
  nl: { first: later(() => import('./nl.js'), base), rest: later(() => import('./nl-later.js'), base) },
  pl: { first: later(() => import('./pl.js'), base), rest: later(() => import('./pl-later.js'), base) },
  'pt-BR': {
    first: later(() => import('./pt-br.js'), base),
    rest: later(() => import('./pt-br-later.js'), base),
  },
  'pt-PT': {
    first: later(() => import('./pt-pt.js'), base),
    rest: later(() => import('./pt-pt-later.js'), base),
  },
  ro: { first: later(() => import('./ro.js'), base), rest: later(() => import('./ro-later.js'), base) },
  ru: { first: later(() => import('./ru.js'), base), rest: later(() => import('./ru-later.js'), base) },
  sv: { first: later(() => import('./sv.js'), base), rest: later(() => import('./sv-later.js'), base) },
  th: { first: later(() => import('./th.js'), base), rest: later(() => import('./th-later.js'), base) },
  tr: { first: later(() => import('./tr.js'), base), rest: later(() => import('./tr-later.js'), base) },
  uk: { first: later(() => import('./uk.js'), base), rest: later(() => import('./uk-later.js'), base) },
  vi: { first: later(() => import('./vi.js'), base), rest: later(() => import('./vi-later.js'), base) },
  'zh-Hans': {
    first: later(() => import('./zh-hans.js'), base),
    rest: later(() => import('./zh-hans-later.js'), base),
  },
  'zh-Hant': {
    first: later(() => import('./zh-hant.js'), base),
    rest: later(() => import('./zh-hant-later.js'), base),
  },
} as const satisfies Record<string, LanguageFiles>;

type FetchedLanguage = keyof typeof FILES;
export type ShippedLanguage = 'en' | FetchedLanguage;

/** The first words of English are in the main bundle. */
export const SHIPPED_LANGUAGES: readonly ShippedLanguage[] = [
  'en',
  ...(Object.keys(FILES) as FetchedLanguage[]), // as it is written above
];

const LOAD_TIMEOUT_MS = 8_000;

/** A file that does not arrive is no reason to say nothing: null, and then it is English. */
async function fetched<Words>(fetchFile: Fetched<Words>, signal: AbortSignal): Promise<Words | null> {
  try {
    return (await withTimeout(LOAD_TIMEOUT_MS, 'assets.timeout', signal, fetchFile)).messages;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

/** The first words of one language, or of English where they did not arrive.
 * @throws the signal's reason when it aborts. */
export async function loadFirst(language: ShippedLanguage, signal: AbortSignal): Promise<FirstMessages> {
  return language === 'en' ? en : ((await fetched(FILES[language].first, signal)) ?? en);
}

const englishRest: Fetched<LaterMessages> = later(() => import('./en-later.js'), base);

/** The other words of one language, or of English where they did not arrive.
 * @throws `assets.load_failed` or `assets.timeout` where the English ones did not arrive either; the signal's reason when it
 * aborts. */
export async function loadRest(language: ShippedLanguage, signal: AbortSignal): Promise<LaterMessages> {
  const own = language === 'en' ? null : await fetched(FILES[language].rest, signal);
  return own ?? (await englishRest(signal)).messages;
}
