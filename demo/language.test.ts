import { describe, expect, it } from 'vitest';
import { demoOptions } from '../receiver/index.js';
import { languageFor } from './language.js';
import type { PageWords } from './words/words.js';

/** Every sentence, with its marks filled in. */
function said(words: PageWords): readonly string[] {
  const { meaning, operators, signUpAs, sentSize, receivedSize, ownFiles, ...texts } = words;
  const { deed, rows, ...ofOperators } = operators;
  const filled = [
    signUpAs('seller-2'),
    sentSize('7 kB'),
    receivedSize('8 kB'),
    ownFiles('3', '9 kB'),
    rows('4,321'),
  ];
  const kept = [...Object.values(ofOperators), ...Object.values(deed)];
  return [...Object.values(texts), ...Object.values(meaning), ...kept, ...filled];
}

const NOTICES = Object.keys(demoOptions().notices);

describe('the words of the demo’s pages', () => {
  it.each(NOTICES)('are there in the language of the notice, and none is left in English: %s', (locale) => {
    const { tag, words } = languageFor(locale);
    expect(tag).toBe(locale);
    const english = locale === 'en' ? [] : said(languageFor('en').words);
    expect(said(words).filter((text) => text.trim() === '' || english.includes(text))).toEqual(
      // The same word there.
      locale === 'it' ? ['Account'] : [],
    );
    for (const mark of ['seller-2', '7 kB', '8 kB', '9 kB', '4,321'])
      expect(
        said(words).some((text) => text.includes(mark)),
        mark,
      ).toBe(true);
  });

  it('are those of a related locale where there are none of its own, else English', () => {
    expect(['pt-PT', 'de-AT', 'es-MX', 'nl', 'C', ''].map((locale) => languageFor(locale).tag)).toEqual([
      'pt-BR',
      'de',
      'es',
      'en',
      'en',
      'en',
    ]);
  });

  it('run from right to left in Arabic alone', () => {
    expect(NOTICES.filter((locale) => languageFor(locale).dir === 'rtl')).toEqual(['ar']);
  });
});
