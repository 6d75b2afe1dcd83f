import type { Locale } from '../../core/types.js';
import type { MessageKey, OwnMessages } from './types.js';

/** Numbers choose the form of a plural; a text is put in as it is. */
export type Fillings = Readonly<Record<string, string | number>>;

/** `{count, plural, one {# try} other {# tries}}` of ICU MessageFormat: a mark, and forms without marks of their own. */
const PLURAL = /\{(\w+), plural,((?:\s*(?:=\d+|[a-z]+) \{[^{}]*\})+)\s*\}/g;
const FORM = /(=\d+|[a-z]+) \{([^{}]*)\}/g;
const MARK = /\{(\w+)\}/g;

/** Puts `fillings` into the `{marks}` of a text. A mark without a filling stays visible: a mistake should be seen. */
export function fill(text: string, fillings: Fillings, locale: Locale = 'en'): string {
  return text
    .replace(PLURAL, (mark, name: string, forms: string) => {
      const count = fillings[name];
      return typeof count === 'number' ? (formOf(forms, count, locale) ?? mark) : mark;
    })
    .replace(MARK, (mark, name: string) => shown(fillings[name], locale) ?? mark);
}

function shown(filling: string | number | undefined, locale: Locale): string | undefined {
  return typeof filling === 'number' ? new Intl.NumberFormat(locale).format(filling) : filling;
}

/** The form for exactly this number, else that of its category (CLDR), else `other`. */
function formOf(forms: string, count: number, locale: Locale): string | undefined {
  const byName = new Map([...forms.matchAll(FORM)].map(([, name = '', form = '']) => [name, form]));
  const category = new Intl.PluralRules(locale).select(count);
  const form = byName.get(`=${count}`) ?? byName.get(category) ?? byName.get('other');
  return form?.replaceAll('#', new Intl.NumberFormat(locale).format(count));
}

export type Translate = (key: MessageKey, fillings?: Fillings) => string;

/** @param messages - those that are there so far; one that is missing shows its key. @param locale - of its numbers. */
export function translator(messages: OwnMessages, locale?: Locale): Translate {
  return (key, fillings = {}) => fill(messages[key] ?? key, fillings, locale);
}
