import { chooseLocale, matchLocale } from '../core/locale.js';
import type { Locale } from '../core/types.js';
import { SHIPPED_LANGUAGES, type ShippedLanguage } from './messages/shipped.js';

/** ISO 639 codes of languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export type Direction = 'ltr' | 'rtl';

export function directionOf(locale: Locale): Direction {
  const { language, script } = new Intl.Locale(locale);
  if (script !== undefined) return /^(Arab|Hebr|Thaa|Adlm|Rohg)$/.test(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** The canonical tag, or null for what is no BCP 47 tag. */
export function canonical(tag: string | undefined): Locale | null {
  if (tag === undefined || tag === '') return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Which shipped words are the nearest to a wanted language. */
export function shippedLanguage(wanted: Locale): ShippedLanguage {
  const chosen = chooseLocale(wanted, SHIPPED_LANGUAGES);
  return SHIPPED_LANGUAGES.find((language) => language === chosen) ?? 'en';
}

function ships(tag: Locale): boolean {
  return matchLocale(tag, SHIPPED_LANGUAGES) !== null;
}

/** The page's own wishes, best first: `<html lang>`, then the browser's languages. Empty where there is no page. */
export function pageLanguages(): readonly string[] {
  if (typeof document === 'undefined') return [];
  // Some web views name none.
  return [document.documentElement.lang, ...(navigator.languages ?? [])];
}

/** Which language is wanted: the prop, else the first of the page's wishes that the widget speaks, else the first of
 * them, else English. Tags that are no BCP 47 are skipped. */
export function resolveLocale(prop: Locale | undefined, wishes: readonly string[] = pageLanguages()): Locale {
  const wanted = canonical(prop);
  if (wanted !== null) return wanted;
  const tags = wishes.map(canonical).filter((tag) => tag !== null);
  return tags.find(ships) ?? tags[0] ?? 'en';
}
