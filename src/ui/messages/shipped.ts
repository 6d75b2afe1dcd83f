/** Languages whose words are files of their own. */
const FETCHED = [
  'ar',
  'cs',
  'de',
  'el',
  'es',
  'fr',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'pt-PT',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const;

export type FetchedLanguage = (typeof FETCHED)[number];
export type ShippedLanguage = 'en' | FetchedLanguage;

/** The first words of English are in the main bundle. */
export const SHIPPED_LANGUAGES: readonly ShippedLanguage[] = ['en', ...FETCHED];
