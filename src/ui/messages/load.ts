import { later } from '../../core/later.js';
import type { DeskMessages } from './desk-keys.js';
import { en } from './en.js';
import { fetched, type WordsFile } from './fetched.js';
import type { FetchedLanguage, ShippedLanguage } from './shipped.js';
import type { FirstMessages, LaterMessages } from './types.js';

const base = import.meta.url;

/** Each language has three files: what is said before the seller agreed, and two that `load-rest.ts` lists. A page has the words of
 * one language, and who says no has a third of them. A new language is its files, its name in `shipped.ts` and its lines; `npm run build` holds
 * each file against its size. */
const FILES: Readonly<Record<FetchedLanguage, WordsFile<FirstMessages>>> = {
  ar: later(() => import('./ar.js'), base),
  cs: later(() => import('./cs.js'), base),
  de: later(() => import('./de.js'), base),
  el: later(() => import('./el.js'), base),
  es: later(() => import('./es.js'), base),
  fr: later(() => import('./fr.js'), base),
  he: later(() => import('./he.js'), base),
  hi: later(() => import('./hi.js'), base),
  id: later(() => import('./id.js'), base),
  it: later(() => import('./it.js'), base),
  ja: later(() => import('./ja.js'), base),
  ko: later(() => import('./ko.js'), base),
  nl: later(() => import('./nl.js'), base),
  pl: later(() => import('./pl.js'), base),
  'pt-BR': later(() => import('./pt-br.js'), base),
  'pt-PT': later(() => import('./pt-pt.js'), base),
  ro: later(() => import('./ro.js'), base),
  ru: later(() => import('./ru.js'), base),
  sv: later(() => import('./sv.js'), base),
  th: later(() => import('./th.js'), base),
  tr: later(() => import('./tr.js'), base),
  uk: later(() => import('./uk.js'), base),
  vi: later(() => import('./vi.js'), base),
  'zh-Hans': later(() => import('./zh-hans.js'), base),
  'zh-Hant': later(() => import('./zh-hant.js'), base),
};

/** The first words of one language, or of English where they did not arrive.
 * @throws the signal's reason when it aborts. */
export async function loadFirst(language: ShippedLanguage, signal: AbortSignal): Promise<FirstMessages> {
  return language === 'en' ? en : ((await fetched(FILES[language], signal)) ?? en);
}

/** Where the other words are: for nobody who only reads the question. */
const rest = later(() => import('./load-rest.js'), base);

/** What is said of a check at its end and at a desk, in one language, or in English where it did not arrive.
 * @throws `assets.load_failed` or `assets.timeout` where the English words did not arrive either; the signal's reason when it
 * aborts. */
export async function loadDesk(language: ShippedLanguage, signal: AbortSignal): Promise<DeskMessages> {
  return (await rest(signal)).loadDesk(language, signal);
}

/** All words but the first of one language; those of the end too, so that they are there when the check is through.
 * @throws as {@link loadDesk}. */
export async function loadRest(language: ShippedLanguage, signal: AbortSignal): Promise<LaterMessages> {
  return (await rest(signal)).loadRest(language, signal);
}
