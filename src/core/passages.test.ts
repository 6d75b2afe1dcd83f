import { describe, expect, it } from 'vitest';
import { inOtherLanguage, passagesOf } from './passages.js';

describe('the passages of a text', () => {
  it('are one where it is in one language, with its lines', () => {
    expect(passagesOf('One.\nTwo.')).toEqual([{ locale: null, text: 'One.\nTwo.' }]);
  });

  it('are told apart by the language that a line begins with', () => {
    const text = `Eins.${inOtherLanguage('en', 'One.')}${inOtherLanguage('pt-BR', 'Um.')}\nZwei.`;
    expect(passagesOf(text)).toEqual([
      { locale: null, text: 'Eins.' },
      { locale: 'en', text: 'One.' },
      { locale: 'pt-BR', text: 'Um.' },
      { locale: null, text: 'Zwei.' },
    ]);
  });

  it.each(['[1] a note', 'see [en] there', '[en]', '[] nothing', '[english language] no'])(
    'are not begun by %s',
    (text) => expect(passagesOf(text)).toEqual([{ locale: null, text }]),
  );
});
