import { withTimeout } from '../../core/abort.js';
import { later } from '../../core/later.js';
import { unreachable } from '../../core/unreachable.js';
import { en } from './en.js';
import type { FirstMessages, Messages } from './types.js';

/** Languages that ship with the widget. Only the first words of English are in the main bundle: the others are fetched
 * when wanted, the rest of English with the screens that say it. */
export const SHIPPED_LANGUAGES = ['en', 'de', 'es'] as const;
export type ShippedLanguage = (typeof SHIPPED_LANGUAGES)[number];

const LOAD_TIMEOUT_MS = 8_000;

const german = later(() => import('./de.js'), import.meta.url);
const spanish = later(() => import('./es.js'), import.meta.url);

async function fetchMessages(
  language: Exclude<ShippedLanguage, 'en'>,
  signal: AbortSignal,
): Promise<Messages> {
  switch (language) {
    case 'de':
      return (await german(signal)).de;
    case 'es':
      return (await spanish(signal)).es;
    default:
      return unreachable(language);
  }
}

/** The words of one language. A file that does not arrive is no reason to say nothing: then it is English.
 * @throws the signal's reason when it aborts. */
export async function loadMessages(
  language: ShippedLanguage,
  signal: AbortSignal,
): Promise<Messages | FirstMessages> {
  if (language === 'en') return en;
  try {
    return await withTimeout(LOAD_TIMEOUT_MS, 'assets.timeout', signal, (inner) =>
      fetchMessages(language, inner),
    );
  } catch {
    signal.throwIfAborted();
    return en;
  }
}
