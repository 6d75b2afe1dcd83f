import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../core/errors.js';
import { REASON_CODES } from '../../core/verdict.js';
import { de } from './de.js';
import { en as enFirst } from './en.js';
import { enLater } from './en-later.js';
import { es } from './es.js';
import { fill, translator } from './fill.js';
import { loadMessages, type SHIPPED_LANGUAGES } from './load.js';
import type { MessageKey, Messages } from './types.js';

const en: Messages = { ...enFirst, ...enLater };
const LANGUAGES: Readonly<Record<(typeof SHIPPED_LANGUAGES)[number], Messages>> = { en, de, es };
const keys = Object.keys(en).sort() as MessageKey[];

function marks(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

describe.each(Object.entries(LANGUAGES))('the words in %s', (_language, messages) => {
  it('are there for every key, and no key too many', () => {
    expect(Object.keys(messages).sort()).toEqual(keys);
    expect(keys.filter((key) => messages[key].trim() === '')).toEqual([]);
  });

  it('have the same marks to fill in as the English ones', () => {
    const differing = keys.filter((key) => marks(messages[key]).join() !== marks(en[key]).join());
    expect(differing).toEqual([]);
  });

  it('say for every error what happened and what to do, and not the same twice', () => {
    for (const code of ERROR_CODES) {
      expect(words(messages[`error.${code}.cause`]), code).toBeGreaterThan(2);
      expect(words(messages[`error.${code}.remedy`]), code).toBeGreaterThan(2);
      expect(messages[`error.${code}.cause`]).not.toBe(messages[`error.${code}.remedy`]);
    }
  });

  it('give no instruction of more than twelve words', () => {
    const instructions = keys.filter((key) => /^(hint|cue|advice)\.|^reason\..*\.remedy$/.test(key));
    expect(instructions.length).toBeGreaterThan(REASON_CODES.length);
    expect(instructions.filter((key) => words(messages[key]) > 12)).toEqual([]);
  });

  it('neither push nor promise what nobody can keep', () => {
    const forbidden =
      /recommend|empfohlen|empfehlen|recomend|irreversib|anonym|anónim|100 ?%|guarante|garant|hurry|beeil|only takes|are you sure|sind Sie sicher|seguro de que/i;
    expect(keys.filter((key) => forbidden.test(messages[key]))).toEqual([]);
  });

  it('say nothing twice, but where two codes have the same cause or remedy', () => {
    const others = keys.filter((key) => !/^(error|reason|check)\./.test(key));
    const texts = others.map((key) => messages[key]);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('accuse nobody', () => {
    const accusing =
      /\b(fakes?|faked|fraud|spoof\w*|attack\w*|cheat\w*|impostor|suspicious|manipulat\w*|fälsch\w*|gefälscht|betr[uü]g\w*|angriff\w*|verdächtig\w*|täusch\w*|fraude|falso|falsific\w*|ataque|sospech\w*|engañ\w*)\b/iu;
    expect(keys.filter((key) => accusing.test(messages[key]))).toEqual([]);
  });

  it('doubt nobody who is checked: a verdict is about what could be seen', () => {
    const verdicts = keys.filter((key) => key.startsWith('verdict.'));
    expect(verdicts).toHaveLength(3);
    expect(verdicts.filter((key) => /person|mensch|vivo|live|lebend|echt|real/i.test(messages[key]))).toEqual(
      [],
    );
  });

  it('name no diagnosis', () => {
    const diagnosis =
      /disab|behinder|discapac|epilep|blind|ciego|paral|lähm|tremor|autis|handicap|illness|krank|enferm|impair/i;
    expect(keys.filter((key) => diagnosis.test(messages[key]))).toEqual([]);
  });

  it('contain no code and no markup', () => {
    const codes = keys.filter((key) =>
      ERROR_CODES.some((code) => code.includes('.') && messages[key].includes(code)),
    );
    expect(codes).toEqual([]);
    expect(keys.filter((key) => /[<>]/.test(messages[key]))).toEqual([]);
  });
});

describe('loadMessages', () => {
  it('brings the language that was asked for', async () => {
    const { signal } = new AbortController();
    expect(await loadMessages('de', signal)).toBe(de);
    expect(await loadMessages('es', signal)).toBe(es);
    expect(await loadMessages('en', signal)).toBe(enFirst);
  });

  it('rejects when nobody wants it any more', async () => {
    const leaving = new AbortController();
    leaving.abort(new Error('left'));
    await expect(loadMessages('de', leaving.signal)).rejects.toThrow('left');
  });
});

describe('fill', () => {
  it('fills every mark, also one that comes twice', () => {
    expect(fill('{a} and {b} and {a}', { a: '1', b: '2' })).toBe('1 and 2 and 1');
  });

  it('leaves a mark without a filling in sight', () => {
    expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}');
  });

  it('takes a filling as it is, also one that looks like a replacement pattern', () => {
    expect(fill('to {name}', { name: '$& {name}' })).toBe('to $& {name}');
  });

  it('shows the key of a text that is not there yet', () => {
    expect(translator({})('review.title')).toBe('review.title');
  });
});
