import { withTimeout } from '../../core/abort.js';
import { later } from '../../core/later.js';
import { en } from './en.js';
import type { FirstMessages, Messages } from './types.js';

interface LanguageFile {
  readonly messages: Messages;
}

/** One file for each language, fetched when it is wanted: a page has the words of one. A new language is a file and a line
 * here; `npm run build` says how large it came out. */
const FILES = {
  de: later(() => import('./de.js'), import.meta.url),
  es: later(() => import('./es.js'), import.meta.url),
} as const satisfies Record<string, (signal: AbortSignal) => Promise<LanguageFile>>;

type FetchedLanguage = keyof typeof FILES;
export type ShippedLanguage = 'en' | FetchedLanguage;

/** Only the first words of English are in the main bundle; the rest of them comes with the screens that say it. */
export const SHIPPED_LANGUAGES: readonly ShippedLanguage[] = [
  'en',
  ...(Object.keys(FILES) as FetchedLanguage[]), // as it is written above
];

const LOAD_TIMEOUT_MS = 8_000;

/** The words of one language. A file that does not arrive is no reason to say nothing: then it is English.
 * @throws the signal's reason when it aborts. */
export async function loadMessages(
  language: ShippedLanguage,
  signal: AbortSignal,
): Promise<Messages | FirstMessages> {
  if (language === 'en') return en;
  try {
    const { messages } = await withTimeout<LanguageFile>(LOAD_TIMEOUT_MS, 'assets.timeout', signal, (inner) =>
      FILES[language](inner),
    );
    return messages;
  } catch {
    signal.throwIfAborted();
    return en;
  }
}
