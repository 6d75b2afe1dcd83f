import type { Locale } from './types.js';

/** A notice is plain text, which a page shows, a consent record keeps and a hash is taken of. A sentence of it that is in another
 * language stands on a line of its own that begins with that language, `[en] In Brazil: …`: whoever reads it aloud must know. */

export interface Passage {
  /** Null: that of the text around it. */
  readonly locale: Locale | null;
  readonly text: string;
}

const MARKED = /^\[([a-z]{2,3}(?:-[a-z\d]{2,8})*)\] (.+)$/i;

/** The line that says so. */
export function inOtherLanguage(locale: Locale, text: string): string {
  return `\n[${locale}] ${text}`;
}

/** The parts of a text, each in one language. */
export function passagesOf(text: string): readonly Passage[] {
  const passages: Passage[] = [];
  for (const line of text.split('\n')) {
    const [, locale, inside] = MARKED.exec(line) ?? [];
    const last = passages.at(-1);
    if (locale !== undefined && inside !== undefined) passages.push({ locale, text: inside });
    else if (last?.locale === null)
      passages[passages.length - 1] = { locale: null, text: `${last.text}\n${line}` };
    else passages.push({ locale: null, text: line });
  }
  return passages;
}
